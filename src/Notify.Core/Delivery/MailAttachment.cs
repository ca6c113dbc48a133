using Notify.Core.Notifications;

namespace Notify.Core.Delivery;

/// <summary>A file that goes with a mail; text in UTF-8.</summary>
/// <param name="Name">ASCII, as <c>revision.ics</c>.</param>
/// <param name="MediaType">A kind of text, as <c>text/calendar</c>.</param>
/// <param name="Method">The parameter <c>method</c> of a calendar (RFC 5546); null for anything else.</param>
/// <param name="IsAlternative">Whether it also stands beside the text and the HTML, as the same in another form: so mail programs show an invitation with buttons.</param>
public sealed record MailAttachment(string Name, string MediaType, string? Method, string Text, bool IsAlternative = false);

/// <summary>Makes the files that go with a capability's mails.</summary>
public interface IMailAttachments
{
    /// <summary>The files of the notification; empty for kinds that have none. The same notification and claim always give the same files.</summary>
    IReadOnlyList<MailAttachment> AttachedTo(Notification claimed);
}
