using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notify.Core.Templates.Wording;

/// <summary>What can be said of a wording by looking at its letters alone, before anything tries to parse it.</summary>
public static partial class WordingText
{
    /// <summary>The most characters of a wording: some eight times our longest.</summary>
    public const int MaxLength = 20_000;

    private const int MaxMarks = 20;

    private static readonly HashSet<string> Tags =
    [
        "if", "elsif", "else", "endif", "unless", "endunless", "case", "when", "endcase", "for", "endfor", "break", "continue", "assign", "comment", "endcomment",
    ];

    /// <summary>The text as it is kept: lines end in a line feed, and nothing stands after the last.</summary>
    public static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    /// <summary>Everything that is wrong, by line.</summary>
    public static IEnumerable<WordingFault> FaultsIn(string text) =>
        text.Length > MaxLength
            ? [new(WordingRule.Length, null, text.Length.ToString(CultureInfo.InvariantCulture))]
            : [.. Unseen(text), .. SubjectFault(text), .. UnknownTags(text)];

    /// <summary>The line of a place in the text, from 1.</summary>
    internal static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static IEnumerable<WordingFault> Unseen(string text) =>
        text.Split('\n').SelectMany((line, at) => line.EnumerateRunes()
            .Where(r => r.Value != '\t' && (PlainLine.IsUnseen(r.Value) || PlainLine.IsNoncharacter(r.Value) || r == Rune.ReplacementChar))
            .Select(r => new WordingFault(WordingRule.Visible, at + 1, $"U+{r.Value:X4}"))).Take(MaxMarks);

    private static IEnumerable<WordingFault> SubjectFault(string text) =>
        MailTemplate.Split(text) is not var (subject, _) ? [new(WordingRule.Subject, 1)]
        : subject.Trim().Length == 0 ? [new(WordingRule.Subject, 1)]
        : [];

    private static IEnumerable<WordingFault> UnknownTags(string text) =>
        Tag().Matches(text).Where(tag => !Tags.Contains(tag.Groups["name"].Value))
            .Select(tag => new WordingFault(
                WordingRule.Tag, LineOf(text, tag.Index), tag.Groups["name"].Value, Register.Reading.EditDistance.Nearest(tag.Groups["name"].Value, Tags)))
            .Take(MaxMarks);

    [GeneratedRegex(@"\{%[-~]?\s*(?<name>[^\s%]{0,40})")]
    private static partial Regex Tag();
}
