using System.Globalization;

namespace Notify.Core.Register.Reading;

/// <summary>
/// Looks after references between tables. A row from a file has its error on its own line. A row that the register held, whose
/// own file was not given, is told under the file that took away what it points to, once for each thing taken away.
/// </summary>
internal sealed class ReferenceChecks(IssueLog log)
{
    private readonly Dictionary<Broken, int> _broken = [];
    private readonly HashSet<(string File, string Column)> _void = [];

    /// <summary>Refuses rows that point to what does not exist.</summary>
    /// <param name="values">What a row points to; nothing when it points nowhere.</param>
    public void Exist<TRow, TTarget>(TableRows<TRow> table, Column<TRow> column, Func<TRow, IEnumerable<string>> values, ReferenceTarget<TTarget> target)
    {
        if (!target.IsKnown || (table.File is null && target.Table.File is null))
        {
            return;
        }

        foreach (var row in table.Rows.Where(r => r.IsSound(column)))
        {
            foreach (var value in values(row.Value).Where(v => !target.Has(v)))
            {
                Refuse(table, row, column, value, target, Missing(target, value), $"has no {target.Noun} '{IssueLog.Cut(value)}' any more");
            }
        }
    }

    /// <summary>Refuses what a row of a file points to; or, for a row that the register held, the file that changed it.</summary>
    /// <param name="message">For the row of a file.</param>
    /// <param name="change">What the target's file does to a row that the register held: the rest of a sentence about it.</param>
    public void Refuse<TRow, TTarget>(TableRows<TRow> table, TableRow<TRow> row, Column<TRow> column, string value, ReferenceTarget<TTarget> target, string message, string change)
    {
        if (table.File is { } file)
        {
            if (!target.IsVoid || _void.Add((file.File, column.Name)))
            {
                log.Error(file.File, row.Raw!.Line, table.Spelling(column), value, message);
            }
        }
        else if (target.Table.File is { } changed)
        {
            var broken = new Broken(changed.File, target.KeyColumn, value, change, table.Layout.Name);
            _broken[broken] = _broken.GetValueOrDefault(broken) + 1;
        }
    }

    /// <summary>Adds the errors about rows that the register held.</summary>
    public void Finish()
    {
        foreach (var (broken, count) in _broken)
        {
            log.Error(broken.File, 0, broken.Column, broken.Value, string.Create(
                CultureInfo.InvariantCulture,
                $"The file {broken.Change}, but {broken.Table} in the register still refer to it ({count} {(count == 1 ? "row" : "rows")}). Put it back, or import {broken.Table} as well, with those rows corrected."));
        }
    }

    private static string Missing<TTarget>(ReferenceTarget<TTarget> target, string value)
    {
        var name = target.Table.Layout.Name;
        return (target.IsVoid, target.Table.File) switch
        {
            (true, _) => $"The register holds no {name} yet, and there is no file of them: import {name} together with this file.",
            (_, null) => $"There is no {target.Noun} '{IssueLog.Cut(value)}' in the register, and no file of {name} was given: correct it here, or import {name} as well.",
            (_, { } file) => $"There is no {target.Noun} '{IssueLog.Cut(value)}' in {file.File}: correct it here, or add it there.",
        };
    }

    private sealed record Broken(string File, string Column, string Value, string Change, string Table);
}
