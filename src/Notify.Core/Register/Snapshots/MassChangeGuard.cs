namespace Notify.Core.Register;

/// <summary>A number that is lost, of those there were.</summary>
public sealed record Loss(int Lost, int Of)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lost} of {Of}";
}

/// <summary>A district that would lose so much that a human must look first.</summary>
/// <param name="Schools">Schools that would be gone, when too many.</param>
/// <param name="Roles">Pairs of school and role that had a holder and would have none, when too many.</param>
public sealed record HeldDistrict(DistrictCode District, Loss? Schools, Loss? Roles)
{
    /// <summary>Why, in one sentence.</summary>
    public string Reason => Text.English;

    /// <summary>Why, in one sentence.</summary>
    public Bilingual Text
    {
        get
        {
            var parts = Parts().ToList();
            return Bilingual.Of(
                $"{District} would lose {string.Join(" and ", parts.Select(p => p.English))}.",
                $"{District} skulle förlora {string.Join(" och ", parts.Select(p => p.Swedish))}.");
        }
    }

    private IEnumerable<Bilingual> Parts()
    {
        if (Schools is { } schools)
        {
            yield return Bilingual.Of($"{schools} schools", $"{schools.Lost} av {schools.Of} skolor");
        }

        if (Roles is { } roles)
        {
            yield return Bilingual.Of($"the holder of {roles} roles at its schools", $"kontakten i {roles.Lost} av {roles.Of} roller vid skolorna");
        }
    }
}

/// <summary>
/// Stops an import that empties a district, as a truncated file does. Replacing a contact loses nothing, nor does an assignment
/// that is over by its own last day.
/// </summary>
public static class MassChangeGuard
{
    private const int AtLeast = 2;

    /// <summary>The district when it loses more than the share and at least two of its schools or of its held roles; else null.</summary>
    /// <param name="before">The present snapshot.</param>
    /// <param name="after">The one that would replace it; of a merged district that of the one that takes over.</param>
    /// <param name="today">The day in Stockholm.</param>
    /// <param name="percent">The share that may go, in percent.</param>
    public static HeldDistrict? Judge(DistrictSnapshot before, DistrictSnapshot after, DateOnly today, int percent)
    {
        var schools = TooMuch(Schools(before), Schools(after), percent);
        var roles = TooMuch(HeldRoles(before, today), HeldRoles(after, today), percent);
        return schools is null && roles is null ? null : new(before.District.Code, schools, roles);
    }

    private static Loss? TooMuch<T>(HashSet<T> before, HashSet<T> after, int percent)
    {
        var lost = before.Count(item => !after.Contains(item));
        return lost >= AtLeast && lost * 100 > percent * before.Count ? new(lost, before.Count) : null;
    }

    private static HashSet<SchoolUnitCode> Schools(DistrictSnapshot snapshot) => [.. snapshot.Schools.Select(s => s.Code)];

    private static HashSet<(SchoolUnitCode, AssignmentRole)> HeldRoles(DistrictSnapshot snapshot, DateOnly today) =>
        [.. snapshot.Assignments.Where(a => a.Until is null || a.Until >= today).Select(a => (a.School, a.Role))];
}
