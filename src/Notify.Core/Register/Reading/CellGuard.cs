using System.Buffers;
using System.Text;

namespace Notify.Core.Register.Reading;

/// <summary>What no cell may hold, whatever its column: CONTRACT.md "Register files", first paragraph.</summary>
internal static class CellGuard
{
    public const int MaxLength = 4000;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    /// <summary>Why the cell is refused; null when it is not.</summary>
    public static Bilingual? Problem(string raw)
    {
        if (raw.Length == 0)
        {
            return null;
        }

        if (raw.Length > MaxLength)
        {
            return Bilingual.Of(
                $"The cell holds {raw.Length} characters; at most {MaxLength} are read. Shorten it, and look for a missing quotation mark above.",
                $"Cellen har {raw.Length} tecken; högst {MaxLength} läses. Korta texten, och se efter om ett citattecken saknas längre upp.");
        }

        if (raw[0] == '\t' || raw.AsSpan().TrimStart() is ['=' or '@', ..])
        {
            return new(
                "A cell may not begin with '=', '@' or a tab, which a spreadsheet would run as a formula. Remove that sign.",
                "En cell får inte börja med =, @ eller tabb, för då kan ett kalkylprogram köra den som formel. Ta bort tecknet.");
        }

        return raw.AsSpan().ContainsAnyExcept(Plain) && FirstRefused(raw) is { } rune
            ? Bilingual.Of(
                $"The cell holds a character that cannot be shown (U+{rune.Value:X4}). Delete it, or type the text anew.",
                $"Cellen har ett tecken som inte går att visa (U+{rune.Value:X4}). Ta bort det, eller skriv om texten.")
            : null;
    }

    /// <summary>The cell as it is understood: without surrounding blanks, letters in one form (å is one character), lines ended by \n.</summary>
    public static string Clean(string raw)
    {
        var text = raw.Trim();
        return text.AsSpan().ContainsAnyExcept(Plain) ? text.ReplaceLineEndings("\n").Normalize() : text;
    }

    private static Rune? FirstRefused(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRefused(rune))
            {
                return rune;
            }
        }

        return null;
    }

    /// <summary>Whether a character is a control character or turns the direction of text.</summary>
    public static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    // A lost letter (U+FFFD) is refused with them; a line break is for the column to judge.
    private static bool IsRefused(Rune rune) => rune.Value is 0xFFFD || (rune.IsBmp && IsHidden((char)rune.Value) && rune.Value is not ('\n' or '\r'));
}
