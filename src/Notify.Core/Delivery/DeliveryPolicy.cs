using Notify.Core.Notifications;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>
/// The state diagram of DESIGN "Notifications": every arrow is one pure function from a notification, and what happened,
/// to the notification in its next state with a line more in its history, or to a refusal.
/// This file: from planned to handed over.
/// </summary>
public static partial class DeliveryPolicy
{
    /// <summary>How long to wait after the n-th attempt that failed for now; after one more it has failed for good.</summary>
    public static IReadOnlyList<TimeSpan> Ladder { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>planned → queued: all that belongs to it is in place.</summary>
    public static Move Queue(Notification notification, DateTimeOffset now) =>
        notification.State is NotificationState.Planned
            ? Next(notification, NotificationState.Queued, HistoryPhrases.Complete.With(), now)
            : Refusal.WrongState;

    /// <summary>queued → sending: the right to send until the lease is over. Counts as one attempt.</summary>
    /// <param name="version">The text that it is going to leave in; null: there is none.</param>
    public static Move Claim(Notification notification, string owner, string? version, TimeSpan lease, DateTimeOffset now)
    {
        if (notification.State is not NotificationState.Queued)
        {
            return Refusal.WrongState;
        }

        if (IsTooLate(notification, now))
        {
            return Refusal.TooLate;
        }

        var claimed = notification with
        {
            Attempts = notification.Attempts + 1,
            TemplateVersion = version,
            Claim = new(owner, now, now + lease, IsAgain: notification.TemplateVersion is not null && notification.TemplateVersion == version),
        };
        return notification.NotBefore > now
            ? Refusal.NotDue
            : Next(claimed, NotificationState.Sending, HistoryPhrases.Claimed.With(owner, claimed.Attempts), now);
    }

    /// <summary>sending → queued, as if it had not been claimed: what it says was no longer known to be true, or the sender is stopping.</summary>
    public static Move GiveBack(Notification notification, Claim claim, string reason, DateTimeOffset now) =>
        Holds(notification, claim) ?? Next(Uncounted(NotLeft(notification)), NotificationState.Queued, HistoryPhrases.GivenBack.With(reason), now);

    /// <summary>sending → accepted, failed, or queued for another time, by what the transport answered to the holder of the claim.</summary>
    /// <remarks>
    /// An acceptance that comes when the claim has run out and the notification waits to be sent again is still taken: it left.
    /// </remarks>
    public static Move Record(Notification notification, Claim claim, SendOutcome outcome, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (outcome is SendOutcome.Accepted late && notification.State is (NotificationState.Queued or NotificationState.Held))
        {
            return Accept(notification, claim.At, late, now);
        }

        return Holds(notification, claim) ?? outcome switch
        {
            SendOutcome.Accepted taken => Accept(notification, claim.At, taken, now),
            SendOutcome.Permanent refused => Fail(notification, refused, now),
            SendOutcome.Transient failed => TryLater(notification, failed.Reason, calendar, now),
            SendOutcome.Throttled told => WaitAsTold(notification, told.RetryAfter, calendar, now),
            SendOutcome.Unanswered none => Next(notification with { Claim = claim with { Unanswered = none.Reason } }, NotificationState.Sending, HistoryPhrases.NoAnswer.With(none.Reason), now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome the policy does not know."),
        };
    }

    /// <summary>Whether a send was begun whose outcome nobody is going to record.</summary>
    public static bool IsUnconfirmed(Notification notification, bool ownerIsGone, DateTimeOffset now) =>
        notification is { State: NotificationState.Sending, Claim: var claim }
        && (claim is null || ownerIsGone || claim.Unanswered is not null || claim.Until <= now);

    /// <summary>sending → accepted, or queued again under the same id: what the transport knows of an unconfirmed send.</summary>
    /// <param name="claim">The claim that was found without its holder.</param>
    /// <param name="reconcileAfter">How long after the claim an event that is awaited may still come.</param>
    public static Move Reconcile(
        Notification notification, Claim? claim, Reconciliation found, bool ownerIsGone, TimeSpan reconcileAfter, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (Holds(notification, claim) is { } refused)
        {
            return refused;
        }

        return !IsUnconfirmed(notification, ownerIsGone, now) ? Refusal.ClaimHeld : found switch
        {
            Reconciliation.Taken => Taken(notification, HistoryPhrases.FoundTaken.With(), now),
            Reconciliation.EventAwaited when claim is not null && now < claim.At + reconcileAfter => Refusal.NotDue,
            _ when claim?.Unanswered is { } reason => TryLater(notification, reason, calendar, now),
            Reconciliation.NotTaken => Next(Uncounted(notification with { TemplateVersion = null }), NotificationState.Queued, HistoryPhrases.FoundNotTaken.With(), now),
            // Not counted as an attempt: that a process died says nothing against the mail, which must not fail for it.
            _ => Next(Uncounted(notification), NotificationState.Queued, HistoryPhrases.SentAgain.With(), now),
        };
    }

    private static Move? Holds(Notification notification, Claim? claim) =>
        notification.State is not NotificationState.Sending ? Refusal.WrongState
        : notification.Claim != claim ? Refusal.ClaimLost
        : null;

    private static Notification Uncounted(Notification notification) =>
        notification with { Attempts = Math.Max(0, notification.Attempts - 1) };

    /// <summary>This send did not leave for certain, so that the next may go in another wording, unless an earlier one may have left.</summary>
    private static Notification NotLeft(Notification notification) =>
        notification.Claim is { IsAgain: true } ? notification : notification with { TemplateVersion = null };

    private static Notification Accept(Notification notification, DateTimeOffset sentAt, SendOutcome.Accepted accepted, DateTimeOffset now)
    {
        var recipients = EachWaiting(notification, r => Refused(r, accepted.Refused) ?? r with { Outcome = RecipientOutcome.Accepted });
        var taken = recipients.Count(r => r.Outcome is RecipientOutcome.Accepted);
        var next = notification with { Recipients = recipients, ProviderId = accepted.ProviderId };
        return taken == 0
            ? Next(next, NotificationState.Failed, HistoryPhrases.AllRefused.With(), now)
            : Next(next with { SentAt = sentAt }, NotificationState.Accepted, HistoryPhrases.HandedOver.With(taken, recipients.Count), now);
    }

    private static Notification Fail(Notification notification, SendOutcome.Permanent refusal, DateTimeOffset now)
    {
        var recipients = EachWaiting(notification, r => Refused(r, refusal.Refused) ?? r with { Outcome = RecipientOutcome.Failed, Detail = refusal.Reason });
        return Next(notification with { Recipients = recipients }, NotificationState.Failed, refusal.Reason, now);
    }

    private static Recipient? Refused(Recipient recipient, IReadOnlyList<RefusedRecipient> refused) =>
        refused.FirstOrDefault(r => r.Address == recipient.Address) is { } why
            ? recipient with { Outcome = RecipientOutcome.Failed, Detail = why.Reason, IsDead = why.IsDead }
            : null;

    private static Notification TryLater(Notification notification, string reason, WorkingCalendar calendar, DateTimeOffset now) =>
        notification.Attempts > Ladder.Count
            ? Fail(notification, new(HistoryPhrases.GivenUp.With(notification.Attempts, reason)), now)
            : Next(
                notification with { NotBefore = OpenFrom(notification, now + Ladder[Math.Max(0, notification.Attempts - 1)], calendar) },
                NotificationState.Queued,
                HistoryPhrases.FailedForNow.With(notification.Attempts, reason),
                now);

    private static Notification WaitAsTold(Notification notification, TimeSpan wait, WorkingCalendar calendar, DateTimeOffset now) =>
        Next(
            Uncounted(NotLeft(notification)) with { NotBefore = OpenFrom(notification, now + wait, calendar) },
            NotificationState.Queued,
            HistoryPhrases.Throttled.With(wait),
            now);

    private static DateTimeOffset OpenFrom(Notification notification, DateTimeOffset at, WorkingCalendar calendar) =>
        notification.Urgent ? at : calendar.NextOpen(at);

    private static IReadOnlyList<Recipient> EachWaiting(Notification notification, Func<Recipient, Recipient> change) =>
        [.. notification.Recipients.Select(r => r.Outcome is RecipientOutcome.Waiting ? change(r) : r)];

    private static bool IsTooLate(Notification notification, DateTimeOffset now) => notification.Expires <= now;
}
