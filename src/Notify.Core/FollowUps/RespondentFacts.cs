using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>What somebody is asked as.</summary>
/// <param name="Subject">As <c>school:98000007</c>, <c>contact:ID</c> or <c>member:ID:address</c>.</param>
/// <param name="School">The school's name; null for a person.</param>
public sealed record Hat(RespondentGroup Group, string Subject, string? School);

/// <summary>One who is to be asked in a round, by the register: one address, however many hats are worn there.</summary>
/// <param name="Address">Of a school the principal's, or else the functional one.</param>
/// <param name="To">Who gets the mail: the address, and functional addresses of its schools which are not themselves asked.</param>
/// <param name="Hats">Never empty.</param>
public sealed record RespondentFacts(EmailAddress Address, IReadOnlyList<EmailAddress> To, IReadOnlyList<Hat> Hats)
{
    /// <summary>
    /// Everyone whom the round asks: the district's active schools, its contacts, the members of its steering groups. A school
    /// without an address cannot be asked.
    /// </summary>
    public static IReadOnlyList<RespondentFacts> Of(FollowUp round, DistrictSnapshot snapshot)
    {
        var asked = round.Respondents.SelectMany(r => r switch
        {
            Respondent.Schools => snapshot.Schools.Where(s => s.Status == SchoolStatus.Active && s.Districts.Contains(round.District)).SelectMany(OfSchool),
            Respondent.Contacts => snapshot.Contacts.Where(c => c.District == round.District).Select(OfContact),
            _ => snapshot.SteeringGroups.Where(m => m.District == round.District).Select(OfMember),
        }).ToList();
        var identities = asked.Select(a => a.Address).ToHashSet();
        return
        [
            .. asked.GroupBy(a => a.Address).Select(g => new RespondentFacts(
                g.Key,
                [g.Key, .. g.SelectMany(a => a.To).Distinct().Where(a => !identities.Contains(a)).OrderBy(a => a.ToString(), StringComparer.Ordinal)],
                [.. g.SelectMany(a => a.Hats).DistinctBy(h => h.Subject).OrderBy(h => h.Group).ThenBy(h => h.Subject, StringComparer.Ordinal)]))
                .OrderBy(r => r.Address.ToString(), StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<RespondentFacts> OfSchool(School school) =>
        school.Addresses is [var address, ..]
            ? [new(address, school.Addresses, [new(RespondentGroups.Of(school.Provider), $"school:{school.Code}", school.Name)])]
            : [];

    private static RespondentFacts OfContact(Contact contact) =>
        new(contact.Email, [contact.Email], [new(RespondentGroup.Contacts, $"contact:{contact.Id}", null)]);

    private static RespondentFacts OfMember(SteeringGroupMember member) =>
        new(member.MemberEmail, [member.MemberEmail], [new(RespondentGroup.SteeringGroup, $"member:{member.Id}:{member.MemberEmail}", null)]);
}
