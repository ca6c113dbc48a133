using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Events;
using Notify.Web.Access;

namespace Notify.Web.Hooks;

/// <summary>Where SendGrid reports what became of mail. Whatever is not answered with 2xx SendGrid tells again, for up to 24 hours.</summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Event Webhook Reference" and "Event Webhook Security Features".</remarks>
public static partial class SendGridHook
{
    private const string Path = "/hooks/sendgrid";
    private const string Signature = "X-Twilio-Email-Event-Webhook-Signature";
    private const string Timestamp = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>SendGrid sends up to 1,000 events a call, some 700 bytes each.</summary>
    private const int MaxBody = 4 * 1024 * 1024;

    /// <summary>Maps <c>POST /hooks/sendgrid</c>. Open to all: the signature says who calls.</summary>
    public static void MapSendGridHook(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, TakeAsync).DisableAntiforgery().WithMetadata(OpenRoute.Mark);
        routes.Map(Path, OtherMethods).DisableAntiforgery().WithMetadata(OpenRoute.Mark);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, [FromServices] ProviderEvents events, ILoggerFactory loggers, CancellationToken ct)
    {
        if (http.RequestServices.GetService<IProviderWebhook>() is not { } webhook)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await RawBody.ReadAsync(http.Request, MaxBody, ct) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var logger = loggers.CreateLogger(typeof(SendGridHook));
        switch (webhook.Read(body, Only(http, Signature), Only(http, Timestamp)))
        {
            case WebhookCall.Genuine genuine:
                await events.ApplyAsync(genuine.Events, ct);
                return Results.NoContent();
            case WebhookCall.Unreadable unreadable:
                LogUnreadable(logger, unreadable.Reason);
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            default:
                LogForbidden(logger);
                return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private static IResult OtherMethods(HttpContext http)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>A header that stands twice is none: it is not said which of the two was signed.</summary>
    private static string? Only(HttpContext http, string header) => http.Request.Headers[header] is { Count: 1 } values ? values[0] : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call of SendGrid's webhook was refused: its signature or time stamp does not hold")]
    private static partial void LogForbidden(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A signed call of SendGrid's webhook cannot be read: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string reason);
}
