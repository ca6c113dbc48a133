using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>Assignments of a merged district that its successor has as well: equal ones become one, the others are refused.</summary>
internal static class MergedAssignments
{
    /// <param name="followed">With the districts that have taken over.</param>
    /// <param name="read">The same rows as they were read.</param>
    public static TableRows<Assignment> Of(TableRows<Assignment> followed, TableRows<Assignment> read, IssueLog log)
    {
        var first = new Dictionary<string, (TableRow<Assignment> Row, string Before)>(followed.Rows.Count, StringComparer.OrdinalIgnoreCase);
        var rows = new List<TableRow<Assignment>>(followed.Rows.Count);
        foreach (var (i, row) in followed.Rows.Index())
        {
            var (key, before) = (followed.Layout.KeyOf(row.Value), followed.Layout.KeyOf(read.Rows[i].Value));

            // Rows that were the same before are told already, or had a cell that cannot be read.
            if (first.TryAdd(key, (row, before)) || first[key].Before == before || !followed.Layout.Key.All(row.IsSound))
            {
                rows.Add(row);
            }
            else if (first[key].Row.Value.Until != row.Value.Until && followed.File is { } file)
            {
                Refuse(file, first[key].Row, row, followed, log);
            }
        }

        return new(followed.Layout, rows) { File = followed.File, Header = followed.Header, IsComplete = followed.IsComplete };
    }

    private static void Refuse(RawTable file, TableRow<Assignment> first, TableRow<Assignment> row, TableRows<Assignment> table, IssueLog log) =>
        log.Error(file.File, row.Raw!.Line, table.Spelling(AssignmentTable.Until), row.Value.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty, Bilingual.Of(
            $"Since the districts are merged, line {first.Raw!.Line} has the same assignment with another last day: remove or correct one of the two lines.",
            $"När stadsdelarna slås ihop har rad {first.Raw!.Line} samma uppdrag med en annan sista dag: ta bort eller rätta en av de två raderna."));
}
