namespace Notify.Core.Register;

/// <summary>
/// The present register with one district as it was. Its own rows and the schools it worked with are as they were; city-wide
/// materials stay, and so does what other districts refer to.
/// </summary>
public static class RegisterRestore
{
    /// <summary>The whole register to import.</summary>
    /// <param name="closed">The district was not in the register then.</param>
    public static RegisterContent Of(RegisterContent present, DistrictSnapshot old, bool closed)
    {
        var code = old.District.Code;
        var foreign = RegisterDivision.Rows(present.Assignments).Where(a => a.District != code).ToList();
        var forums = RegisterDivision.Rows(present.Forums).Where(f => f.District == code).Select(f => f.Id).ToHashSet();
        return new()
        {
            Districts = [.. RegisterDivision.Rows(present.Districts).Where(d => d.Code != code), .. closed ? [] : new[] { old.District }],
            Schools = Schools(present, old, foreign),
            Contacts = Contacts(present, old, foreign),
            Assignments = [.. foreign, .. old.Assignments],
            Agreements = [.. RegisterDivision.Rows(present.Agreements).Where(a => a.District != code), .. old.Agreements],
            SteeringGroups = [.. RegisterDivision.Rows(present.SteeringGroups).Where(g => g.District != code), .. old.SteeringGroups.Where(g => g.District == code)],
            Forums = [.. RegisterDivision.Rows(present.Forums).Where(f => f.District != code), .. old.Forums],
            Attendance = [.. RegisterDivision.Rows(present.Attendance).Where(a => !forums.Contains(a.Forum)), .. old.Attendance],
            Materials = present.Materials,
            Questionnaires = Questionnaires(present, old),
            FollowUps = [.. RegisterDivision.Rows(present.FollowUps).Where(f => f.District != code), .. old.FollowUps],
        };
    }

    private static List<School> Schools(RegisterContent present, DistrictSnapshot old, List<Assignment> foreign)
    {
        var now = RegisterDivision.Rows(present.Schools).ToDictionary(s => s.Code);
        var restored = old.Schools.Select(s => Restored(s, now.GetValueOrDefault(s.Code), old.District.Code)).ToList();
        var codes = restored.Select(s => s.Code).ToHashSet();
        var served = foreign.ToLookup(a => a.School, a => a.District);
        var others = now.Values.Where(s => !codes.Contains(s.Code)).Select(s => Without(s, old.District.Code, served[s.Code]));
        return [.. restored.Concat(others).Where(s => s.Districts.Count > 0)];
    }

    /// <summary>The school as it was, in this district as then and in the others as now.</summary>
    private static School Restored(School then, School? now, DistrictCode district)
    {
        var wasListed = then.Districts.Contains(district);
        var elsewhere = (now?.Districts ?? []).Where(d => d != district).ToHashSet();
        var listed = then.Districts.Where(d => d == district || elsewhere.Contains(d)).Union(elsewhere).ToList();
        return (wasListed ? then : now ?? then) with { Districts = listed.Count > 0 ? listed : [district] };
    }

    /// <summary>The school without the district; with those that serve it when no other lists it.</summary>
    private static School Without(School school, DistrictCode district, IEnumerable<DistrictCode> served)
    {
        var rest = school.Districts.Where(d => d != district).ToList();
        return rest.Count == school.Districts.Count ? school : school with { Districts = rest.Count > 0 ? rest : [.. served.Distinct()] };
    }

    private static List<Contact> Contacts(RegisterContent present, DistrictSnapshot old, List<Assignment> foreign)
    {
        var used = foreign.Select(a => a.Contact).ToHashSet();
        var own = old.Contacts.Where(c => c.District == old.District.Code).ToList();
        var ids = own.Select(c => c.Id).ToHashSet();
        var kept = RegisterDivision.Rows(present.Contacts).Where(c => !ids.Contains(c.Id) && (c.District != old.District.Code || used.Contains(c.Id)));
        return [.. own.Concat(kept).Concat(old.Contacts).DistinctBy(c => c.Id)];
    }

    private static List<QuestionnaireStatement> Questionnaires(RegisterContent present, DistrictSnapshot old)
    {
        var table = RegisterDivision.Rows(present.Questionnaires);
        var known = table.Select(q => (q.Id, q.Version)).ToHashSet();
        var needed = old.FollowUps.Select(f => (f.Questionnaire, f.Version)).ToHashSet();
        return [.. table, .. old.Questionnaires.Where(q => !known.Contains((q.Id, q.Version)) && needed.Contains((q.Id, q.Version)))];
    }
}
