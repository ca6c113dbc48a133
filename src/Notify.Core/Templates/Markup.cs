using System.Text;

namespace Notify.Core.Templates;

/// <summary>Text that is markup already and is written as it stands; every other value is escaped.</summary>
internal sealed record Markup(string Source)
{
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
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => null,
            } ?? character.ToString());
        }

        return escaped.ToString();
    }
}
