using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using SendGrid;

namespace Notify.Adapters.SendGrid;

/// <summary>
/// Gives mail to SendGrid, one request a mail, and never twice of itself: whether it is tried again is Core's to decide. SendGrid
/// knows no key that would make a repeated request harmless, so a request whose answer is lost is said to be unanswered.
/// </summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Mail Send".</remarks>
public sealed partial class SendGridTransport(SendGridOptions options, TimeProvider clock, ILogger<SendGridTransport> logger)
    : IMailTransport, IDisposable
{
    private readonly HttpClient _http = MakeClient(options);
    private readonly SendGridClientOptions _client = new() { ApiKey = options.ApiKey, Host = options.ToAddress().AbsoluteUri };

    /// <inheritdoc/>
    public string Name => "sendgrid";

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        var call = new SendGridCall(_http, _client);
        try
        {
            var response = await call.SendEmailAsync(SendGridRequest.Of(mail, options.Sandbox), ct);
            LogAnswer(logger, mail.Id, (int)response.StatusCode);
            return await SendGridAnswer.ToOutcomeAsync(response, SendGridRequest.RecipientsOf(mail), options.Sandbox, clock);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogNoAnswer(logger, mail.Id, WordFor(e), call.MayHaveLeft);
            return call.MayHaveLeft
                ? new SendOutcome.Unanswered($"SendGrid was given the mail and did not answer: {WordFor(e)}")
                : new SendOutcome.Transient($"SendGrid could not be reached: {WordFor(e)}");
        }
    }

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) =>
        Task.FromResult(options.WebhookPublicKey.Length > 0 ? Reconciliation.EventAwaited : Reconciliation.Unknown);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpClient MakeClient(SendGridOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // A redirected POST loses its body or takes the key elsewhere.
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // So that a change of its addresses is seen.
        UseCookies = false,
        UseProxy = !options.ToAddress().IsLoopback,
    })
    {
        Timeout = options.Timeout,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private static string WordFor(Exception error) => error switch
    {
        OperationCanceledException => "timeout",
        HttpRequestException { HttpRequestError: var kind } => kind.ToString(),
        _ => error.GetType().Name,
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Notification {Id}: SendGrid answered {Status}")]
    private static partial void LogAnswer(ILogger logger, NotificationId id, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: no answer from SendGrid ({Error}); it may have the mail: {MayHaveIt}")]
    private static partial void LogNoAnswer(ILogger logger, NotificationId id, string error, bool mayHaveIt);
}
