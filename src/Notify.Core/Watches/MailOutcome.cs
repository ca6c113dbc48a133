using System.Text.Json.Serialization;
using Notify.Core.Notifications;

namespace Notify.Core.Watches;

/// <summary>What became of a mail, as far as a watch cares.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailOutcome>))]
public enum MailOutcome
{
    /// <summary>On its way.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>The provider took it.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,

    /// <summary>It ended without reaching anybody.</summary>
    [JsonStringEnumMemberName("undelivered")] Undelivered,
}

/// <summary>Reads the outcome off a mail.</summary>
public static class MailOutcomes
{
    /// <summary>What the mail's state means to a watch.</summary>
    public static MailOutcome Of(Notification mail) => mail.State switch
    {
        NotificationState.Accepted or NotificationState.Delivered => MailOutcome.Accepted,
        NotificationState.Queued => MailOutcome.Waiting,
        _ => MailOutcome.Undelivered,
    };
}
