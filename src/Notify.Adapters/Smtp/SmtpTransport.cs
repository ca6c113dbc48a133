using System.Net.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using Notify.Adapters.Mime;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Adapters.Smtp;

/// <summary>
/// Gives mail to a mail server by SMTP (RFC 5321), over connections that are kept for the next mail. As many are open as
/// mails are sent at once; one that stays idle for half a minute is closed.
/// </summary>
/// <param name="certificateCheck">For tests with certificates of their own; null: the server's certificate is checked as usual.</param>
public sealed partial class SmtpTransport(
    SmtpOptions options, TimeProvider clock, ILogger<SmtpTransport> logger, RemoteCertificateValidationCallback? certificateCheck = null)
    : IMailTransport, IAsyncDisposable
{
    private readonly SmtpConnector _connector = new(options, clock, certificateCheck);
    private readonly SmtpPool _pool = new(clock);

    /// <inheritdoc/>
    public string Name => "smtp";

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var message = MimeComposer.Compose(mail);
        if (_pool.TryTake() is { } kept)
        {
            var (outcome, foundItClosed) = await GiveAsync(kept, message, mail, ct);
            if (!foundItClosed)
            {
                return outcome;
            }

            LogReplaced(logger);
        }

        var (opened, failure) = await _connector.OpenAsync(ct);
        if (opened is null)
        {
            LogNotOpened(logger, mail.Id, failure!);
            return new SendOutcome.Transient(failure!);
        }

        return (await GiveAsync(opened, message, mail, ct)).Outcome;
    }

    /// <summary>Always unknown: SMTP has no question for it. The mail is sent again under the same Message-ID, by which servers can drop the second.</summary>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => Task.FromResult(Reconciliation.Unknown);

    /// <summary>Closes every connection; those in use as soon as their mail is over.</summary>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<(SendOutcome Outcome, bool FoundItClosed)> GiveAsync(
        SmtpConnection connection, MimeMessage message, MailMessage mail, CancellationToken ct)
    {
        using var patience = new Patience(options.Timeout, clock, ct);
        var exchange = new SmtpExchange(mail, patience);
        var isKept = false;
        try
        {
            var outcome = await exchange.RunAsync(connection, message);
            isKept = exchange.IsSettled && connection.IsConnected;
            return (outcome, exchange.FoundItClosed);
        }
        finally
        {
            if (isKept)
            {
                _pool.Keep(connection);
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The mail server had closed an idle connection; a new one takes its place")]
    private static partial void LogReplaced(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: {Failure}")]
    private static partial void LogNotOpened(ILogger logger, NotificationId id, string failure);
}
