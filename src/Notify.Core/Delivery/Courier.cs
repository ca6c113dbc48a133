using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Pace;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>
/// Takes one notification as far as it goes now: render, claim, ask its watch, send, record. Between the commits nothing is
/// locked. A mail costs one read, the claim and the record, and what its watch reads: with the contacts watch five store operations.
/// </summary>
public sealed partial class Courier(
    IRecordStore store, NotificationMoves moves, IMailRenderer renderer, Handover handover, UnconfirmedSends unconfirmed, IClaimOwners claimOwners,
    MailPace pace, WorkingCalendar calendar, MailOptions options, TimeProvider clock, ILogger<Courier> logger)
{
    /// <summary>How often a notification is looked at in one run while its watch keeps finding it stale.</summary>
    private const int MaxLooks = 3;

    /// <summary>Takes the notification as far as it goes now.</summary>
    public async Task<DeliveryResult> DeliverAsync(NotificationId id, DeliveryRun run, CancellationToken ct)
    {
        for (var look = 1; look <= MaxLooks; look++)
        {
            if (await NotificationRows.FindAsync(store, id, ct) is not { } stored)
            {
                return DeliveryResult.Skipped;
            }

            var result = await LookAsync(stored, run, ct);
            if (result is not DeliveryResult.Stale)
            {
                return result;
            }

            await run.CatchUpAsync(moves.OwnerOf(stored.Notification.Kind)!, stored.Notification, ct);
        }

        LogStale(logger, id);
        return DeliveryResult.Stale;
    }

    private async Task<DeliveryResult> LookAsync(Stored stored, DeliveryRun run, CancellationToken ct) => stored.Notification.State switch
    {
        NotificationState.Sending => await unconfirmed.SettleAsync(stored, run, ct),
        NotificationState.Queued => await DispatchAsync(stored, run, ct),
        _ => DeliveryResult.Skipped,
    };

    private async Task<DeliveryResult> DispatchAsync(Stored stored, DeliveryRun run, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var notification = stored.Notification;
        if (DeliveryPolicy.Expire(notification, now).Next is not null)
        {
            return await EndAsync(stored, n => DeliveryPolicy.Expire(n, now), DeliveryResult.Expired, run, ct);
        }

        if (!notification.Urgent && !calendar.IsOpen(now))
        {
            return DeliveryResult.Skipped;
        }

        var reduced = WithoutSilent(notification, run, now).Next;
        if (reduced?.State is NotificationState.Suppressed)
        {
            return !await IsCurrentAsync(notification, ct)
                ? DeliveryResult.Stale
                : await EndAsync(stored, n => WithoutSilent(n, run, now), DeliveryResult.Suppressed, run, ct);
        }

        // Written first: with the claim it is stamped with the text that it leaves in, which has to be kept by then.
        var written = await renderer.RenderAsync(notification, ct);
        await renderer.KeepAsync(notification, written, ct);
        return await ClaimAsync(stored, reduced ?? notification, written, now, ct) is { } claimed
            ? await SendAsync(claimed, written, run, ct)
            : DeliveryResult.Skipped;
    }

    private Move WithoutSilent(Notification notification, DeliveryRun run, DateTimeOffset now) =>
        DeliveryPolicy.LeaveOut(notification, address => options.WhyNot(address) ?? run.WhyNot(address), now);

    private async Task<DeliveryResult> EndAsync(
        Stored stored, Func<Notification, Move> decide, DeliveryResult ending, DeliveryRun run, CancellationToken ct)
    {
        var result = await moves.ApplyAsync(stored, decide, ct);
        run.LookAgainIf(result.MoreToDo);
        return result.Refusal is null ? ending : DeliveryResult.Skipped;
    }

    private async Task<Stored?> ClaimAsync(Stored stored, Notification ready, WrittenMail written, DateTimeOffset now, CancellationToken ct)
    {
        var move = DeliveryPolicy.Claim(ready, claimOwners.Self, written.Version, options.Lease, now);
        return move.Next is { } claimed ? await moves.TryClaimAsync(stored, claimed, ct) : null;
    }

    private async Task<DeliveryResult> SendAsync(Stored claimed, WrittenMail written, DeliveryRun run, CancellationToken ct)
    {
        var composed = await PrepareAsync(claimed, written, run, ct);
        if (composed is not var (mail, refusal))
        {
            await GiveBackAsync(claimed, HistoryPhrases.NotLooked.With());
            return DeliveryResult.Stale;
        }

        var claim = claimed.Notification.Claim!;
        SendOutcome? outcome = mail is null ? refusal : await handover.SendAsync(mail, claim, ct);
        if (outcome is null)
        {
            return DeliveryResult.Unconfirmed;
        }

        var result = await RecordAsync(claimed, claim, outcome, run);
        await pace.HearAsync(outcome, CancellationToken.None);
        return result;
    }

    /// <summary>The mail, or why there is none; null when the watch has to look first. Whatever stops it before the send gives the claim back.</summary>
    private async Task<(MailMessage? Mail, SendOutcome.Permanent? Refusal)?> PrepareAsync(Stored claimed, WrittenMail written, DeliveryRun run, CancellationToken ct)
    {
        try
        {
            if (!await IsCurrentAsync(claimed.Notification, ct))
            {
                return null;
            }

            var replyTo = await run.ReplyToAsync(ct) ?? options.ToSender().Address;
            ct.ThrowIfCancellationRequested();
            return handover.Compose(claimed.Notification, written, replyTo);
        }
        catch (Exception e)
        {
            LogInterrupted(logger, e, claimed.Notification.Id);
            await GiveBackAsync(claimed, ct.IsCancellationRequested ? HistoryPhrases.Stopping.With() : e.GetType().Name);
            throw;
        }
    }

    // Not cancelled by a stop, and without effect when it fails: the lease runs out all the same.
    private async Task GiveBackAsync(Stored claimed, string reason)
    {
        try
        {
            var move = DeliveryPolicy.GiveBack(claimed.Notification, claimed.Notification.Claim!, reason, clock.GetUtcNow());
            await moves.TryClaimAsync(claimed, move.Next!, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNotGivenBack(logger, e, claimed.Notification.Id);
        }
    }

    // Not cancelled by a stop: what was sent has to be known.
    private async Task<DeliveryResult> RecordAsync(Stored claimed, Claim claim, SendOutcome outcome, DeliveryRun run)
    {
        MoveResult result;
        try
        {
            result = await moves.ApplyAsync(
                claimed, n => DeliveryPolicy.Record(n, claim, outcome, calendar, clock.GetUtcNow()), CancellationToken.None);
        }
        catch (ConflictException e)
        {
            LogNotRecorded(logger, e, claimed.Notification.Id);
            return DeliveryResult.Unconfirmed;
        }

        run.LookAgainIf(result.MoreToDo);
        LogOutcome(logger, claimed.Notification.Id, outcome.GetType().Name, result.Stored.Notification.State);
        return result.Refusal is not null ? DeliveryResult.Skipped : result.Stored.Notification.State switch
        {
            NotificationState.Accepted => DeliveryResult.Accepted,
            NotificationState.Failed => DeliveryResult.Failed,
            NotificationState.Sending => DeliveryResult.Unconfirmed,
            _ => DeliveryResult.Postponed,
        };
    }

    private async Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) =>
        moves.OwnerOf(notification.Kind) is not { } owner || await owner.IsCurrentAsync(notification, ct);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: its watch does not catch up; looked at again in the next run")]
    private static partial void LogStale(ILogger logger, NotificationId id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: interrupted between claim and send; the claim is given back")]
    private static partial void LogInterrupted(ILogger logger, Exception exception, NotificationId id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id}: the claim could not be given back; it runs out by itself")]
    private static partial void LogNotGivenBack(ILogger logger, Exception exception, NotificationId id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id}: the outcome could not be recorded; it is settled when the lease is over")]
    private static partial void LogNotRecorded(ILogger logger, Exception exception, NotificationId id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id}: {Outcome}, now {State}")]
    private static partial void LogOutcome(ILogger logger, NotificationId id, string outcome, NotificationState state);
}
