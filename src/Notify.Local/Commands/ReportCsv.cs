using System.Globalization;
using Notify.Adapters.Files;

namespace Notify.Local.Commands;

/// <summary>A report as CSV for Excel in Swedish: semicolons, decimal commas, and no text that a spreadsheet takes for a formula.</summary>
public static class ReportCsv
{
    /// <summary>Writes the report to standard output.</summary>
    public static void Write(IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows) => new CsvTables().Write(Console.Out, names, rows);

    /// <summary>A count; empty when there is none.</summary>
    public static string Number(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A figure with so many decimals; empty when there is none. Excel takes 3.1 for the third of January where decimals have commas.</summary>
    public static string Number(double? figure, int decimals) =>
        figure?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('.', ',') ?? "";
}
