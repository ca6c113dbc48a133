using System.Text.Json;
using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>What a watch has decided to say: a notification but for its id, its template's version and its links.</summary>
/// <param name="Sequence">The sequence number of the state that causes it.</param>
/// <param name="IsDigest">Whether it lists items that may change while its cause stays; its id then does not depend on the values.</param>
/// <param name="ReceiptSequence">The sequence number that the link <c>receipt</c> confirms; null when the mail has none.</param>
public sealed record NotificationDraft(
    string Kind,
    DistrictCode District,
    string Subject,
    long Sequence,
    IReadOnlyList<EmailAddress> Recipients,
    Language Language,
    JsonElement Values,
    DateTimeOffset NotBefore,
    bool IsDigest = false,
    long? ReceiptSequence = null)
{
    /// <summary>The id that the notification will have.</summary>
    public NotificationId Id => NotificationId.Of(District, Kind, Subject, Sequence, Recipients, IsDigest ? null : Values);
}
