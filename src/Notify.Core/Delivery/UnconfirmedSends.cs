using Microsoft.Extensions.Logging;
using Notify.Core.Notifications;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>Settles sends that were begun and never recorded: the transport is asked, and the notification goes on or is sent again.</summary>
public sealed partial class UnconfirmedSends(
    NotificationMoves moves, IMailTransport transport, IClaimOwners claimOwners, WorkingCalendar calendar, MailOptions options, TimeProvider clock,
    ILogger<UnconfirmedSends> logger)
{
    /// <summary>Settles it, unless its sender may still finish or an event may still come.</summary>
    public async Task<DeliveryResult> SettleAsync(Stored stored, DeliveryRun run, CancellationToken ct)
    {
        if (await SettleAsync(stored, ct) is not { } result)
        {
            return DeliveryResult.Skipped;
        }

        run.LookAgainIf(result.MoreToDo || result.Stored.Notification.State is NotificationState.Queued);
        return DeliveryResult.Settled;
    }

    /// <summary>Settles it; null: not yet.</summary>
    public async Task<MoveResult?> SettleAsync(Stored stored, CancellationToken ct)
    {
        var (claim, now) = (stored.Notification.Claim, clock.GetUtcNow());
        var isGone = claim is not null && claimOwners.IsGone(claim.Owner);
        if (!DeliveryPolicy.IsUnconfirmed(stored.Notification, isGone, now))
        {
            return null;
        }

        var found = await transport.ReconcileAsync(stored.Notification.Id, ct);
        var result = await moves.ApplyAsync(stored, n => DeliveryPolicy.Reconcile(n, claim, found, isGone, options.ReconcileAfter, calendar, now), ct);
        if (result.Refusal is not null)
        {
            return null;
        }

        LogSettled(logger, stored.Notification.Id, found);
        return result;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {Id}: a send without a recorded outcome was settled: {Found}")]
    private static partial void LogSettled(ILogger logger, NotificationId id, Reconciliation found);
}
