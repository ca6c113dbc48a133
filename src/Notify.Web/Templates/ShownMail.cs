using Notify.Core.Notifications;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;

namespace Notify.Web.Templates;

/// <summary>A text with values filled in, as its page shows it.</summary>
/// <param name="Earlier">The change that it stems from, when it is not in use; null: it is, or it is ours.</param>
/// <param name="Real">The mail whose values it has; null: invented ones.</param>
/// <param name="Mail">Null: the text and the values do not fit.</param>
/// <param name="Query">What leads to the same again.</param>
public sealed record ShownMail(
    MailTemplate Template, WordingEntry? Earlier, Notification? Real, RenderedMail? Mail, IReadOnlyList<(string Name, string? Value)> Query);
