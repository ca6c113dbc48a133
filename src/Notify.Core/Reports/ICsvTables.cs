namespace Notify.Core.Reports;

/// <summary>Writes tables for spreadsheets.</summary>
public interface ICsvTables
{
    /// <summary>Writes a table that a spreadsheet in Swedish opens as it is: semicolons between cells, and no text that it takes for a formula.</summary>
    void Write(TextWriter writer, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows);
}
