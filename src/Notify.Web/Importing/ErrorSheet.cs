using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Web.Importing;

/// <summary>What is wrong with one file, laid out as the file is.</summary>
/// <param name="Header">The header cells; empty when the file has none that could be read.</param>
/// <param name="HeaderIssues">What is wrong with each header cell.</param>
/// <param name="Rows">The rows that something is wrong with.</param>
/// <param name="Rest">What concerns no cell of a row that could be read.</param>
/// <param name="All">How many errors the file has, shown or not.</param>
/// <param name="Shown">How many of them are shown.</param>
public sealed record ErrorSheet(
    string File, IReadOnlyList<string> Header, ILookup<int, RegisterIssue> HeaderIssues, IReadOnlyList<ErrorRow> Rows, IReadOnlyList<RegisterIssue> Rest, int All, int Shown)
{
    /// <summary>Lays out the first errors, file by file, in the order in which they are told.</summary>
    public static IReadOnlyList<ErrorSheet> Of(RawRegister raw, IReadOnlyList<RegisterIssue> errors, int most)
    {
        var shown = errors.Take(most).ToLookup(e => e.File);
        return [.. errors.GroupBy(e => e.File).Where(f => shown.Contains(f.Key)).Select(f => Of(f.Key, raw.Tables.FirstOrDefault(t => t.File == f.Key), [.. shown[f.Key]], f.Count()))];
    }

    private static ErrorSheet Of(string file, RawTable? table, IReadOnlyList<RegisterIssue> shown, int all)
    {
        var header = (table?.Header ?? []).Select(h => h.Trim()).ToList();
        var rows = shown.GroupBy(e => e.Line).Select(line => (Issues: line, Row: table?.Rows.FirstOrDefault(r => r.Line == line.Key))).ToList();
        var isHeader = shown.ToLookup(e => table is not null && e.Line == table.HeaderLine && header.Contains(e.Column));
        return new(
            file,
            [.. header.Select(ShownCell.Of)],
            isHeader[true].ToLookup(e => header.IndexOf(e.Column)),
            [.. rows.Where(r => r.Row is not null).Select(r => ErrorRow.Of(r.Row!, header, [.. r.Issues]))],
            [.. rows.Where(r => r.Row is null).SelectMany(r => r.Issues).Where(e => !isHeader[true].Contains(e))],
            all,
            shown.Count);
    }
}

/// <summary>A row of a file with what is wrong in it.</summary>
/// <param name="Cells">As many as the header has, at least.</param>
/// <param name="Issues">By the number of the cell; -1: about the row as a whole.</param>
public sealed record ErrorRow(int Line, IReadOnlyList<string> Cells, ILookup<int, RegisterIssue> Issues)
{
    /// <summary>A row with more cells than any page can show has its end cut off.</summary>
    private const int MostCells = 40;

    internal static ErrorRow Of(RawRow row, List<string> header, IReadOnlyList<RegisterIssue> issues)
    {
        var cells = row.Cells.Concat(Enumerable.Repeat(string.Empty, Math.Max(0, header.Count - row.Cells.Count))).Take(MostCells);
        return new(row.Line, [.. cells.Select(ShownCell.Of)], issues.ToLookup(i => i.Column.Length == 0 ? -1 : header.IndexOf(i.Column)));
    }
}
