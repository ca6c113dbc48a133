using System.Buffers;
using System.Text;

namespace Notify.Core.Templates;

/// <summary>Text that is markup already and is written as it stands; every other value is escaped.</summary>
internal sealed record Markup(string Source)
{
    private static readonly SearchValues<char> HtmlMarks = SearchValues.Create("&<>\"'");

    /// <summary>Escapes for Markdown: CommonMark lets every ASCII punctuation mark be escaped, so all of them are.</summary>
    public static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) && character != ' ')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>Escapes for HTML text and quoted attributes; letters stay as they are.</summary>
    public static string EscapeHtml(string text)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAny(HtmlMarks))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var at = rest.IndexOfAny(HtmlMarks); at >= 0; at = rest.IndexOfAny(HtmlMarks))
        {
            escaped.Append(rest[..at]).Append(rest[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            rest = rest[(at + 1)..];
        }

        return escaped.Append(rest).ToString();
    }
}
