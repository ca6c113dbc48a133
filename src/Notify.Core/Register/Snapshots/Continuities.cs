namespace Notify.Core.Register;

/// <summary>
/// Counts how often schools get someone else to turn to: continuity is itself a measure. A replacement is one change; other
/// details of a contact, dates of the same holder, assignments that were over, and schools that come or go are none. The first
/// appointments of a district are its baseline and no change.
/// </summary>
internal static class Continuities
{
    public static int Between(DistrictSnapshot before, DistrictSnapshot after, DateOnly today)
    {
        if (before.Assignments.Count == 0)
        {
            return 0;
        }

        var schools = before.Schools.Select(s => s.Code).Intersect(after.Schools.Select(s => s.Code)).ToHashSet();
        var old = Holders(before, schools, today);
        var present = Holders(after, schools, today);
        return old.Select(h => h.Key).Union(present.Select(h => h.Key)).Sum(role => Changes([.. old[role]], [.. present[role]]));
    }

    private static int Changes(HashSet<string> before, HashSet<string> after) =>
        Math.Max(before.Except(after).Count(), after.Except(before).Count());

    private static ILookup<(SchoolUnitCode, AssignmentRole), string> Holders(DistrictSnapshot snapshot, HashSet<SchoolUnitCode> schools, DateOnly today) =>
        snapshot.Assignments.Where(a => schools.Contains(a.School) && (a.Until is null || a.Until >= today)).ToLookup(a => (a.School, a.Role), a => a.Contact);
}
