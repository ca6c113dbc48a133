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
                Refuse(table, row, column, value, target, Missing(target, value), Bilingual.Of(
                    $"has no {target.Noun.English} '{IssueLog.Cut(value)}' any more", $"har inte längre {target.Noun.Swedish} ”{IssueLog.Cut(value)}”"));
            }
        }
    }

    /// <summary>Refuses what a row of a file points to; or, for a row that the register held, the file that changed it.</summary>
    /// <param name="message">For the row of a file.</param>
    /// <param name="change">What the target's file does to a row that the register held: the rest of a sentence about it.</param>
    public void Refuse<TRow, TTarget>(TableRows<TRow> table, TableRow<TRow> row, Column<TRow> column, string value, ReferenceTarget<TTarget> target, Bilingual message, Bilingual change)
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
            log.Error(broken.File, 0, broken.Column, broken.Value, Bilingual.Of(
                $"The file {broken.Change.English}, but {broken.Table} in the register still refer to it ({count} {(count == 1 ? "row" : "rows")}). Put it back, or import {broken.Table} as well, with those rows corrected.",
                $"Filen {broken.Change.Swedish}, men {broken.Table} i registret hänvisar fortfarande dit ({count} {(count == 1 ? "rad" : "rader")}). Lägg tillbaka det, eller importera också {broken.Table}, med de raderna rättade."));
        }
    }

    private static Bilingual Missing<TTarget>(ReferenceTarget<TTarget> target, string value)
    {
        var name = target.Table.Layout.Name;
        return (target.IsVoid, target.Table.File) switch
        {
            (true, _) => Bilingual.Of(
                $"The register holds no {name} yet, and there is no file of them: import {name} together with this file.",
                $"Registret har inga {name} ännu, och filen {name} är inte med: importera {name} tillsammans med den här filen."),
            (_, null) => Bilingual.Of(
                $"There is no {target.Noun.English} '{IssueLog.Cut(value)}' in the register, and no file of {name} was given: correct it here, or import {name} as well.",
                $"I registret finns inte {target.Noun.Swedish} ”{IssueLog.Cut(value)}”, och filen {name} är inte med: rätta här, eller importera också {name}."),
            (_, { } file) => Bilingual.Of(
                $"There is no {target.Noun.English} '{IssueLog.Cut(value)}' in {file.File}: correct it here, or add it there.",
                $"I {file.File} finns inte {target.Noun.Swedish} ”{IssueLog.Cut(value)}”: rätta här, eller lägg till där."),
        };
    }

    private sealed record Broken(string File, string Column, string Value, Bilingual Change, string Table);
}
