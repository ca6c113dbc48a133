using Notify.Core.Notifications;

namespace Notify.Core.Delivery;

/// <summary>A picture that a mail's HTML shows, and that travels in it: mail programs fetch nothing from elsewhere unasked.</summary>
/// <param name="ContentId">As <c>radar@notify</c>: the HTML shows it by <c>cid:radar@notify</c> (RFC 2392).</param>
/// <param name="FileName">ASCII, as <c>radar.png</c>.</param>
/// <param name="MediaType">As <c>image/png</c>.</param>
public sealed record MailPicture(string ContentId, string FileName, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>Makes the pictures of a capability's mails.</summary>
public interface IMailPictures
{
    /// <summary>The pictures of the notification; empty for kinds that have none. The same notification always gives the same pictures.</summary>
    IReadOnlyList<MailPicture> PicturesIn(Notification notification);
}
