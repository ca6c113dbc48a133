using Notify.Core.Notifications;

namespace Notify.Web.Notifications;

/// <summary>What a coordinator can do to a mail.</summary>
public enum MailAction
{
    /// <summary>It does not leave until somebody lets it.</summary>
    Hold,

    /// <summary>It may leave again.</summary>
    Release,

    /// <summary>It leaves without waiting for its time.</summary>
    Now,

    /// <summary>It never leaves.</summary>
    Cancel,

    /// <summary>It is sent once more.</summary>
    Retry,
}

/// <summary>What can be done to a mail in each state.</summary>
public static class MailActions
{
    /// <summary>The actions that a state allows, as the delivery policy does.</summary>
    public static IReadOnlyList<MailAction> In(NotificationState state) => state switch
    {
        NotificationState.Queued => [MailAction.Hold, MailAction.Now, MailAction.Cancel],
        NotificationState.Held => [MailAction.Release, MailAction.Now, MailAction.Cancel],
        NotificationState.Failed or NotificationState.Bounced or NotificationState.Suppressed or NotificationState.Cancelled => [MailAction.Retry],
        _ => [],
    };
}
