using Microsoft.AspNetCore.Http;

namespace Notify.Web.Layout;

/// <summary>303: what was posted is done, look there. ASP.NET Core's own redirects keep the method or are 302.</summary>
/// <param name="Location">A path of ours.</param>
public sealed record SeeOther(string Location) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Location;
        return Task.CompletedTask;
    }
}
