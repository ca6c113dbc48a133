using Notify.Core.Register.Reading.Tables;

namespace Notify.Core.Register;

/// <summary>Divides a register among its districts and puts it together again.</summary>
public static class RegisterDivision
{
    /// <summary>
    /// What each district gets: its own rows, the contacts it assigns, the steering groups of agreements that it leads, every school
    /// it works with, and the city-wide rows; in the order of their keys, as version 0. A merged district gets nothing.
    /// </summary>
    /// <param name="whole">A register without a null table.</param>
    public static IReadOnlyList<DistrictSnapshot> Divide(RegisterContent whole)
    {
        var schools = Rows(whole.Schools);
        var contacts = Rows(whole.Contacts).ToDictionary(c => c.Id);
        var listed = schools.SelectMany(s => s.Districts.Distinct(), (school, district) => (district, school)).ToLookup(p => p.district, p => p.school);
        var byCode = schools.ToDictionary(s => s.Code);
        var own = Rows(whole.Contacts).ToLookup(c => c.District);
        var assignments = Rows(whole.Assignments).ToLookup(a => a.District);
        var rest = new DistrictRows(whole);
        return [.. Rows(whole.Districts).Where(d => d.Successor is null).Select(district =>
        {
            var assigned = assignments[district.Code].ToList();
            return rest.Of(district) with
            {
                Schools = Sorted(listed[district.Code].Union(assigned.Select(a => byCode[a.School])), RegisterTables.KeyOf),
                Contacts = Sorted(own[district.Code].Union(assigned.Select(a => contacts[a.Contact])), RegisterTables.KeyOf),
                Assignments = Sorted(assigned, RegisterTables.KeyOf),
            };
        })];
    }

    /// <summary>The register of all these districts; what several of them hold stands there once.</summary>
    public static RegisterContent Together(IReadOnlyCollection<DistrictSnapshot> districts) => new()
    {
        Districts = Sorted(districts.Select(d => d.District), RegisterTables.KeyOf),
        Schools = Merged(districts, d => d.Schools, RegisterTables.KeyOf),
        Contacts = Merged(districts, d => d.Contacts, RegisterTables.KeyOf),
        Assignments = Merged(districts, d => d.Assignments, RegisterTables.KeyOf),
        Agreements = Merged(districts, d => d.Agreements, RegisterTables.KeyOf),
        SteeringGroups = Merged(districts, d => d.SteeringGroups, RegisterTables.KeyOf),
        Forums = Merged(districts, d => d.Forums, RegisterTables.KeyOf),
        Attendance = Merged(districts, d => d.Attendance, RegisterTables.KeyOf),
        Materials = Merged(districts, d => d.Materials, RegisterTables.KeyOf),
        Questionnaires = Merged(districts, d => d.Questionnaires, RegisterTables.KeyOf),
        FollowUps = Merged(districts, d => d.FollowUps, RegisterTables.KeyOf),
    };

    /// <summary>What a district is that left the register: its row, so that it can still be named, and nothing else.</summary>
    public static DistrictSnapshot Closed(District district) =>
        new(0, default, InOrder(district), [], [], [], [], [], [], [], [], [], [], new Dictionary<SchoolUnitCode, DateTimeOffset>());

    private static District InOrder(District district) =>
        district with { ForumsPerTerm = district.ForumsPerTerm.OrderBy(f => f.Key).ToDictionary() };

    internal static IReadOnlyList<T> Rows<T>(IReadOnlyList<T>? table) =>
        table ?? throw new ArgumentException("A table is missing: a whole register is needed.", nameof(table));

    private static IReadOnlyList<T> Merged<T>(IEnumerable<DistrictSnapshot> districts, Func<DistrictSnapshot, IEnumerable<T>> rows, Func<T, string> key) =>
        Sorted(districts.SelectMany(rows).DistinctBy(key), key);

    private static IReadOnlyList<T> Sorted<T>(IEnumerable<T> rows, Func<T, string> key) => [.. rows.OrderBy(key, StringComparer.Ordinal)];

    /// <summary>The tables that belong to a district by its code, and the city-wide ones.</summary>
    private sealed class DistrictRows(RegisterContent whole)
    {
        private readonly ILookup<DistrictCode, Agreement> _agreements = Rows(whole.Agreements).ToLookup(a => a.District);
        private readonly ILookup<DistrictCode, SteeringGroupMember> _groups = Rows(whole.SteeringGroups).ToLookup(g => g.District);
        private readonly ILookup<string, SteeringGroupMember> _groupsById = Rows(whole.SteeringGroups).ToLookup(g => g.Id);
        private readonly ILookup<DistrictCode, Forum> _forums = Rows(whole.Forums).ToLookup(f => f.District);
        private readonly ILookup<string, Attendance> _attendance = Rows(whole.Attendance).ToLookup(a => a.Forum);
        private readonly ILookup<DistrictCode, FollowUp> _followUps = Rows(whole.FollowUps).ToLookup(f => f.District);
        private readonly IReadOnlyList<Material> _materials = Sorted(Rows(whole.Materials), RegisterTables.KeyOf);
        private readonly IReadOnlyList<QuestionnaireStatement> _questionnaires = Sorted(Rows(whole.Questionnaires), RegisterTables.KeyOf);

        public DistrictSnapshot Of(District district) => Closed(district) with
        {
            Agreements = Sorted(_agreements[district.Code], RegisterTables.KeyOf),
            SteeringGroups = Sorted(GroupsOf(district.Code), RegisterTables.KeyOf),
            Forums = Sorted(_forums[district.Code], RegisterTables.KeyOf),
            Attendance = Sorted(_forums[district.Code].SelectMany(f => _attendance[f.Id]), RegisterTables.KeyOf),
            Materials = _materials,
            Questionnaires = _questionnaires,
            FollowUps = Sorted(_followUps[district.Code], RegisterTables.KeyOf),
        };

        /// <summary>Its own groups, and those of other districts that look after an agreement which it leads, or are invited to its forums.</summary>
        private IEnumerable<SteeringGroupMember> GroupsOf(DistrictCode district) =>
            _groups[district]
                .Union(_agreements[district].SelectMany(a => _groupsById[a.SteeringGroup]))
                .Union(_forums[district].SelectMany(f => ForumTable.GroupOf(f) is { } group ? _groupsById[group] : []));
    }
}
