using Notify.Core.Delivery.Events;
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
        : IsTooLate(notification, now) ? Next(notification, NotificationState.Expired, HistoryPhrases.TooLate.With(), now)
        : Refusal.NotDue;

    /// <summary>planned, queued, held → superseded: a newer truth replaced it before it left.</summary>
    public static Move Supersede(Notification notification, DateTimeOffset now, string reason) =>
        IsWaiting(notification) || notification.State is NotificationState.Planned
            ? Next(notification, NotificationState.Superseded, reason, now)
            : Refusal.WrongState;

    /// <summary>
    /// queued → queued with some recipients left out, or → suppressed when none is left: trial mode, dead addresses.
    /// </summary>
    /// <param name="whyNot">Why nothing may be sent to an address; null when it may.</param>
    public static Move LeaveOut(Notification notification, Func<EmailAddress, LeftOut?> whyNot, DateTimeOffset now)
    {
        if (notification.State is not NotificationState.Queued)
        {
            return Refusal.WrongState;
        }

        var recipients = EachWaiting(notification, r => whyNot(r.Address) is { } why ? r with { Outcome = why.Outcome, Detail = why.Reason } : r);
        var gone = recipients.Except(notification.Recipients).ToList();
        var left = recipients.Count(r => r.Outcome is RecipientOutcome.Waiting);
        var next = notification with { Recipients = recipients };
        var reason = string.Join(", ", gone.Select(r => r.Detail).Distinct());
        return left == 0 ? Next(next, NotificationState.Suppressed, HistoryPhrases.NobodyLeft.With(reason), now)
            : gone.Count == 0 ? Refusal.NothingNew
            : Next(next, NotificationState.Queued, HistoryPhrases.LeftOut.With(gone.Count, left + gone.Count, reason), now);
    }

    /// <summary>accepted → delivered or bounced, by what the provider tells of the recipients; delivered when any is, bounced when all are.</summary>
    /// <remarks>
    /// Events come out of order and many times over. What is delivered stays so, and being delivered outweighs a bounce, so that
    /// any order ends alike. An event for a send that is not recorded yet proves that it was taken, also when it had been given up.
    /// An event for a send from before the notification was queued again by hand says nothing.
    /// </remarks>
    public static Move Told(Notification notification, IEnumerable<ProviderEvent> events, DateTimeOffset now)
    {
        var told = events.Aggregate(notification, (n, e) => Told(n, e, now));
        return told == notification ? Refusal.NothingNew : told;
    }

    private static Notification Told(Notification notification, ProviderEvent told, DateTimeOffset now)
    {
        if (!Concerns(notification, told))
        {
            return notification;
        }

        var taken = notification.State is NotificationState.Accepted or NotificationState.Delivered or NotificationState.Bounced
            ? notification
            : Taken(notification, HistoryPhrases.ProviderHasIt.With(), now);
        IReadOnlyList<Recipient> recipients = [.. taken.Recipients.Select(r => r.Address == told.Address ? Told(r, told) : r)];
        return recipients.SequenceEqual(taken.Recipients)
            ? taken
            : Next(taken with { Recipients = recipients }, StateOf(recipients), LineOf(told), now);
    }

    /// <summary>Whether a send that the event can be about has been made, or may have been.</summary>
    private static bool Concerns(Notification notification, ProviderEvent told) =>
        notification.Recipients.Any(r => r.Address == told.Address)
        && (told.MessageId is null || !notification.FormerProviderIds.Contains(told.MessageId))
        && notification.State switch
        {
            // A bounce told twice must not end a notification that was queued again by hand after the first.
            NotificationState.Queued or NotificationState.Held =>
                told.MessageId is not null || told.Kind is ProviderEventKind.Delivered or ProviderEventKind.Processed,
            NotificationState.Sending or NotificationState.Accepted or NotificationState.Delivered or NotificationState.Bounced
                or NotificationState.Failed => true,
            _ => false,
        };

    private static Recipient Told(Recipient recipient, ProviderEvent told)
    {
        if (recipient.Outcome is RecipientOutcome.Suppressed or RecipientOutcome.Dead)
        {
            return recipient;
        }

        var outcome = told.Kind switch
        {
            ProviderEventKind.Processed => RecipientOutcome.Accepted,
            ProviderEventKind.Delivered or ProviderEventKind.SpamReport => RecipientOutcome.Delivered,
            _ => RecipientOutcome.Bounced,
        };
        var isDead = told.Kind is ProviderEventKind.Bounced or ProviderEventKind.Dropped or ProviderEventKind.SpamReport;
        var next = Weight(recipient.Outcome) < Weight(outcome) ? recipient with { Outcome = outcome, Detail = told.Reason } : recipient;
        return isDead && !recipient.IsDead ? next with { IsDead = true, Detail = told.Reason ?? LineOf(told) } : next;
    }

    private static string LineOf(ProviderEvent told) => told.Kind switch
    {
        ProviderEventKind.Processed => HistoryPhrases.ProviderHasIt.With(),
        ProviderEventKind.Delivered => HistoryPhrases.Delivered.With(),
        ProviderEventKind.SpamReport => HistoryPhrases.Unwanted.With(),
        ProviderEventKind.Blocked => HistoryPhrases.Blocked.With(told.Reason),
        ProviderEventKind.Dropped => HistoryPhrases.Dropped.With(told.Reason),
        _ => HistoryPhrases.Bounced.With(told.Reason),
    };

    private static Notification Taken(Notification notification, string detail, DateTimeOffset now) =>
        Next(
            notification with
            {
                Recipients = notification.State is NotificationState.Failed
                    ? notification.Recipients
                    : EachWaiting(notification, r => r with { Outcome = RecipientOutcome.Accepted }),
                SentAt = notification.Claim?.At ?? now,
            },
            NotificationState.Accepted,
            detail,
            now);

    private static NotificationState StateOf(IReadOnlyList<Recipient> recipients) =>
        recipients.Any(r => r.Outcome is RecipientOutcome.Delivered) ? NotificationState.Delivered
        : recipients.Any(r => r.Outcome is RecipientOutcome.Accepted) ? NotificationState.Accepted
        : NotificationState.Bounced;

    // What seemed to have failed can have arrived.
    private static int Weight(RecipientOutcome outcome) => outcome switch
    {
        RecipientOutcome.Waiting or RecipientOutcome.Failed => 0,
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

/// <summary>Why nothing is sent to an address.</summary>
/// <param name="Outcome"><see cref="RecipientOutcome.Suppressed"/> or <see cref="RecipientOutcome.Dead"/>.</param>
public sealed record LeftOut(RecipientOutcome Outcome, string Reason);
