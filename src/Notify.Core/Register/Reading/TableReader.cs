namespace Notify.Core.Register.Reading;

/// <summary>Reads each table from its file, or where there is none from what the register holds.</summary>
internal sealed class TableReader(IReadOnlyList<RawTable> tables, IssueLog log)
{
    private const int LinesTold = 5;

    public TableRows<TRow> Read<TRow>(TableLayout<TRow> layout, IReadOnlyList<TRow>? held)
    {
        if (tables.FirstOrDefault(t => t.Name == layout.Name) is not { } table)
        {
            return new(layout, [.. (held ?? []).Select(value => new TableRow<TRow>(null, 0, value))]);
        }

        if (table.Header.Count == 0 && table.Incomplete)
        {
            return new(layout, []) { File = table, IsComplete = false };
        }

        var header = HeaderMap<TRow>.Read(table, layout, log);
        var rows = header.IsHeader ? ReadRows(layout, table, header) : [];
        var read = new TableRows<TRow>(layout, rows) { File = table, Header = header, IsComplete = header.IsHeader && !table.Incomplete };
        JudgeKeys(read);
        return read;
    }

    private List<TableRow<TRow>> ReadRows<TRow>(TableLayout<TRow> layout, RawTable table, HeaderMap<TRow> header)
    {
        var reader = new RowReader<TRow>(table, header, log);
        var rows = new List<TableRow<TRow>>(table.Rows.Count);
        var narrow = new List<int>();
        foreach (var row in table.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace)))
        {
            var surplus = row.Cells.Skip(header.Width).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c));
            if (surplus is not null)
            {
                log.Error(table.File, row.Line, string.Empty, surplus, Bilingual.Of(
                    $"The row has {row.Cells.Count} cells, the header {header.Width}: put quotation marks round a cell that holds the separator, or remove what is too much.",
                    $"Raden har {row.Cells.Count} celler, rubrikraden {header.Width}: sätt citattecken runt en cell som innehåller skiljetecknet, eller ta bort det som är för mycket."));
            }
            else if (row.Cells.Count < header.Width)
            {
                narrow.Add(row.Line);
            }

            rows.Add(surplus is null ? reader.Read(layout, row) : reader.PassOver(layout, row));
        }

        WarnOfNarrow(table, narrow);
        return rows;
    }

    private void WarnOfNarrow(RawTable table, List<int> lines)
    {
        if (lines.Count > 0)
        {
            var (told, more) = (string.Join(", ", lines.Take(LinesTold)), lines.Count - LinesTold);
            var rest = more > 0 ? Bilingual.Of($" and {more} more", $" och {more} till") : new(string.Empty, string.Empty);
            log.Warn(table.File, lines[0], string.Empty, string.Empty, Bilingual.Of(
                $"Fewer cells than the header has; those missing at the end count as empty. Lines: {told}{rest.English}.",
                $"Färre celler än rubrikraden; de som saknas på slutet räknas som tomma. Rader: {told}{rest.Swedish}."));
        }
    }

    private void JudgeKeys<TRow>(TableRows<TRow> table)
    {
        var seen = new Dictionary<string, int>(table.Rows.Count, StringComparer.OrdinalIgnoreCase);
        var key = table.Layout.Key;
        foreach (var row in table.Rows.Where(r => key.All(r.IsSound)))
        {
            if (!seen.TryAdd(table.Layout.KeyOf(row.Value), row.Raw!.Line))
            {
                var first = seen[table.Layout.KeyOf(row.Value)];
                var what = string.Join(", ", key.Select(table.Spelling));
                var value = string.Join(' ', key.Select(c => c.Write(row.Value)));
                log.Error(table.File!.File, row.Raw.Line, table.Spelling(key[0]), value, Bilingual.Of(
                    $"Line {first} has the same {what}: each may stand once. Remove or correct one of the two lines.",
                    $"Rad {first} har samma {what}: varje får stå en gång. Ta bort eller rätta en av de två raderna."));
            }
        }
    }
}
