using Notify.Core.Register;

namespace Notify.Testing.Register;

/// <summary>Believable rows that follow from their keys alone.</summary>
public static class Rows
{
    /// <summary>A district with a reception, mailing in Swedish.</summary>
    public static District District(string code) => new(
        DistrictCode.Parse(code),
        Name(code),
        Address("samordnare", code),
        null,
        null,
        "Mottagningen " + Name(code),
        Address("mottagning", code),
        "08-508 00 000",
        Language.Swedish,
        ContactKind.Person,
        new Dictionary<ForumKind, int> { [ForumKind.Steering] = 1, [ForumKind.Local] = 2 });

    /// <summary>An active municipal compulsory school with both addresses.</summary>
    public static School School(string code, params IReadOnlyList<DistrictCode> districts) => new(
        SchoolUnitCode.Parse(code),
        "Skola " + code,
        Provider.Municipal,
        SchoolType.Compulsory,
        "Rektor " + code,
        Address("rektor", "skola" + code),
        Address("expedition", "skola" + code),
        "08-508 11 000",
        null,
        null,
        districts,
        [],
        SchoolStatus.Active,
        null);

    /// <summary>A contact named after its id.</summary>
    public static Contact Contact(string id, DistrictCode district, ContactKind kind = ContactKind.Person) => new(
        id, district, Name(id), kind, null, Address(id, district.ToString()), "08-508 22 000", null, null);

    /// <summary>An agreement in force that is revised every year.</summary>
    public static Agreement Agreement(string id, DistrictCode district) => new(
        id, district, "Överenskommelse " + id, null, new DateOnly(2025, 9, 1), 12, null, AgreementStatus.InForce, "G-" + id, null, [], [], null);

    /// <summary>The member of a steering group of one.</summary>
    public static SteeringGroupMember Member(string group, DistrictCode district) =>
        new(group, district, "Styrgrupp " + group, Address("ordforande", district.ToString()), null, null);

    /// <summary>A forum of two hours in the spring.</summary>
    public static Forum Forum(string id, DistrictCode district, ForumKind kind = ForumKind.Local) => new(
        id,
        district,
        kind,
        "Forum " + id,
        new DateTimeOffset(2026, 4, 15, 13, 0, 0, TimeSpan.FromHours(2)),
        new DateTimeOffset(2026, 4, 15, 15, 0, 0, TimeSpan.FromHours(2)),
        "Medborgarkontoret",
        "all",
        [SchoolType.Compulsory, SchoolType.UpperSecondary],
        null,
        null,
        null,
        null,
        ForumStatus.Planned,
        null);

    /// <summary>A support material for all.</summary>
    public static Material Material(string id) => new(
        id, "Stöd " + id, "1", new DateOnly(2026, 1, 15), new Uri($"https://stod.example/{id}"), null, MaterialAudience.All);

    private static string Name(string id) => char.ToUpperInvariant(id[0]) + id[1..].ToLowerInvariant();

    private static EmailAddress Address(string local, string domain) => EmailAddress.Parse($"{local}@{domain}.example".ToLowerInvariant());
}
