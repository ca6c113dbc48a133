using System.Globalization;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Delivery;

// What happens to a notification without anyone's hand: what the provider tells, and the ends that need no send.
public static partial class DeliveryPolicy
{
    private const int HistoryLines = 200;
    private const int HistoryHead = 20;

    /// <summary>queued, held → expired: it would come too late.</summary>
    public static Move Expire(Notification notification, DateTimeOffset now) =>
        !IsWaiting(notification) ? Refusal.WrongState
        : IsTooLate(notification, now) ? Next(notification, NotificationState.Expired, "too late to be sent", now)
        : Refusal.NotDue;

    /// <summary>planned, queued, held → superseded: a newer truth replaced it before it left.</summary>
    public static Move Supersede(Notification notification, DateTimeOffset now, string reason) =>
        IsWaiting(notification) || notification.State is NotificationState.Planned
            ? Next(notification, NotificationState.Superseded, reason, now)
            : Refusal.WrongState;

    /// <summary>
    /// queued → queued with some recipients left out, or → suppressed when none is left: trial mode, dead addresses.
    /// </summary>
    /// <param name="isAllowed">Whether an address may receive.</param>
    /// <param name="reason">Why the others may not.</param>
    public static Move Suppress(Notification notification, Func<EmailAddress, bool> isAllowed, string reason, DateTimeOffset now)
    {
        if (notification.State is not NotificationState.Queued)
        {
            return Refusal.WrongState;
        }

        var recipients = EachWaiting(notification, r => isAllowed(r.Address)
            ? r
            : r with { Outcome = RecipientOutcome.Suppressed, Detail = reason });
        var left = recipients.Count(r => r.Outcome is RecipientOutcome.Waiting);
        var before = notification.Recipients.Count(r => r.Outcome is RecipientOutcome.Waiting);
        var next = notification with { Recipients = recipients };
        return left == 0 ? Next(next, NotificationState.Suppressed, $"nobody is left to send to: {reason}", now)
            : left == before ? Refusal.NothingNew
            : Next(next, NotificationState.Queued, string.Create(CultureInfo.InvariantCulture, $"{before - left} of {before} recipients left out: {reason}"), now);
    }

    /// <summary>accepted → delivered: the provider says that the address has it. Delivered when any recipient is.</summary>
    /// <remarks>
    /// Events come out of order and many times over. What is delivered stays so, and being delivered outweighs a bounce, so
    /// that any order ends alike. An event for a send that is not recorded yet proves that it was taken.
    /// </remarks>
    public static Move Delivered(Notification notification, EmailAddress address, DateTimeOffset now) =>
        Told(notification, address, RecipientOutcome.Delivered, null, now);

    /// <summary>accepted → bounced: the address is dead. Bounced only when every recipient is, leaving out those never sent to.</summary>
    /// <inheritdoc cref="Delivered" path="/remarks"/>
    public static Move Bounced(Notification notification, EmailAddress address, string reason, DateTimeOffset now) =>
        // A bounce told twice must not end a notification that was queued again by hand after the first.
        notification.State is NotificationState.Queued ? Refusal.WrongState
        : Told(notification, address, RecipientOutcome.Bounced, reason, now);

    private static Move Told(Notification notification, EmailAddress address, RecipientOutcome outcome, string? detail, DateTimeOffset now)
    {
        var taken = notification.State switch
        {
            NotificationState.Queued or NotificationState.Sending => Taken(notification, "the provider has it", now),
            NotificationState.Accepted or NotificationState.Delivered or NotificationState.Bounced => notification,
            _ => null,
        };
        if (taken is null)
        {
            return Refusal.WrongState;
        }

        if (!taken.Recipients.Any(r => r.Address == address && Weight(r.Outcome) < Weight(outcome)))
        {
            return Refusal.NothingNew;
        }

        IReadOnlyList<Recipient> recipients =
            [.. taken.Recipients.Select(r => r.Address == address ? r with { Outcome = outcome, Detail = detail } : r)];
        var line = outcome is RecipientOutcome.Delivered ? "delivered to a recipient" : $"bounced: {detail}";
        return Next(taken with { Recipients = recipients }, StateOf(recipients), line, now);
    }

    private static Notification Taken(Notification notification, string detail, DateTimeOffset now) =>
        Next(
            notification with
            {
                Recipients = EachWaiting(notification, r => r with { Outcome = RecipientOutcome.Accepted }),
                SentAt = notification.Claim?.At ?? now,
            },
            NotificationState.Accepted,
            detail,
            now);

    private static NotificationState StateOf(IReadOnlyList<Recipient> recipients) =>
        recipients.Any(r => r.Outcome is RecipientOutcome.Delivered) ? NotificationState.Delivered
        : recipients.Any(r => r.Outcome is RecipientOutcome.Accepted) ? NotificationState.Accepted
        : NotificationState.Bounced;

    // What was never sent to an address cannot have been delivered there.
    private static int Weight(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Waiting => 0,
        RecipientOutcome.Accepted => 1,
        RecipientOutcome.Bounced => 2,
        _ => 3,
    };

    private static bool IsWaiting(Notification notification) =>
        notification.State is NotificationState.Queued or NotificationState.Held;

    private static Notification Next(Notification notification, NotificationState state, string detail, DateTimeOffset now) =>
        notification with
        {
            State = state,
            Claim = state is NotificationState.Sending ? notification.Claim : null,
            History = Extend(notification.History, new(now, state, detail)),
        };

    // A provider that throttles for days would otherwise outgrow the greatest record; the beginning and the end are what one asks for.
    private static IReadOnlyList<Transition> Extend(IReadOnlyList<Transition> history, Transition line) =>
        history.Count < HistoryLines
            ? [.. history, line]
            : [.. history.Take(HistoryHead), .. history.Skip(HistoryHead + 1), line];
}
