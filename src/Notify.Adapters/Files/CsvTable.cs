using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Parses one CSV file into a table.</summary>
internal sealed class CsvTable(string name, string file, Findings findings)
{
    public const int MaxRows = 500_000;

    private const int MaxCells = 256;

    private readonly List<RawRow> _rows = [];
    private string[] _header = [];
    private int _headerLine;
    private bool _incomplete;
    private string? _badField;

    public static void Read(string name, string file, byte[] bytes, Findings findings, CancellationToken ct)
    {
        if (CsvText.Read(bytes, name, file, findings) is { } text)
        {
            new CsvTable(name, file, findings).Parse(text, ct);
        }
    }

    private void Parse(CsvText text, CancellationToken ct)
    {
        _incomplete = !text.Whole;
        using var parser = new CsvParser(new StringReader(text.Text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator(text.Text).ToString(),
            IgnoreBlankLines = false,
            BadDataFound = found => _badField ??= found.Field,
        });
        var line = 1;
        while (_rows.Count <= MaxRows && parser.Read())
        {
            ct.ThrowIfCancellationRequested();
            Add(line, parser.Record!, parser.RawRecord);
            line = parser.RawRow + 1;
        }

        if (_rows.Count > MaxRows)
        {
            findings.Error(file, line, Bilingual.Of(
                $"The file has more than {MaxRows} rows, which no register has: remove what does not belong there.",
                $"Filen har mer än {MaxRows} rader, vilket inget register har: ta bort det som inte hör dit."));
            _incomplete = true;
        }

        findings.Add(new(name, file, _header, _rows) { HeaderLine = _headerLine, Incomplete = _incomplete });
    }

    private void Add(int line, string[] cells, string raw)
    {
        var bad = _badField;
        _badField = null;
        if (bad is ['"', ..])
        {
            TellBadQuote(line, bad, raw);
        }
        else if (!cells.All(string.IsNullOrWhiteSpace))
        {
            AddRow(line, cells);
        }
    }

    private void AddRow(int line, string[] cells)
    {
        var end = cells.Length;
        while (end > _header.Length && cells[end - 1].Length == 0)
        {
            end--;
        }

        if (end > MaxCells)
        {
            findings.Error(file, line, Bilingual.Of(
                $"The row has {end} cells, which no row has: look for what does not belong there, and remove it.",
                $"Raden har {end} celler, vilket ingen rad har: leta upp det som inte hör dit, och ta bort det."));
            _incomplete = true;
        }
        else if (_headerLine == 0)
        {
            (_headerLine, _header) = (line, cells[..end]);
        }
        else
        {
            _rows.Add(new(line, end == cells.Length ? cells : cells[..end]));
        }
    }

    // A quotation mark that opens and is not closed makes one cell of all that follows, up to the end of the file.
    private void TellBadQuote(int line, string bad, string raw)
    {
        _incomplete = true;
        var isOpen = bad.Count(c => c == '"') % 2 == 1 && raw.EndsWith(bad, StringComparison.Ordinal);
        var opened = line + Breaks(raw.AsSpan(0, Math.Max(0, raw.IndexOf(bad, StringComparison.Ordinal))));
        findings.Error(file, opened, isOpen
            ? new(
                "A quotation mark opens a cell on this line and is never closed: close it; or the file was cut off, then save or send it again.",
                "Ett citattecken öppnar en cell på den här raden och stängs aldrig: stäng det. Har filen blivit avklippt, spara eller skicka den igen.")
            : new(
                "A quotation mark that opens a cell on this line is not closed where the cell ends: close it, and write one inside a cell twice (\"\").",
                "Ett citattecken som öppnar en cell på den här raden stängs inte där cellen slutar: stäng det, och skriv citattecken inne i en cell två gånger (\"\")."));
    }

    private static int Breaks(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    /// <summary>The most frequent of the three in the first line that is not blank, outside quotes.</summary>
    private static char Separator(string text)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        var (quoted, counts) = (false, new int[3]);
        foreach (var c in end < 0 ? header : header[..end])
        {
            quoted ^= c == '"';
            if (!quoted && ";,\t".IndexOf(c, StringComparison.Ordinal) is >= 0 and var i)
            {
                counts[i]++;
            }
        }

        return ";,\t"[Array.IndexOf(counts, counts.Max())];
    }
}
