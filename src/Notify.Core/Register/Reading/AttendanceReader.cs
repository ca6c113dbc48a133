using Notify.Core.Forums;
using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>Who came to one forum, as a file has it.</summary>
public sealed record AttendanceReading(IReadOnlyList<Visit> Visits, IReadOnlyList<RegisterIssue> Errors, IReadOnlyList<RegisterIssue> Warnings);

/// <summary>Reads the attendance of one forum by the rules of the register file <c>attendance</c>, in which the column of the forum may be left out. Pure.</summary>
public static class AttendanceReader
{
    /// <summary>Reads what a file holds; everything that is wrong is told at once.</summary>
    /// <param name="raw">The file as one table <c>attendance</c>.</param>
    /// <param name="register">The present register: schools must be in it.</param>
    public static AttendanceReading Read(RawRegister raw, string forum, RegisterContent register)
    {
        var log = new IssueLog();
        if (raw.Tables.FirstOrDefault(t => t.Name == AttendanceTable.Layout.Name) is not { } table)
        {
            return new([], raw.Errors, raw.Warnings);
        }

        var rows = new TableReader([WithForum(table, forum)], log).Read(AttendanceTable.Layout, null);
        var schools = register.Schools!.Select(s => s.Code).ToHashSet();
        foreach (var row in rows.Rows.Where(r => r.Raw is not null))
        {
            if (row.IsSound(AttendanceTable.Forum) && row.Value.Forum != forum)
            {
                log.Error(table.File, row.Raw!.Line, rows.Spelling(AttendanceTable.Forum), row.Value.Forum, Bilingual.Of($"The file is for the forum {forum}: remove the line, or record the other forum by itself.", $"Filen gäller forumet {forum}: ta bort raden, eller registrera det andra forumet för sig."));
            }

            if (row.IsSound(AttendanceTable.School) && !schools.Contains(row.Value.School))
            {
                log.Error(table.File, row.Raw!.Line, rows.Spelling(AttendanceTable.School), row.Value.School.ToString(), new("There is no such school in the register: correct the code, or import the school first.", "Skolan finns inte i registret: rätta koden, eller importera skolan först."));
            }
        }

        return new(
            [.. rows.Rows.Select(r => new Visit(r.Value.School, r.Value.Attended, r.Value.Persons))],
            KnownTables.InOrder(raw.Errors.Concat(log.Errors)),
            KnownTables.InOrder(raw.Warnings.Concat(log.Warnings)));
    }

    private static RawTable WithForum(RawTable table, string forum) =>
        table.Header.Any(h => AttendanceTable.Forum.Spellings.Contains(h.Trim(), StringComparer.OrdinalIgnoreCase))
            ? table
            : table with
            {
                Header = [.. table.Header, AttendanceTable.Forum.Name],
                Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Concat(Enumerable.Repeat("", Math.Max(0, table.Header.Count - r.Cells.Count))), forum] })],
            };
}
