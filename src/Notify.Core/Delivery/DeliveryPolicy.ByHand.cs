using Notify.Core.Notifications;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

// What people do to a notification. The history says who.
public static partial class DeliveryPolicy
{
    private const int FormerSends = 20;

    /// <summary>queued → held.</summary>
    public static Move Hold(Notification notification, string who, DateTimeOffset now) =>
        notification.State is NotificationState.Queued
            ? Next(notification, NotificationState.Held, HistoryPhrases.Held.With(who), now)
            : Refusal.WrongState;

    /// <summary>held → queued.</summary>
    public static Move Release(Notification notification, string who, DateTimeOffset now) =>
        notification.State is NotificationState.Held
            ? Next(notification, NotificationState.Queued, HistoryPhrases.Released.With(who), now)
            : Refusal.WrongState;

    /// <summary>queued, held → queued, to leave as soon as the window is open.</summary>
    public static Move SendNow(Notification notification, string who, WorkingCalendar calendar, DateTimeOffset now)
    {
        var first = OpenFrom(notification, now, calendar);
        return !IsWaiting(notification) ? Refusal.WrongState
            : notification.State is NotificationState.Queued && notification.NotBefore <= first ? Refusal.NothingNew
            : IsTooLate(notification, now) ? Refusal.TooLate
            : Next(notification with { NotBefore = first }, NotificationState.Queued, HistoryPhrases.SentAtOnce.With(who), now);
    }

    /// <summary>queued, held → cancelled.</summary>
    public static Move Cancel(Notification notification, string who, DateTimeOffset now) =>
        IsWaiting(notification)
            ? Next(notification, NotificationState.Cancelled, HistoryPhrases.Cancelled.With(who), now)
            : Refusal.WrongState;

    /// <summary>
    /// failed, bounced, suppressed, cancelled → queued, from the first rung of the ladder and to every recipient. Not from
    /// superseded or expired: what is no longer true, or no longer of use, is not sent by hand either.
    /// </summary>
    public static Move Retry(Notification notification, string who, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (notification.State is not (NotificationState.Failed or NotificationState.Bounced
            or NotificationState.Suppressed or NotificationState.Cancelled))
        {
            return Refusal.WrongState;
        }

        var again = notification with
        {
            Recipients = [.. notification.Recipients.Select(r => new Recipient(r.Address, IsCopy: r.IsCopy))],
            NotBefore = OpenFrom(notification, now, calendar),
            Attempts = 0,
            SentAt = null,
            TemplateVersion = null,
            ProviderId = null,
            FormerProviderIds = notification.ProviderId is { } former ? [.. notification.FormerProviderIds.TakeLast(FormerSends - 1), former] : notification.FormerProviderIds,
        };
        return IsTooLate(notification, now) ? Refusal.TooLate : Next(again, NotificationState.Queued, HistoryPhrases.QueuedAgain.With(who), now);
    }
}
