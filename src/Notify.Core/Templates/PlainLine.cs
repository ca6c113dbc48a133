using System.Text;

namespace Notify.Core.Templates;

/// <summary>A value as one line of visible text.</summary>
internal static class PlainLine
{
    /// <summary>
    /// Folds every run of white space into one blank and drops what a reader cannot see but a mail program can be
    /// fooled by: control characters, and marks that turn the direction of the text. What is no character is shown as U+FFFD.
    /// </summary>
    public static string Fold(string value)
    {
        var line = new StringBuilder(value.Length);
        Span<char> character = stackalloc char[2];
        var blank = false;
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = true;
            }
            else if (!IsUnseen(rune.Value))
            {
                line.Append(blank && line.Length > 0 ? " " : "");
                line.Append(character[..(IsNoncharacter(rune.Value) ? Rune.ReplacementChar : rune).EncodeToUtf16(character)]);
                blank = false;
            }
        }

        return line.ToString();
    }

    internal static bool IsUnseen(int code) =>
        code is < 0x20 or (>= 0x7F and < 0xA0) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    internal static bool IsNoncharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;
}
