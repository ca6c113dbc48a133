using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Notify.Core.Store;

namespace Notify.Web.Access;

/// <summary>Turns what nobody expected into a page or a problem that says so kindly, and into a line of the log.</summary>
public sealed partial class Failures(RequestDelegate next, ILogger<Failures> logger)
{
    /// <summary>Goes on, and answers for what was thrown.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for the answer any more.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Refusals.BadRequestAsync(http, e.StatusCode);
        }
        catch (ConflictException e) when (!http.Response.HasStarted)
        {
            LogConflict(logger, e, RouteOf(http));
            http.Response.Clear();
            await Refusals.BusyAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            LogFailure(logger, e, RouteOf(http));
            http.Response.Clear();
            await Refusals.ErrorAsync(http);
        }
    }

    /// <summary>The pattern, not the path: a path can hold a token.</summary>
    private static string RouteOf(HttpContext http) => http.GetEndpoint()?.DisplayName ?? "no route";

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Route}: somebody else changed the same again and again")]
    private static partial void LogConflict(ILogger logger, Exception error, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Route} failed")]
    private static partial void LogFailure(ILogger logger, Exception error, string route);
}
