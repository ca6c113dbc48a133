using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What a coordinator should look at in the register, although nobody is mailed about it.</summary>
public static class ContactFlags
{
    /// <summary>The flags of one school.</summary>
    public static IReadOnlyList<ContactFlag> OfSchool(SchoolFacts facts)
    {
        var reachable = facts.Holders.Where(h => h.IsReachable).ToList();
        return reachable.Count switch
        {
            0 => [new(ContactFlagKind.NoContact, facts.School, null, 0)],
            1 when reachable[0].Kind != ContactKind.Function => [new(ContactFlagKind.SolePerson, facts.School, reachable[0].Name, 0)],
            _ => [],
        };
    }

    /// <summary>The people with more schools than the options allow.</summary>
    public static IReadOnlyList<ContactFlag> OfPeople(IEnumerable<SchoolFacts> schools, ContactsOptions options) =>
    [
        .. schools
            .SelectMany(f => f.Holders.Where(h => h.IsReachable && h.Kind == ContactKind.Person).Select(h => (h.Contact, h.Name, f.School)))
            .GroupBy(h => (h.Contact, h.Name))
            .Select(g => (g.Key.Name, Count: g.Select(h => h.School).Distinct().Count()))
            .Where(p => p.Count > options.MaxSchools)
            .OrderByDescending(p => p.Count).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new ContactFlag(ContactFlagKind.TooManySchools, null, p.Name, p.Count)),
    ];
}
