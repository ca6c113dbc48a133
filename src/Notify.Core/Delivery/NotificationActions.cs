using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>What people do to notifications by hand: each in one commit with what the owning watch makes of it.</summary>
public sealed class NotificationActions(IRecordStore store, NotificationMoves moves, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Keeps a queued notification from leaving.</summary>
    /// <param name="who">Shown in the history.</param>
    public Task<ActionAnswer> HoldAsync(NotificationId id, string who, CancellationToken ct) =>
        ActAsync(id, (notification, now) => DeliveryPolicy.Hold(notification, who, now), ct);

    /// <summary>Lets a held notification leave.</summary>
    /// <inheritdoc cref="HoldAsync"/>
    public Task<ActionAnswer> ReleaseAsync(NotificationId id, string who, CancellationToken ct) =>
        ActAsync(id, (notification, now) => DeliveryPolicy.Release(notification, who, now), ct);

    /// <summary>Lets a queued or held notification leave without waiting for its time: at once, or when the send window opens.</summary>
    /// <inheritdoc cref="HoldAsync"/>
    public Task<ActionAnswer> SendNowAsync(NotificationId id, string who, CancellationToken ct) =>
        ActAsync(id, (notification, now) => DeliveryPolicy.SendNow(notification, who, calendar, now), ct);

    /// <summary>Ends a notification that has not left.</summary>
    /// <inheritdoc cref="HoldAsync"/>
    public Task<ActionAnswer> CancelAsync(NotificationId id, string who, CancellationToken ct) =>
        ActAsync(id, (notification, now) => DeliveryPolicy.Cancel(notification, who, now), ct);

    /// <summary>
    /// Queues a notification again that failed, bounced, was suppressed or cancelled. One that a newer truth has replaced stays
    /// as it is: there is nothing to do.
    /// </summary>
    /// <inheritdoc cref="HoldAsync"/>
    public async Task<ActionAnswer> RetryAsync(NotificationId id, string who, CancellationToken ct)
    {
        var before = (await NotificationRows.FindAsync(store, id, ct))?.Notification;
        return before is not null && Retry(before, clock.GetUtcNow()).Refusal is null
            && moves.OwnerOf(before.Kind) is { } owner && !await owner.IsWantedAsync(before, ct)
            ? new(ActionResult.NothingToDo, before)
            : await ActAsync(id, Retry, ct);

        Move Retry(Notification notification, DateTimeOffset now) => DeliveryPolicy.Retry(notification, who, calendar, now);
    }

    /// <summary>Ends a notification that has not left, because it is no longer true.</summary>
    /// <inheritdoc cref="HoldAsync"/>
    public Task<ActionAnswer> SupersedeAsync(NotificationId id, string who, CancellationToken ct) =>
        ActAsync(id, (notification, now) => DeliveryPolicy.Supersede(notification, now, HistoryPhrases.SupersededBy.With(who)), ct);

    private async Task<ActionAnswer> ActAsync(NotificationId id, Func<Notification, DateTimeOffset, Move> decide, CancellationToken ct)
    {
        if (await NotificationRows.FindAsync(store, id, ct) is not { } stored)
        {
            return new(ActionResult.NotFound, null);
        }

        var result = await moves.ApplyAsync(stored, notification => decide(notification, clock.GetUtcNow()), ct);
        return new(result.Refusal is null ? ActionResult.Done : ActionResult.NothingToDo, result.Stored.Notification);
    }
}

/// <summary>The answer to an action by hand.</summary>
/// <param name="Notification">As it is now; null when there is none.</param>
public sealed record ActionAnswer(ActionResult Result, Notification? Notification);

/// <summary>What an action by hand came to.</summary>
public enum ActionResult
{
    /// <summary>The notification is in its new state.</summary>
    Done,

    /// <summary>Its state allows no such action; it is as it was.</summary>
    NothingToDo,

    /// <summary>There is no notification of that id.</summary>
    NotFound,
}
