using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Importing;

/// <summary>Names every row that differs between two registers, table by table. Pure.</summary>
internal sealed class RegisterDifferences
{
    private const int LongestValue = 80;

    private readonly RegisterContent _before;
    private readonly RegisterContent _after;
    private readonly Dictionary<SchoolUnitCode, string> _schools;
    private readonly Dictionary<string, string> _contacts;
    private readonly Dictionary<string, string> _forums;

    private RegisterDifferences(RegisterContent before, RegisterContent after)
    {
        (_before, _after) = (before, after);
        _schools = Names(r => r.Schools, s => s.Code, s => s.Name);
        _contacts = Names(r => r.Contacts, c => c.Id, c => c.Name);
        _forums = Names(r => r.Forums, f => f.Id, f => f.Title);
    }

    /// <summary>The rows of each table that differ, in the order of their keys, so that who goes and who comes stand together.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RowDifference>> Between(RegisterContent before, RegisterContent after) =>
        new RegisterDifferences(before, after).Tables().ToDictionary(t => t.Name, t => t.Rows);

    private IEnumerable<(string Name, IReadOnlyList<RowDifference> Rows)> Tables() =>
    [
        Table(DistrictTable.Layout, r => r.Districts, RegisterTables.KeyOf, d => [d.Name]),
        Table(SchoolTable.Layout, r => r.Schools, RegisterTables.KeyOf, s => [s.Name]),
        Table(ContactTable.Layout, r => r.Contacts, RegisterTables.KeyOf, c => [c.Name]),
        Table(AssignmentTable.Layout, r => r.Assignments, RegisterTables.KeyOf, a => [NameOf(a.School), _contacts.GetValueOrDefault(a.Contact, a.Contact)]),
        Table(AgreementTable.Layout, r => r.Agreements, RegisterTables.KeyOf, a => [a.Title]),
        Table(SteeringGroupTable.Layout, r => r.SteeringGroups, RegisterTables.KeyOf, m => [m.Name, m.MemberName ?? m.MemberEmail.ToString()]),
        Table(ForumTable.Layout, r => r.Forums, RegisterTables.KeyOf, f => [f.Title]),
        Table(AttendanceTable.Layout, r => r.Attendance, RegisterTables.KeyOf, a => [_forums.GetValueOrDefault(a.Forum, a.Forum), NameOf(a.School)]),
        Table(MaterialTable.Layout, r => r.Materials, RegisterTables.KeyOf, m => [m.Title]),
        Table(QuestionnaireTable.Layout, r => r.Questionnaires, RegisterTables.KeyOf, q => [q.Axis]),
        Table(FollowUpTable.Layout, r => r.FollowUps, RegisterTables.KeyOf, f => [f.Title]),
    ];

    private string NameOf(SchoolUnitCode school) => _schools.GetValueOrDefault(school, school.ToString());

    private (string Name, IReadOnlyList<RowDifference> Rows) Table<TRow>(
        TableLayout<TRow> layout, Func<RegisterContent, IReadOnlyList<TRow>?> rows, Func<TRow, string> key, Func<TRow, string[]> about)
        where TRow : class
    {
        var old = RegisterDivision.Rows(rows(_before)).ToDictionary(key, StringComparer.Ordinal);
        var present = RegisterDivision.Rows(rows(_after)).ToDictionary(key, StringComparer.Ordinal);
        var differences = new List<RowDifference>();
        foreach (var name in old.Keys.Union(present.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (old.GetValueOrDefault(name), present.GetValueOrDefault(name));
            if (!ReferenceEquals(was, now) && Cells(layout, was, now) is { Count: > 0 } cells)
            {
                differences.Add(new(was is null ? RowChange.Added : now is null ? RowChange.Removed : RowChange.Changed, [.. about(now ?? was!).Select(Cut)], cells));
            }
        }

        return (layout.Name, differences);
    }

    private static List<CellDifference> Cells<TRow>(TableLayout<TRow> layout, TRow? was, TRow? now)
        where TRow : class
    {
        var cells = new List<CellDifference>();
        foreach (var column in layout.Columns)
        {
            var (before, after) = (was is null ? string.Empty : column.Write(was), now is null ? string.Empty : column.Write(now));
            if (before != after)
            {
                cells.Add(new(column.Name, column.In(Language.Swedish), Cut(before), Cut(after)));
            }
        }

        return cells;
    }

    /// <summary>Short enough for a page, and for a row of the store that holds a page.</summary>
    public static string Cut(string value) => value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue), "…");

    private Dictionary<TKey, string> Names<TRow, TKey>(Func<RegisterContent, IReadOnlyList<TRow>?> rows, Func<TRow, TKey> key, Func<TRow, string> name)
        where TKey : notnull
    {
        var names = RegisterDivision.Rows(rows(_before)).ToDictionary(key, name);
        foreach (var row in RegisterDivision.Rows(rows(_after)))
        {
            names[key(row)] = name(row);
        }

        return names;
    }
}
