using Microsoft.AspNetCore.Http;
using Notify.Web.Layout;

namespace Notify.Web.Access;

/// <summary>What stands where an answer was expected: a page for people, a problem for programs.</summary>
public static class Refusals
{
    /// <summary>Answers that who asks may not.</summary>
    public static Task ForbiddenAsync(HttpContext http) =>
        ApiRoute.IsAsked(http) ? Problem.Forbidden(http).ExecuteAsync(http) : MessagePages.ForbiddenAsync(http);

    /// <summary>Answers that the request makes no sense.</summary>
    public static Task BadRequestAsync(HttpContext http, int status) =>
        ApiRoute.IsAsked(http)
            ? Problem.Of(http, status, "The request cannot be read.").ExecuteAsync(http)
            : MessagePages.BadRequestAsync(http, status);

    /// <summary>Answers that somebody else was in the way.</summary>
    public static Task BusyAsync(HttpContext http)
    {
        if (!ApiRoute.IsAsked(http))
        {
            return MessagePages.BusyAsync(http);
        }

        http.Response.Headers.RetryAfter = "5";
        return Problem.Of(http, StatusCodes.Status503ServiceUnavailable, "Somebody else changed the same again and again; try again.").ExecuteAsync(http);
    }

    /// <summary>Answers that something failed.</summary>
    public static Task ErrorAsync(HttpContext http) =>
        ApiRoute.IsAsked(http)
            ? Problem.Of(http, StatusCodes.Status500InternalServerError, "Something failed on our side, and stands in the log; what was begun is finished by itself.").ExecuteAsync(http)
            : MessagePages.ErrorAsync(http);
}
