using Microsoft.AspNetCore.Http;
using Notify.Web.Access;
using Notify.Web.Texts;

namespace Notify.Web.Layout;

/// <summary>The pages that stand where another was expected.</summary>
public static class MessagePages
{
    /// <summary>There is no such page.</summary>
    public static IResult NotFound(HttpContext http, bool isPortal) =>
        Of(http, StatusCodes.Status404NotFound, isPortal, t => (t.NotFoundTitle, t.NotFoundText));

    /// <summary>The request makes no sense, or was not made by our page.</summary>
    public static IResult BadRequest(HttpContext http, int status = StatusCodes.Status400BadRequest) =>
        Of(http, status, false, t => (t.BadRequestTitle, t.BadRequestText));

    /// <summary>Answers that the reader may not see the portal.</summary>
    public static Task ForbiddenAsync(HttpContext http) => Forbidden(http).ExecuteAsync(http);

    /// <inheritdoc cref="ForbiddenAsync"/>
    public static IResult Forbidden(HttpContext http) => Of(http, StatusCodes.Status403Forbidden, false, t => (t.ForbiddenTitle, t.ForbiddenText));

    /// <summary>Answers that the request makes no sense.</summary>
    public static Task BadRequestAsync(HttpContext http, int status) => BadRequest(http, status).ExecuteAsync(http);

    /// <summary>Answers that somebody else was in the way.</summary>
    public static Task BusyAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Of(http, StatusCodes.Status503ServiceUnavailable, false, t => (t.BusyTitle, t.BusyText)).ExecuteAsync(http);
    }

    /// <summary>Answers that something failed.</summary>
    public static Task ErrorAsync(HttpContext http) =>
        Of(http, StatusCodes.Status500InternalServerError, false, t => (t.ErrorTitle, t.ErrorText)).ExecuteAsync(http);

    private static IResult Of(HttpContext http, int status, bool isPortal, Func<ITexts, (string Title, string Text)> texts)
    {
        var frame = PageFrame.Of(http, isPortal) with { Query = [] };
        var (title, text) = texts(frame.T);
        return Pages.Show<MessagePage>(status, ("Frame", frame), ("Title", title), ("Text", text));
    }
}
