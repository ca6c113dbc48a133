using Microsoft.Extensions.Logging;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Core.Delivery;

/// <summary>Makes the mail of a claimed notification and hands it to the transport. Writes nothing.</summary>
public sealed partial class Handover(
    IMailTransport transport, IEnumerable<IMailAttachments> attachments, IEnumerable<IMailPictures> pictures, MailOptions options, TimeProvider clock, ILogger<Handover> logger)
{
    /// <summary>How long a send in flight may go on after the stop: the host itself has five seconds.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(3);

    /// <summary>The mail to whoever waits for it, dated by its claim; or why there can be none.</summary>
    /// <param name="written">What it says.</param>
    public (MailMessage? Mail, SendOutcome.Permanent? Refusal) Compose(Notification claimed, WrittenMail written, EmailAddress replyTo)
    {
        if (written.Mail is not { } content)
        {
            LogUnrenderable(logger, written.Failure, claimed.Id);
            return (null, new(written.Failure?.Message ?? "there is no text"));
        }

        var (to, cc) = Addressed(claimed);
        var isLast = claimed.Attempts > DeliveryPolicy.Ladder.Count;
        var files = attachments.SelectMany(a => a.AttachedTo(claimed)).ToList();
        var shown = pictures.SelectMany(p => p.PicturesIn(claimed)).ToList();
        return (new(claimed.Id, claimed.Kind, claimed.District, options.ToSender(), replyTo, to, claimed.Claim!.At, claimed.Language, content, isLast, cc, files, shown), null);
    }

    /// <summary>Who waits for it. When only those of the copy are left, they stand in To: a mail needs somebody there.</summary>
    private static (IReadOnlyList<EmailAddress> To, IReadOnlyList<EmailAddress> Cc) Addressed(Notification claimed)
    {
        var waiting = claimed.Recipients.Where(r => r.Outcome is RecipientOutcome.Waiting).ToLookup(r => r.IsCopy, r => r.Address);
        return waiting.Contains(false) ? ([.. waiting[false]], [.. waiting[true]]) : ([.. waiting[true]], []);
    }

    /// <summary>The transport's answer; null when it gave none in time, so that nobody knows whether it took the mail.</summary>
    /// <param name="stopping">Lets a send in flight finish for a short while yet.</param>
    public async Task<SendOutcome?> SendAsync(MailMessage mail, Claim claim, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(TimeLeft(claim), clock);
        using var stop = stopping.Register(() => limit.CancelAfter(StopGrace));
        try
        {
            var outcome = await transport.SendAsync(mail, limit.Token);
            return outcome is SendOutcome.Unanswered none ? await AskAsync(mail, none, limit.Token) : outcome;
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            LogUnanswered(logger, e, mail.Id);
            return null;
        }
        catch (Exception e)
        {
            LogThrew(logger, e, mail.Id, transport.Name);
            return new SendOutcome.Transient(e.GetType().Name);
        }
    }

    /// <summary>Without an answer the transport may still know, or may be told before long; where it never can, the mail is tried again.</summary>
    private async Task<SendOutcome> AskAsync(MailMessage mail, SendOutcome.Unanswered none, CancellationToken ct) =>
        await transport.ReconcileAsync(mail.Id, ct) switch
        {
            Reconciliation.Taken => new SendOutcome.Accepted(null, []),
            Reconciliation.EventAwaited => none,
            _ => new SendOutcome.Transient(none.Reason),
        };

    // A tenth less than the lease, so that the send is over before anyone else may settle it.
    private TimeSpan TimeLeft(Claim claim)
    {
        var left = claim.Until - ((claim.Until - claim.At) / 10) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id} cannot be rendered and has failed")]
    private static partial void LogUnrenderable(ILogger logger, Exception? exception, NotificationId id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: no answer within the lease or before the stop; it is settled later")]
    private static partial void LogUnanswered(ILogger logger, Exception exception, NotificationId id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id}: the transport {Transport} threw")]
    private static partial void LogThrew(ILogger logger, Exception exception, NotificationId id, string transport);
}
