using Notify.Core.Templates.Wording;

namespace Notify.Core.Templates;

/// <summary>A text that cannot be made a mail of, with the rule that it breaks.</summary>
/// <param name="rule">Which.</param>
/// <param name="detail">What was found, as it stands in the text.</param>
internal sealed class MailFormException(WordingRule rule, string detail, string message) : FormatException(message)
{
    public WordingRule Rule { get; } = rule;

    public string Detail { get; } = detail;

    /// <summary>Markdown that has no form in a mail.</summary>
    public static MailFormException NoForm(Type part) => new(WordingRule.Form, part.Name, $"a {part.Name} has no form in a mail");
}
