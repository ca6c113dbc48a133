using System.Text.Json;
using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>What a watch has decided to say: a notification but for its id, its template's version and its links.</summary>
/// <param name="Sequence">The sequence number of the state that causes it.</param>
/// <param name="IsDigest">Whether it lists items that may change while its cause stays; its id then does not depend on the values.</param>
/// <param name="ReceiptSequence">The sequence number that the link <c>receipt</c> confirms; null when the mail has none.</param>
/// <param name="Copies">Who gets it in Cc; they are no part of its id.</param>
/// <param name="Links">Further links of the mail.</param>
/// <param name="Expires">Not sent from then on; null: never too late.</param>
/// <param name="Urgent">Whether it goes outside the send window, too.</param>
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
    long? ReceiptSequence = null,
    IReadOnlyList<EmailAddress>? Copies = null,
    IReadOnlyList<DraftLink>? Links = null,
    DateTimeOffset? Expires = null,
    bool Urgent = false)
{
    /// <summary>The id that the notification will have.</summary>
    public NotificationId Id => NotificationId.Of(District, Kind, Subject, Sequence, Recipients, IsDigest ? null : Values);
}

/// <summary>A link that a mail is to have.</summary>
/// <param name="Name">The name under which the template knows it.</param>
public abstract record DraftLink(string Name)
{
    /// <summary>To a page behind a token, which is made when the notification is.</summary>
    /// <param name="Purpose">A constant of <see cref="Core.Links.LinkPurpose"/>.</param>
    /// <param name="Answer">Which answer the page shows chosen; it is not given by that. Null: the page has none to choose.</param>
    public sealed record Reply(string Name, string Purpose, string Subject, long Sequence, string? Answer = null) : DraftLink(Name);

    /// <summary>To somewhere else.</summary>
    public sealed record Outside(string Name, Uri Address) : DraftLink(Name);
}
