namespace Notify.Core.Register.Reading;

/// <summary>A table of CONTRACT.md: its columns in that order, and how a row is made of them.</summary>
internal sealed class TableLayout<TRow>
{
    private readonly Column<TRow>[] _key;

    public TableLayout(string name, IReadOnlyList<Column<TRow>> columns, Func<RowReader<TRow>, TRow> read)
    {
        Name = name;
        Columns = columns;
        Read = read;
        _key = [.. columns.Where(c => c.IsKey)];
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Ordinal = i;
        }
    }

    public string Name { get; }

    public IReadOnlyList<Column<TRow>> Columns { get; }

    public IReadOnlyList<Column<TRow>> Key => _key;

    public Func<RowReader<TRow>, TRow> Read { get; }

    /// <summary>What makes the row the only one of its kind.</summary>
    public string KeyOf(TRow row) => _key.Length == 1 ? _key[0].Write(row) : string.Join('\u001f', _key.Select(c => c.Write(row)));
}
