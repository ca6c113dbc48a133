using System.Globalization;
using System.Text;

namespace Notify.Core.Templates;

/// <summary>Text on its way into Markdown: what it says comes out again, and nothing else.</summary>
internal static class MarkdownText
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>The text with every character that Markdown could take for markup escaped (CommonMark 2.4), on one line.</summary>
    public static string Escape(string text)
    {
        var line = OneLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (Punctuation.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text on one line: runs of white space become one blank; control characters and those that change the direction of writing go.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }
}
