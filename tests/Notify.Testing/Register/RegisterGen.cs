using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Register;

namespace Notify.Testing.Register;

/// <summary>
/// Small random registers that validation would pass: 1–3 districts, 1–8 schools (some in several), contacts of all kinds, and
/// assignments with and without dates around <see cref="Day"/>. Keys come from a small pool, so that two of them are often a
/// change of one another.
/// </summary>
public static class RegisterGen
{
    /// <summary>The day around which assignments begin and end.</summary>
    public static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly string[] DistrictPool = ["BROMMA", "KISTA", "SKARPNACK"];
    private static readonly string[] ContactPool = ["anna", "bertil", "chef", "reception"];

    /// <summary>A register without a null table.</summary>
    public static Gen<RegisterContent> Register =>
        from codes in NonEmpty(DistrictPool)
        from districts in Gen.CollectToList(codes, District)
        from schoolCount in Gen.Choose(1, 8)
        from schools in Gen.CollectToList(Enumerable.Range(1, schoolCount), n => School(n, [.. districts.Select(d => d.Code)]))
        from contacts in Gen.CollectToList(districts, Contacts)
        let everyone = contacts.SelectMany(c => c).ToList()
        from assignments in Gen.CollectToList(schools.SelectMany(s => s.Districts, (s, d) => (s.Code, d)), place => Assignments(place.Code, place.d, everyone))
        from agreements in Gen.CollectToList(districts, Agreement)
        from forums in Gen.CollectToList(districts, Forum)
        from materials in Gen.SubListOf("orosanmalan", "samtycke")
        select RegisterBuilder.City().Build() with
        {
            Districts = [.. districts],
            Schools = [.. schools],
            Contacts = everyone,
            Assignments = [.. assignments.SelectMany(a => a)],
            Agreements = [.. agreements.OfType<Agreement>()],
            SteeringGroups = [.. agreements.OfType<Agreement>().Select(a => Rows.Member(a.SteeringGroup, a.District))],
            Forums = [.. forums.OfType<Forum>()],
            Attendance = [.. forums.OfType<Forum>().Select(f => new Attendance(f.Id, schools[0].Code, true, 2))],
            Materials = [.. materials.Select(Rows.Material)],
        };

    /// <summary>A register, and one that may follow it: another, or the same with a few rows changed.</summary>
    public static Gen<RegisterContent> After(RegisterContent before) => Gen.Frequency(
        (3, from contact in Gen.Elements<Contact>(before.Contacts!) from phone in Phone select RegisterBuilder.From(before).ChangeContact(contact.Id, c => c with { Phone = phone }).Build()),
        (3, from next in Register select before with { Assignments = [.. next.Assignments!.Where(a => Fits(a, before))] }),
        (1, Gen.Constant(before)),
        (2, Register));

    private static Gen<string?> Phone => Gen.Elements<string?>(null, "08-508 33 001", "08-508 33 002");

    private static Gen<District> District(string code) =>
        from fallback in Phone
        select Rows.District(code) with { FallbackPhone = fallback ?? "08-508 00 000" };

    private static Gen<School> School(int number, IReadOnlyList<DistrictCode> districts) =>
        from listed in NonEmpty(districts)
        from provider in Gen.Elements(Provider.Municipal, Provider.Independent)
        from phone in Phone
        select Rows.School(string.Create(CultureInfo.InvariantCulture, $"990000{number:D2}"), listed) with { Provider = provider, Phone = phone };

    private static Gen<List<Contact>> Contacts(District district) =>
        from names in NonEmpty(ContactPool)
        from contacts in Gen.CollectToList(names, name => Contact($"{name}-{district.Code}", district.Code))
        select contacts.ToList();

    private static Gen<Contact> Contact(string id, DistrictCode district) =>
        from kind in Gen.Elements(ContactKind.Person, ContactKind.Role, ContactKind.Function)
        from phone in Phone
        from title in Gen.Elements<string?>(null, "socialsekreterare")
        select Rows.Contact(id, district, kind) with { Phone = phone, Title = title };

    private static Gen<List<Assignment>> Assignments(SchoolUnitCode school, DistrictCode district, List<Contact> contacts) =>
        from count in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from rows in Gen.ArrayOf(Assignment(school, district, [.. contacts.Where(c => c.District == district)]), count)
        select rows.DistinctBy(RegisterTables.KeyOf).ToList();

    private static Gen<Assignment> Assignment(SchoolUnitCode school, DistrictCode district, List<Contact> contacts) =>
        from contact in Gen.Elements<Contact>(contacts)
        from role in Gen.Elements(AssignmentRole.Primary, AssignmentRole.Deputy, AssignmentRole.Team)
        from starts in Gen.Choose(-20, 10).OrDefault()
        from lasts in Gen.Choose(0, 30).OrDefault()
        let first = starts is null ? (DateOnly?)null : Day.AddDays(starts.Value)
        let last = lasts is null ? (DateOnly?)null : (first ?? Day.AddDays(-10)).AddDays(lasts.Value)
        select new Assignment(district, school, contact.Id, role, first, last);

    private static Gen<Agreement?> Agreement(District district) =>
        from status in Gen.Elements<AgreementStatus?>(null, AgreementStatus.InForce, AgreementStatus.UnderRevision)
        select status is { } s ? Rows.Agreement("A-" + district.Code, district.Code) with { Status = s } : null;

    private static Gen<Forum?> Forum(District district) =>
        from kind in Gen.Elements<ForumKind?>(null, ForumKind.Local, ForumKind.Lecture)
        select kind is { } k ? Rows.Forum("F-" + district.Code, district.Code, k) : null;

    private static bool Fits(Assignment assignment, RegisterContent register) =>
        register.Contacts!.Any(c => c.Id == assignment.Contact)
        && register.Schools!.Any(s => s.Code == assignment.School && s.Districts.Contains(assignment.District));

    private static Gen<int?> OrDefault(this Gen<int> gen) => Gen.OneOf(Gen.Constant<int?>(null), gen.Select(n => (int?)n));

    private static Gen<List<T>> NonEmpty<T>(IReadOnlyList<T> pool) =>
        from first in Gen.Elements<T>(pool)
        from others in Gen.SubListOf<T>(pool)
        select pool.Where(item => others.Contains(item) || EqualityComparer<T>.Default.Equals(item, first)).ToList();
}
