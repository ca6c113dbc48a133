namespace Notify.Core.Register.Reading;

/// <summary>The rows that references of one kind point to.</summary>
internal sealed class ReferenceTarget<TRow>
{
    private readonly Dictionary<string, TableRow<TRow>> _rows = new(StringComparer.Ordinal);

    /// <param name="noun">What messages call such a row.</param>
    /// <param name="key">The columns that a reference gives, in its order.</param>
    public ReferenceTarget(TableRows<TRow> table, Bilingual noun, params Column<TRow>[] key)
    {
        Table = table;
        Noun = noun;
        KeyColumn = table.Spelling(key[0]);
        IsKnown = table.IsComplete && key.All(c => table.Header is not { } header || (header.Unusable & (1u << c.Ordinal)) == 0);
        foreach (var row in table.Rows)
        {
            _rows.TryAdd(string.Join(' ', key.Select(c => table.Text(row, c))), row);
        }
    }

    public TableRows<TRow> Table { get; }

    public Bilingual Noun { get; }

    public string KeyColumn { get; }

    /// <summary>Whether a row that is not here does not exist.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether there is neither a file of it nor anything in the register.</summary>
    public bool IsVoid => Table.File is null && _rows.Count == 0;

    public bool Has(string key) => _rows.ContainsKey(key);

    public TableRow<TRow>? Find(string key) => _rows.TryGetValue(key, out var row) ? row : null;
}
