using Notify.Core.Notifications;

namespace Notify.Core.Templates;

/// <summary>A mail's content, as a recipient reads it.</summary>
/// <param name="Subject">One line, no markup.</param>
/// <param name="Text">The plain text part.</param>
/// <param name="Html">A whole HTML document.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);

/// <summary>Writes the mail of a notification: as it left, or as it would leave now.</summary>
public interface IMailRenderer
{
    /// <summary>
    /// The mail in the version that the notification is stamped with; when it has none, or that is not known any more, in the wording in
    /// use. Reads little and writes nothing.
    /// </summary>
    Task<WrittenMail> RenderAsync(Notification notification, CancellationToken ct);

    /// <summary>
    /// Sees to it that the mail can be written again just so, whatever becomes of the wording and of this program. To be done before
    /// the notification is stamped with the version. One store operation the first time that this process meets the version, then none.
    /// </summary>
    Task KeepAsync(Notification notification, WrittenMail mail, CancellationToken ct);
}

/// <summary>What became of writing a mail.</summary>
/// <param name="Template">The text that was used; null when there is none of the kind and language.</param>
/// <param name="Mail">Null when the values do not fit the text.</param>
/// <param name="Failure">Why there is no mail; else null.</param>
/// <param name="IsAsStamped">Whether it is the version that the notification is stamped with.</param>
/// <param name="Refused">The municipality's own wording that these values did not fit, so that ours was used; else null.</param>
public sealed record WrittenMail(
    MailTemplate? Template, RenderedMail? Mail, Exception? Failure = null, bool IsAsStamped = false, RefusedWording? Refused = null)
{
    /// <summary>The version to stamp; null when there is no text at all.</summary>
    public string? Version => Template?.Version;
}

/// <summary>An own wording that could not be used for a mail.</summary>
/// <param name="Version">Which it was.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record RefusedWording(string Version, string Reason);
