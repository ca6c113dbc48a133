using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Notify.Core.Reports;

namespace Notify.Adapters.Files;

/// <summary>Writes tables as CSV for Excel in Swedish.</summary>
public sealed partial class CsvTables : ICsvTables
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n", InjectionOptions = InjectionOptions.None };

    /// <inheritdoc/>
    public void Write(TextWriter writer, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var csv = new CsvWriter(writer, Format, leaveOpen: true);
        foreach (var row in rows.Prepend(names))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Safe(cell));
            }

            csv.NextRecord();
        }
    }

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text. A negative number is none.</summary>
    private static string Safe(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@', ..] or ['\t' or '\r', ..] && !Number().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"\A-\d+(,\d+)?\z")]
    private static partial Regex Number();
}
