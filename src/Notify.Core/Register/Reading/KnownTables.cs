namespace Notify.Core.Register.Reading;

/// <summary>The tables of a register, by the names that CONTRACT.md gives their files and sheets.</summary>
public static class KnownTables
{
    /// <summary>All eleven, in the order of CONTRACT.md, which is also the order in which issues are told.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "districts", "schools", "contacts", "assignments", "agreements", "steering_groups",
        "forums", "attendance", "materials", "questionnaires", "followups",
    ];

    /// <summary>The table that a file or sheet name means, whatever its case and surrounding blanks; null when none.</summary>
    public static string? Find(string name) =>
        Names.FirstOrDefault(n => n.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The table whose name is at most two letters away; null when none is.</summary>
    public static string? Nearest(string name) => EditDistance.Nearest(name.Trim().ToLowerInvariant(), Names);

    /// <summary>Issues in the order of the tables and lines they are about, those about no table first.</summary>
    internal static IReadOnlyList<RegisterIssue> InOrder(IEnumerable<RegisterIssue> issues) =>
        [.. issues.OrderBy(i => Rank(i.File)).ThenBy(i => i.File, StringComparer.Ordinal).ThenBy(i => i.Line)];

    private static int Rank(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        name = dot > 0 ? name[..dot] : name;
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i].Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
