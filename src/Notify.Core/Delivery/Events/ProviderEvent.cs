using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Delivery.Events;

/// <summary>What the mail provider tells about one recipient of one mail, after it had taken the mail.</summary>
/// <param name="At">When it happened, by the provider's clock.</param>
/// <param name="MessageId">The provider's own id of the mail, as it was given with the acceptance; null when the event has none.</param>
/// <param name="Reason">The provider's words; null when it gave none.</param>
public sealed record ProviderEvent(
    NotificationId Notification, EmailAddress Address, ProviderEventKind Kind, DateTimeOffset At, string? MessageId, string? Reason);

/// <summary>What happened to a mail on its way to one address.</summary>
public enum ProviderEventKind
{
    /// <summary>The provider has the mail and is trying, or trying again. Proves that it was taken.</summary>
    Processed,

    /// <summary>The receiving server has it.</summary>
    Delivered,

    /// <summary>Refused for good: the address is dead.</summary>
    Bounced,

    /// <summary>Refused for what it is or where it comes from; the address itself may be well.</summary>
    Blocked,

    /// <summary>The provider did not even try, since the address bounced or complained before: it is dead.</summary>
    Dropped,

    /// <summary>The recipient called it unwanted: nothing more may be sent there.</summary>
    SpamReport,
}
