using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>One school in one district, as pages and status show it: the register beside what has been told.</summary>
/// <param name="Present">Whom the school ought to turn to: its contacts, or the district's reception while it has none.</param>
/// <param name="IsTold">Whether the school has been told its present contacts.</param>
/// <param name="IsConfirmed">Whether it has also confirmed them.</param>
public sealed record SchoolRow(
    DistrictCode District,
    School School,
    IReadOnlyList<Holder> Present,
    SchoolState State,
    bool IsTold,
    bool IsConfirmed,
    IReadOnlyList<ContactFlag> Flags);

/// <summary>Something a coordinator should look at, although no mail is sent about it.</summary>
/// <param name="Contact">The contact's name, where it is about one.</param>
public sealed record ContactFlag(ContactFlagKind Kind, SchoolUnitCode? School, string? Contact, int Count);

/// <summary>What is flagged (DESIGN "1. Contacts").</summary>
public enum ContactFlagKind
{
    /// <summary>A school that has no contact.</summary>
    NoContact,

    /// <summary>A school that hangs on one person, without a deputy.</summary>
    SolePerson,

    /// <summary>A person with more schools than <see cref="ContactsOptions.MaxSchools"/>.</summary>
    TooManySchools,
}

/// <summary>The contacts of one district.</summary>
/// <param name="Schools">Active schools, in the order of their names.</param>
/// <param name="Calls">The call list, open rows first, newest first.</param>
public sealed record DistrictContacts(
    District District,
    DistrictSnapshot Snapshot,
    IReadOnlyList<SchoolRow> Schools,
    IReadOnlyList<ContactFlag> Flags,
    IReadOnlyList<CallRow> Calls);

/// <summary>The proof that schools know their contacts.</summary>
/// <param name="Schools">Active schools.</param>
/// <param name="Told">Those that have been told their present contact.</param>
/// <param name="Confirmed">Those of them that have confirmed it.</param>
public sealed record ContactsProof(int Schools, int Told, int Confirmed)
{
    /// <summary>The proof over districts: a school counts once, and as told when every district that lists it has told it.</summary>
    public static ContactsProof Of(IEnumerable<SchoolRow> rows)
    {
        var schools = rows.GroupBy(r => r.School.Code).ToList();
        return new(schools.Count, schools.Count(s => s.All(r => r.IsTold)), schools.Count(s => s.All(r => r.IsConfirmed)));
    }
}
