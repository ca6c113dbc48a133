using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Notify.Local.Commands;

/// <summary>A report as CSV for Excel in Swedish: semicolons, decimal commas, and no text that a spreadsheet takes for a formula.</summary>
public static class ReportCsv
{
    /// <summary>Writes the report to standard output.</summary>
    public static void Write(IReadOnlyList<string> names, IEnumerable<IEnumerable<string>> rows)
    {
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n", InjectionOptions = InjectionOptions.None };
        using var csv = new CsvWriter(Console.Out, format, leaveOpen: true);
        foreach (var row in rows.Prepend(names))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }

            csv.NextRecord();
        }
    }

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text.</summary>
    public static string Text(string text) => text.Length > 0 && text.TrimStart() is ['=' or '+' or '-' or '@', ..] or ['\t' or '\r', ..] ? "'" + text : text;

    /// <summary>A count; empty when there is none.</summary>
    public static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A figure with so many decimals; empty when there is none. Excel takes 3.1 for the third of January where decimals have commas.</summary>
    public static string Number(double? figure, int decimals) =>
        figure?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',') ?? "";
}
