namespace Notify.Core.Register.Reading;

/// <summary>A row that was read, or that the register held already.</summary>
/// <param name="Raw">As it stands in the file; null when the register held it.</param>
/// <param name="Refused">One bit for each column whose cell was refused.</param>
internal readonly record struct TableRow<TRow>(RawRow? Raw, uint Refused, TRow Value)
{
    public bool IsSound(Column<TRow> column) => (Refused & (1u << column.Ordinal)) == 0;
}

/// <summary>The rows of a table: those of its file, or where there is none those that the register held.</summary>
internal sealed class TableRows<TRow>(TableLayout<TRow> layout, IReadOnlyList<TableRow<TRow>> rows)
{
    public TableLayout<TRow> Layout => layout;

    public IReadOnlyList<TableRow<TRow>> Rows => rows;

    /// <summary>The file; null when the register held the rows.</summary>
    public RawTable? File { get; init; }

    public HeaderMap<TRow>? Header { get; init; }

    /// <summary>Whether all rows are known, so that one which is not here does not exist.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The values in the order of their keys.</summary>
    public IReadOnlyList<TRow> Values => File is null
        ? [.. rows.Select(r => r.Value)]
        : [.. rows.Select(r => (Key: layout.KeyOf(r.Value), r.Value)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)];

    /// <summary>What stands in the cell; for a row the register held, what would.</summary>
    public string Text(TableRow<TRow> row, Column<TRow> column) =>
        row.Raw is { } raw && !row.IsSound(column) ? Header!.Text(raw, column) : column.Write(row.Value);

    /// <summary>The column as the file spells it.</summary>
    public string Spelling(Column<TRow> column) => Header?.SpellingOf(column) ?? column.Name;
}
