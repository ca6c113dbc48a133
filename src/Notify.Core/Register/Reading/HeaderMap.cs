namespace Notify.Core.Register.Reading;

/// <summary>Which cell of a file's rows holds which column.</summary>
internal sealed class HeaderMap<TRow>
{
    private readonly RawTable _table;
    private readonly int[] _cellOf;
    private readonly Column<TRow>?[] _columnAt;

    private HeaderMap(RawTable table, TableLayout<TRow> layout)
    {
        _table = table;
        _cellOf = new int[layout.Columns.Count];
        Array.Fill(_cellOf, -1);
        _columnAt = new Column<TRow>?[table.Header.Count];
    }

    /// <summary>The number of cells that a row may have.</summary>
    public int Width => _columnAt.Length;

    /// <summary>One bit for each column that cannot be read in any row, for which the header has had its error.</summary>
    public uint Unusable { get; private set; }

    /// <summary>Whether the header names a column of the table at all.</summary>
    public bool IsHeader => _columnAt.Any(c => c is not null);

    public Column<TRow>? ColumnAt(int cell) => _columnAt[cell];

    public string SpellingAt(int cell) => _table.Header[cell].Trim();

    public string SpellingOf(Column<TRow> column) => _cellOf[column.Ordinal] is >= 0 and var cell ? SpellingAt(cell) : column.Name;

    /// <summary>What stands in the column's cell; empty where the row ends before it, or the file lacks the column.</summary>
    public string Text(RawRow row, Column<TRow> column) =>
        _cellOf[column.Ordinal] is >= 0 and var cell && cell < row.Cells.Count ? CellGuard.Clean(row.Cells[cell]) : string.Empty;

    /// <summary>Reads the header line; what is wrong with it goes to the log.</summary>
    public static HeaderMap<TRow> Read(RawTable table, TableLayout<TRow> layout, IssueLog log)
    {
        var map = new HeaderMap<TRow>(table, layout);
        var names = table.Header.Select(Normal).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (layout.Columns.FirstOrDefault(c => c.Spellings.Contains(names[i])) is { } column)
            {
                map.Place(column, i, log);
            }
        }

        if (!map.IsHeader)
        {
            log.Error(table.File, table.HeaderLine, string.Empty, string.Join(' ', table.Header), Bilingual.Of(
                $"The first line is not a header of {layout.Name}. Put one there that names the columns: {string.Join(", ", layout.Columns.Select(c => c.Name))}.",
                $"Första raden är ingen rubrikrad för {layout.Name}. Skriv en där som namnger kolumnerna: {string.Join(", ", layout.Columns.Select(c => c.In(Language.Swedish)))}."));
            return map;
        }

        map.JudgeUnknown(layout, names, log);
        map.JudgeMissing(layout, log);
        return map;
    }

    private static string Normal(string header) => CellGuard.Clean(header.Trim('\ufeff')).ToLowerInvariant();

    private void Place(Column<TRow> column, int cell, IssueLog log)
    {
        _columnAt[cell] = column;
        if (_cellOf[column.Ordinal] is var first && first < 0)
        {
            _cellOf[column.Ordinal] = cell;
            return;
        }

        Unusable |= 1u << column.Ordinal;
        log.Error(_table.File, _table.HeaderLine, SpellingAt(cell), string.Empty, Normal(SpellingAt(first)) == Normal(SpellingAt(cell))
            ? new("This column stands in the header twice: remove or rename one of the two.", "Kolumnen står två gånger i rubrikraden: ta bort eller byt namn på den ena.")
            : Bilingual.Of(
                $"'{IssueLog.Cut(SpellingAt(first))}' and '{IssueLog.Cut(SpellingAt(cell))}' are the English and the Swedish name of the same column: remove one of the two.",
                $"”{IssueLog.Cut(SpellingAt(first))}” och ”{IssueLog.Cut(SpellingAt(cell))}” är det svenska och det engelska namnet på samma kolumn: ta bort den ena."));
    }

    private void JudgeUnknown(TableLayout<TRow> layout, List<string> names, IssueLog log)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (_columnAt[i] is not null)
            {
                continue;
            }

            if (names[i].Length == 0)
            {
                WarnOfNameless(i, log);
                continue;
            }

            var absent = layout.Columns.Where(c => _cellOf[c.Ordinal] < 0).ToList();
            if (EditDistance.Nearest(names[i], absent.SelectMany(c => c.Spellings)) is { } meant)
            {
                Unusable |= 1u << absent.First(c => c.Spellings.Contains(meant)).Ordinal;
                log.Error(_table.File, _table.HeaderLine, SpellingAt(i), string.Empty, Bilingual.Of(
                    $"There is no column of this name in {layout.Name}. Did you mean '{meant}'? Correct the header.",
                    $"Någon kolumn med det namnet finns inte i {layout.Name}. Menade du ”{meant}”? Rätta rubriken."));
            }
            else
            {
                log.Warn(_table.File, _table.HeaderLine, SpellingAt(i), string.Empty, Bilingual.Of(
                    $"There is no column of this name in {layout.Name}: it is passed over.",
                    $"Någon kolumn med det namnet finns inte i {layout.Name}: den hoppas över."));
            }
        }
    }

    private void WarnOfNameless(int cell, IssueLog log)
    {
        if (_table.Rows.FirstOrDefault(r => cell < r.Cells.Count && !string.IsNullOrWhiteSpace(r.Cells[cell])) is { } row)
        {
            log.Warn(_table.File, row.Line, string.Empty, row.Cells[cell], Bilingual.Of(
                $"Column number {cell + 1} has no name in the header: it is passed over.",
                $"Kolumn nummer {cell + 1} har inget namn i rubrikraden: den hoppas över."));
        }
    }

    private void JudgeMissing(TableLayout<TRow> layout, IssueLog log)
    {
        foreach (var column in layout.Columns.Where(c => c.IsRequired && _cellOf[c.Ordinal] < 0 && (Unusable & (1u << c.Ordinal)) == 0))
        {
            Unusable |= 1u << column.Ordinal;
            log.Error(_table.File, _table.HeaderLine, column.Name, string.Empty, Bilingual.Of(
                $"The column {column.Described.English} is missing: add it to the header, with a value in every row.",
                $"Kolumnen {column.Described.Swedish} saknas: lägg till den i rubrikraden, med ett värde på varje rad."));
        }
    }
}
