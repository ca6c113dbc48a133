namespace Notify.Core.Register;

/// <summary>
/// One version of what the register says to one district: its own rows, every school it works with (listed for the district or
/// assigned in it), the steering groups of the agreements it leads, and the city-wide rows. Immutable; rows in the order of their keys.
/// </summary>
/// <param name="Version">Rises by one with every change; never goes back.</param>
/// <param name="At">When this version was imported.</param>
/// <param name="Touched">
/// For each school, when an import last changed its contacts as a school sees them: its assignments, the details of their
/// contacts, or the school's own row. Settling counts from it.
/// </param>
public sealed record DistrictSnapshot(
    long Version,
    DateTimeOffset At,
    District District,
    IReadOnlyList<School> Schools,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Assignment> Assignments,
    IReadOnlyList<Agreement> Agreements,
    IReadOnlyList<SteeringGroupMember> SteeringGroups,
    IReadOnlyList<Forum> Forums,
    IReadOnlyList<Attendance> Attendance,
    IReadOnlyList<Material> Materials,
    IReadOnlyList<QuestionnaireStatement> Questionnaires,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyDictionary<SchoolUnitCode, DateTimeOffset> Touched)
{
    /// <summary>Every address that stands in it; an address may come more than once.</summary>
    public IEnumerable<EmailAddress> Addresses()
    {
        EmailAddress?[] own = [District.CoordinatorEmail, District.ReplyTo, District.DirectorEmail, District.FallbackEmail];
        return own
            .Concat(Schools.SelectMany(s => new[] { s.PrincipalEmail, s.Email, s.OwnerEmail }))
            .OfType<EmailAddress>()
            .Concat(Contacts.Select(c => c.Email))
            .Concat(SteeringGroups.Select(m => m.MemberEmail))
            .Concat(Agreements.SelectMany(a => a.Informed))
            .Concat(Forums.Select(f => f.OrganiserEmail).OfType<EmailAddress>());
    }
}
