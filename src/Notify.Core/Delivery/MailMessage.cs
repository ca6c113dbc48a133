using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Core.Delivery;

/// <summary>A mail ready to be handed over; every header of CONTRACT.md "Mail" follows from it.</summary>
/// <param name="Id">Also in <c>Message-ID</c> and <c>X-Notify-Id</c>.</param>
/// <param name="Date">The moment of the claim.</param>
/// <param name="To">Never empty.</param>
/// <param name="IsLastAttempt">
/// Whether those who can have it now get it although others cannot. Before that a recipient refused for now keeps the mail from
/// all of them, so that nobody gets it twice.
/// </param>
/// <param name="Cc">Who gets a copy; nobody of To.</param>
/// <param name="Attachments">Files that go with it; null: none.</param>
/// <param name="Pictures">Pictures that its HTML shows; null: none.</param>
public sealed record MailMessage(
    NotificationId Id,
    string Kind,
    DistrictCode District,
    MailSender From,
    EmailAddress ReplyTo,
    IReadOnlyList<EmailAddress> To,
    DateTimeOffset Date,
    Language Language,
    RenderedMail Content,
    bool IsLastAttempt = false,
    IReadOnlyList<EmailAddress>? Cc = null,
    IReadOnlyList<MailAttachment>? Attachments = null,
    IReadOnlyList<MailPicture>? Pictures = null)
{
    /// <summary>Everyone it goes to: those in To, then those in Cc.</summary>
    public IReadOnlyList<EmailAddress> Everyone => [.. To, .. Cc ?? []];
}

/// <summary>The sender's name and address, as <c>Mail:From</c> gives them.</summary>
public sealed record MailSender(string Name, EmailAddress Address);
