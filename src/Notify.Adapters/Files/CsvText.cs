using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>The text of a CSV file, freed of what would hurt a parser.</summary>
/// <param name="Whole">Whether nothing was left out.</param>
internal sealed partial record CsvText(string Text, bool Whole)
{
    /// <summary>Sixteen columns of 4,000 characters, with room to spare.</summary>
    private const int MaxLine = 200_000;

    // The bytes of UTF-8 for å, é, – and so on, shown as the letters that Windows-1252 has in their places.
    private const string Continuation = "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]";

    /// <summary>Reads the bytes as UTF-8, or where they are not as Windows-1252. What is wrong goes to the findings, with its line.</summary>
    /// <returns>Null when there is no text to read.</returns>
    public static CsvText? Read(byte[] bytes, string table, string file, Findings findings)
    {
        if (IsWide(bytes))
        {
            findings.Lost(table, file, new("The file is in UTF-16, which is not read: save it as \"CSV UTF-8\".", "Filen är i UTF-16, som inte går att läsa: spara den som ”CSV UTF-8”."), 1);
            return null;
        }

        var text = Decode(bytes, file, findings, out var cut);
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Lost(table, file, new(
                "The file is empty: there must at least be a header line. Remove the file to leave this part of the register as it is.",
                "Filen är tom: det måste åtminstone finnas en rubrikrad. Ta bort filen om den här delen av registret ska vara som den är."), 1);
            return null;
        }

        var clean = Clean(text, file, findings);
        return new(clean, !cut && ReferenceEquals(clean, text));
    }

    private static bool IsWide(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        // Without a mark: every second byte of what is mostly ASCII is a NUL.
        var head = bytes[..Math.Min(bytes.Length, 200)];
        return head.Length > 3 && head.Count((byte)0) > head.Length / 3;
    }

    private static string Decode(byte[] bytes, string file, Findings findings, out bool cut)
    {
        var span = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        cut = false;
        if (Utf8.IsValid(span))
        {
            return Encoding.UTF8.GetString(span);
        }

        for (var lost = 1; lost <= 3 && lost < span.Length && !cut; lost++)
        {
            // Only if letters beyond ASCII came before: a lone Windows-1252 letter at the end is no cut.
            cut = Utf8.IsValid(span[..^lost]) && span[..^lost].ContainsAnyInRange((byte)0x80, (byte)0xFF);
            if (cut)
            {
                var text = Encoding.UTF8.GetString(span[..^lost]);
                findings.Error(file, LineBreak().Count(text) + 1, new("The file ends in the middle of a letter: it was cut off. Save or send it again.", "Filen slutar mitt i en bokstav: den har blivit avklippt. Spara eller skicka den igen."));
                return text;
            }
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(span);
    }

    private static string Clean(string text, string file, Findings findings)
    {
        var clean = new StringBuilder();
        var nul = new Sightings();
        var garbled = new Sightings();
        var (line, start, kept) = (1, 0, true);
        while (start < text.Length)
        {
            var (end, next) = LineEnd(text, start);
            var content = text.AsSpan(start, end - start);
            if (content.Length > MaxLine)
            {
                findings.Error(file, line, Bilingual.Of(
                    $"The line is {content.Length} characters long, which no row is: look for what does not belong there, and remove it.",
                    $"Raden är {content.Length} tecken lång, vilket ingen rad är: leta upp det som inte hör dit, och ta bort det."));
                kept = false;
            }
            else
            {
                kept &= !nul.See(line, content.Contains('\0'));
                garbled.See(line, Garbled().IsMatch(content));
                clean.Append(content);
            }

            clean.Append(text, end, next - end);
            (line, start) = (line + 1, next);
        }

        nul.Tell(findings, file, new("There are NUL bytes here: the file is damaged. Save or send it again.", "Här finns NUL-tecken: filen är skadad. Spara eller skicka den igen."));
        garbled.Tell(findings, file, new(
            "Letters such as å have become two others here (Ã¥): the file was saved in one encoding and opened in another. Correct the text, and save it as \"CSV UTF-8\".",
            "Bokstäver som å har blivit två andra här (Ã¥): filen är sparad i en teckenkodning och öppnad i en annan. Rätta texten, och spara som ”CSV UTF-8”."));
        return kept ? text : clean.Replace("\0", string.Empty).ToString();
    }

    private static (int End, int Next) LineEnd(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        if (length < 0)
        {
            return (text.Length, text.Length);
        }

        var end = start + length;
        return (end, text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1);
    }

    [GeneratedRegex("[ÃÂ]" + Continuation + "|â€|ï»¿")]
    private static partial Regex Garbled();

    [GeneratedRegex("\r\n|\r|\n")]
    private static partial Regex LineBreak();

    /// <summary>Where something was seen; told once for the file, since it has one cause.</summary>
    private sealed class Sightings
    {
        private int _first;
        private int _more;

        public bool See(int line, bool there)
        {
            (_first, _more) = (there, _first) switch
            {
                (false, _) => (_first, _more),
                (true, 0) => (line, 0),
                _ => (_first, _more + 1),
            };
            return there;
        }

        public void Tell(Findings findings, string file, Bilingual message)
        {
            if (_first > 0)
            {
                findings.Error(file, _first, _more == 0 ? message : message.Then(Bilingual.Of($"(So it is on {_more} further lines.)", $"(Så är det på {_more} rader till.)")));
            }
        }
    }
}
