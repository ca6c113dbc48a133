namespace Notify.Core.Register;

/// <summary>Decides which schools an import touches: those to which something a school sees of its contacts has changed.</summary>
internal static class TouchedSchools
{
    /// <summary>For each school of <paramref name="after"/> the time of the import that last touched it.</summary>
    /// <param name="before">Null: the district is new.</param>
    /// <param name="today">The day in Stockholm on which the import is made.</param>
    public static IReadOnlyDictionary<SchoolUnitCode, DateTimeOffset> Between(
        DistrictSnapshot? before, DistrictSnapshot after, DateTimeOffset at, DateOnly today)
    {
        var old = before is null ? [] : Sights(before, today);
        return Sights(after, today).ToDictionary(
            sight => sight.Key,
            sight => old.TryGetValue(sight.Key, out var was) && was == sight.Value ? before!.Touched[sight.Key] : at);
    }

    private static Dictionary<SchoolUnitCode, string> Sights(DistrictSnapshot snapshot, DateOnly today)
    {
        var contacts = snapshot.Contacts.ToDictionary(c => c.Id);
        var assignments = snapshot.Assignments.ToLookup(a => a.School);
        return snapshot.Schools.ToDictionary(
            school => school.Code,
            school => Sight(snapshot.District, school, [.. assignments[school.Code].Select(a => (a, contacts[a.Contact]))], today));
    }

    /// <summary>All that matters to one school, as text that is equal when nothing of it has changed.</summary>
    private static string Sight(District district, School school, IReadOnlyList<(Assignment Row, Contact Contact)> assigned, DateOnly today)
    {
        var lines = assigned.Select(a =>
            RegisterJson.Write(a.Row, RegisterJson.Default.Assignment) + RegisterJson.Write(Visible(a.Contact), RegisterJson.Default.Contact));

        // A school is told the district's reception only while it has no contact, so only then does the reception matter to it.
        var reception = assigned.Any(a => a.Row.Role != AssignmentRole.Team && a.Row.HoldsOn(today))
            ? []
            : new[] { district.FallbackName, district.FallbackEmail.ToString(), district.FallbackPhone };
        return string.Join('\n', [RegisterJson.Write(school, RegisterJson.Default.School), .. lines, .. reception]);
    }

    // Accounts and membership are of no concern to a school.
    private static Contact Visible(Contact contact) => contact with { EntraId = null, MemberOf = null };
}
