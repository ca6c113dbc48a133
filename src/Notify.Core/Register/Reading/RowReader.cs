namespace Notify.Core.Register.Reading;

/// <summary>Reads the rows of one file, one after the other, cell by cell.</summary>
internal sealed class RowReader<TRow>(RawTable table, HeaderMap<TRow> header, IssueLog log)
{
    private RawRow _row = new(0, []);
    private uint _refused;

    /// <summary>Reads a row. What is wrong with it goes to the log; a refused cell counts as empty.</summary>
    public TableRow<TRow> Read(TableLayout<TRow> layout, RawRow row)
    {
        _row = row;
        _refused = header.Unusable;
        for (var i = 0; i < header.Width && i < row.Cells.Count; i++)
        {
            if (CellGuard.Problem(row.Cells[i]) is { } problem)
            {
                _refused |= header.ColumnAt(i) is { } column ? Bit(column) : 0;
                log.Error(table.File, row.Line, header.SpellingAt(i), row.Cells[i], problem);
            }
        }

        var value = layout.Read(this);
        return new(row, _refused, value);
    }

    /// <summary>A row whose cells have had their error as a whole: only its place is kept, so that references to it hold.</summary>
    public TableRow<TRow> PassOver(TableLayout<TRow> layout, RawRow row)
    {
        _row = row;
        _refused = uint.MaxValue;
        return new(row, uint.MaxValue, layout.Read(this));
    }

    /// <summary>The value of a column.</summary>
    public T Get<T>(Column<TRow, T> column)
    {
        if (!IsSound(column))
        {
            return column.Format.Empty;
        }

        var text = header.Text(_row, column);
        if (text.Length == 0)
        {
            if (column.IsRequired)
            {
                Refuse(column, Bilingual.Of($"{column.Described.English} is required: fill in the cell.", $"{column.Described.Swedish} måste finnas: fyll i cellen."));
            }

            return column.Format.Empty;
        }

        if (column.Format.Parse(text, out var value) is not { } problem)
        {
            return value;
        }

        Refuse(column, problem);
        return column.Format.Empty;
    }

    /// <summary>Whether nothing is wrong with the cell.</summary>
    public bool IsSound(Column<TRow> column) => (_refused & Bit(column)) == 0;

    /// <summary>Adds an error about the cell.</summary>
    public void Refuse(Column<TRow> column, Bilingual message)
    {
        _refused |= Bit(column);
        log.Error(table.File, _row.Line, header.SpellingOf(column), header.Text(_row, column), message);
    }

    /// <summary>Adds a warning about the cell.</summary>
    public void Warn(Column<TRow> column, Bilingual message) =>
        log.Warn(table.File, _row.Line, header.SpellingOf(column), header.Text(_row, column), message);

    private static uint Bit(Column<TRow> column) => 1u << column.Ordinal;
}
