namespace Notify.Core.Register.Reading;

/// <summary>The columns of the tables in CONTRACT.md.</summary>
public static class TableColumns
{
    private static readonly Dictionary<string, IReadOnlyList<string>> ByTable = RegisterWriter.Write(new()
    {
        Districts = [],
        Schools = [],
        Contacts = [],
        Assignments = [],
        Agreements = [],
        SteeringGroups = [],
        Forums = [],
        Attendance = [],
        Materials = [],
        Questionnaires = [],
        FollowUps = [],
    }).ToDictionary(t => t.Name, t => t.Header, StringComparer.OrdinalIgnoreCase);

    /// <summary>Their English names, in order; none for a table that nobody knows.</summary>
    public static IReadOnlyList<string> Of(string table) => ByTable.GetValueOrDefault(table, []);
}
