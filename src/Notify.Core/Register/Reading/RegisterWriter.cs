using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register.Reading;

/// <summary>Writes a register as the tables that <see cref="RegisterReader"/> reads, with the English headers. Pure.</summary>
public static class RegisterWriter
{
    /// <summary>The tables in the order of CONTRACT.md; a null part of the register gives none.</summary>
    public static IReadOnlyList<RawTable> Write(RegisterContent content) =>
    [
        .. Table(DistrictTable.Layout, content.Districts),
        .. Table(SchoolTable.Layout, content.Schools),
        .. Table(ContactTable.Layout, content.Contacts),
        .. Table(AssignmentTable.Layout, content.Assignments),
        .. Table(AgreementTable.Layout, content.Agreements),
        .. Table(SteeringGroupTable.Layout, content.SteeringGroups),
        .. Table(ForumTable.Layout, content.Forums),
        .. Table(AttendanceTable.Layout, content.Attendance),
        .. Table(MaterialTable.Layout, content.Materials),
        .. Table(QuestionnaireTable.Layout, content.Questionnaires),
        .. Table(FollowUpTable.Layout, content.FollowUps),
    ];

    private static IEnumerable<RawTable> Table<TRow>(TableLayout<TRow> layout, IReadOnlyList<TRow>? rows)
    {
        if (rows is not null)
        {
            yield return new(
                layout.Name,
                layout.Name + ".csv",
                [.. layout.Columns.Select(c => c.Name)],
                [.. rows.Select((row, i) => new RawRow(i + 2, [.. layout.Columns.Select(c => c.Write(row))]))]);
        }
    }
}
