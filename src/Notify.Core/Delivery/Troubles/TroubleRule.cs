using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Delivery.Troubles;

/// <summary>What a notification's move says about its addresses. Pure.</summary>
public static class TroubleRule
{
    /// <summary>The mail that tells of problems; problems with it are not told by another of its kind.</summary>
    public const string Kind = "delivery-problem";

    /// <summary>Addresses that the move has shown to be dead.</summary>
    public static IEnumerable<Recipient> Died(Notification before, Notification after) =>
        Pairs(before, after).Where(p => p.After.IsDead && !p.Before.IsDead).Select(p => p.After);

    /// <summary>Addresses that the mail has not reached, or not as it should, as the move shows; a human has to hear of each.</summary>
    public static IEnumerable<Recipient> Missed(Notification before, Notification after) =>
        after.Kind == Kind ? [] : Pairs(before, after)
            .Where(p => (p.After.IsDead && !p.Before.IsDead) || (IsLost(p.After, after) && !IsLost(p.Before, before)))
            .Select(p => p.After);

    /// <summary>Addresses that somebody wants to be tried again although they were dead.</summary>
    public static IEnumerable<EmailAddress> Revived(Notification before, Notification after) =>
        Pairs(before, after)
            .Where(p => p.After.Outcome is RecipientOutcome.Waiting && (p.Before.IsDead || p.Before.Outcome is RecipientOutcome.Dead))
            .Select(p => p.After.Address);

    private static bool IsLost(Recipient recipient, Notification mail) =>
        recipient.Outcome is RecipientOutcome.Bounced or RecipientOutcome.Failed
        || (recipient.Outcome is RecipientOutcome.Dead && mail.State is NotificationState.Suppressed);

    private static IEnumerable<(Recipient Before, Recipient After)> Pairs(Notification before, Notification after) =>
        before.Recipients.Join(after.Recipients, b => b.Address, a => a.Address, (b, a) => (b, a));
}
