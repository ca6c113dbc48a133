using System.Text.Json;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Time;
using Notify.Local.Sample;
using Xunit;

namespace Notify.Local.Tests.Sample;

/// <summary>What the sample register promises to those who see it first.</summary>
public sealed class SampleRegisterTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly RegisterContent Register = SampleRegister.Create(Today);

    /// <summary>Days that calendars stumble over, and one a quarter for ten years.</summary>
    public static TheoryData<DateOnly> Days =>
    [
        new DateOnly(2028, 2, 29),
        new DateOnly(2032, 2, 29),
        new DateOnly(2035, 12, 31),
        new DateOnly(2026, 3, 29),
        new DateOnly(2026, 10, 25),
        .. Enumerable.Range(0, 40).Select(m => new TheoryDataRow<DateOnly>(new DateOnly(2026, 1, 1).AddMonths(3 * m).AddDays(m % 28))),
    ];

    [Fact]
    public void The_fourteen_districts_stand_there_by_name() => Assert.Equal(
        [
            "Bromma", "Enskede-Årsta-Vantör", "Farsta", "Hägersten-Liljeholmen", "Hässelby-Vällingby", "Kungsholmen", "Norrmalm",
            "Rinkeby-Kista", "Skarpnäck", "Skärholmen", "Spånga-Tensta", "Södermalm", "Älvsjö", "Östermalm",
        ],
        Register.Districts!.Select(d => d.Name));

    [Fact]
    public void Bromma_has_23_compulsory_schools_of_which_seven_independent_with_2327_pupils()
    {
        var schools = Of("BROMMA", SchoolType.Compulsory);
        var independent = schools.Where(s => s.Provider == Provider.Independent).ToDictionary(s => s.Name, s => s.Pupils);

        Assert.Equal(23, schools.Count);
        Assert.Equal(
            new Dictionary<string, int?>
            {
                ["Raoul Wallenbergskolan"] = 412,
                ["Kristofferskolan"] = 585,
                ["Internationella Engelska Skolan Bromma"] = 945,
                ["Lunaskolan Bromma"] = 119,
                ["Bromma Enskilda Skola"] = 154,
                ["Solgården"] = 40,
                ["Stefanskolan"] = 72,
            },
            independent);
        Assert.Equal(2327, independent.Values.Sum());
    }

    [Fact]
    public void Södermalm_has_46_compulsory_schools_and_120_preschools_and_one_contact_for_all()
    {
        Assert.Equal(46, Of("SODERMALM", SchoolType.Compulsory).Count);
        Assert.Equal(120, Of("SODERMALM", SchoolType.Preschool).Count);
        Assert.Single(Primaries("SODERMALM").Select(a => a.Contact).Distinct());
    }

    [Fact]
    public void The_schools_that_the_documents_name_are_where_they_lie()
    {
        Assert.All(["Hässelbygårdsskolan", "Grimstaskolan"], name => Assert.Contains("PPSS", Assert.Single(Of("HV"), s => s.Name == name).Programmes));
        Assert.Equal(Provider.Independent, Assert.Single(Of("ST"), s => s.Name == "Kunskapsskolan").Provider);
    }

    [Fact]
    public void The_pilots_spread_over_8_districts_and_16_schools()
    {
        var pilots = Register.Schools!.Where(s => s.Programmes.Contains("PPSS")).ToList();

        Assert.Equal(16, pilots.Count);
        Assert.Equal(8, pilots.Select(s => s.Districts[0]).Distinct().Count());
    }

    [Fact]
    public void There_are_about_400_units_of_every_kind()
    {
        Assert.InRange(Register.Schools!.Count, 380, 420);
        Assert.Equal(Enum.GetValues<Provider>(), Register.Schools.Select(s => s.Provider).Distinct().Order());
        Assert.Equal(Enum.GetValues<SchoolStatus>(), Register.Schools.Select(s => s.Status).Distinct().Order());
        Assert.Contains(Register.Schools, s => s.Districts.Count == 2);
    }

    [Fact]
    public void Every_address_and_page_ends_in_example()
    {
        var text = JsonSerializer.Serialize(Register);
        var addresses = text.Split('"').Where(s => s.Contains('@', StringComparison.Ordinal)).ToList();
        var pages = Register.Agreements!.Select(a => a.Url!).Concat(Register.Materials!.Select(m => m.Url));

        Assert.True(addresses.Count > 1000);
        Assert.All(addresses, a => Assert.EndsWith(".example", a, StringComparison.Ordinal));
        Assert.All(pages, p => Assert.EndsWith(".example", p.Host, StringComparison.Ordinal));
        Assert.All(Register.Schools!.SelectMany(s => s.Addresses), a => Assert.EndsWith("skola.example", a.Domain, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_phone_is_one_kept_free_for_fiction()
    {
        var phones = Register.Districts!.Select(d => d.FallbackPhone)
            .Concat(Register.Contacts!.Select(c => c.Phone!))
            .Concat(Register.Schools!.Select(s => s.Phone!));

        Assert.All(phones, p => Assert.Matches("^08-465 004 [0-9]{2}$", p));
    }

    [Fact]
    public void Invented_unit_codes_begin_with_99_and_preschools_have_none()
    {
        Assert.All(Register.Schools!, s => Assert.Matches(s.SchoolType == SchoolType.Preschool ? "^FSK-[A-Z]{2,3}-[0-9]{3}$" : "^99[0-9]{6}$", s.Code.ToString()));
        Assert.Contains(Register.Schools!, s => s.Code.ToString() == "FSK-SOD-001");
    }

    [Fact]
    public void No_two_schools_share_a_name_or_an_address_and_no_two_people_a_name()
    {
        AssertDistinct(Register.Schools!.Select(s => s.Name));
        AssertDistinct(Register.Schools!.SelectMany(s => s.Addresses));
        AssertDistinct(Register.Contacts!.Select(c => c.Name)
            .Concat(Register.Schools!.Select(s => s.PrincipalName!))
            .Concat(Register.SteeringGroups!.Select(m => m.MemberName!)));
    }

    [Fact]
    public void Contacts_follow_the_model_that_each_district_describes()
    {
        Assert.Equal(3, MembersOf("BROMMA-MOTT"));
        Assert.Equal(6, MembersOf("RK-MOTT"));
        Assert.Equal("Mottagningen barn och unga", Contact("BROMMA-MOTT").Name);
        Assert.All(["BROMMA", "HL", "RK"], d => Assert.All(Primaries(d), a => Assert.Equal(ContactKind.Function, Contact(a.Contact).Kind)));
        Assert.All(Primaries("SKARHOLMEN"), a => Assert.Equal((ContactKind.Role, "Biträdande enhetschef, Mottagningsenheten"), (Contact(a.Contact).Kind, Contact(a.Contact).Title)));
        Assert.All(PresentLoad("EAV"), schools => Assert.InRange(schools, 1, 2));
        Assert.All(PresentLoad("OSTERMALM"), schools => Assert.Equal(1, schools));
        Assert.Equal(
            [ContactKind.Person, ContactKind.Function],
            Primaries("KUNGSHOLMEN").Select(a => Contact(a.Contact).Kind).Distinct());
    }

    [Fact]
    public void Every_district_has_a_school_social_team() => Assert.Equal(
        Register.Districts!.Select(d => d.Code),
        Register.Assignments!.Where(a => a.Role == AssignmentRole.Team).Select(a => a.District).Distinct());

    [Fact]
    public void The_first_page_has_a_little_to_do()
    {
        var present = Register.Districts!.SelectMany(d => ActiveIn(d.Code)
            .Select(s => Register.Assignments!.Where(a => a.District == d.Code && a.School == s.Code && a.Role != AssignmentRole.Team && a.HoldsOn(Today)).ToList())).ToList();

        Assert.Equal(2, present.Count(p => p.Count == 0));
        Assert.Equal(3, present.Count(p => p.Count == 1 && Contact(p[0].Contact).Kind != ContactKind.Function));
        Assert.Single(present.SelectMany(p => p).GroupBy(a => a.Contact), g => g.Count() > 10 && Contact(g.Key).Kind == ContactKind.Person);
        Assert.Single(Register.Schools!, s => s.Addresses.Count == 0);
        Assert.Single(Register.FollowUps!, f => f.Goal is null);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Two_contacts_change_later_and_none_within_a_month(DateOnly today)
    {
        var coming = SampleRegister.Create(today).Assignments!.Where(a => a.From > today).ToList();

        Assert.Equal(2, coming.Count);
        Assert.All(coming, a => Assert.True(a.From > today.AddDays(31)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void One_agreement_is_overdue_and_one_due_in_20_days(DateOnly today)
    {
        var due = SampleRegister.Create(today).Agreements!.Where(a => a.Status != AgreementStatus.Ended).Select(DueOf).ToList();

        Assert.Single(due, d => d < today);
        Assert.Single(due, d => d == today.AddDays(20));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Forums_of_every_kind_lie_behind_and_ahead_on_working_days(DateOnly today)
    {
        var forums = SampleRegister.Create(today).Forums!;
        var kinds = Enum.GetValues<ForumKind>();

        Assert.Equal(kinds, Kinds(f => StockholmTime.DateOf(f.Starts) < today && f.Status == ForumStatus.Held));
        Assert.Equal(kinds, Kinds(f => StockholmTime.DateOf(f.Starts) > today && f.Status == ForumStatus.Planned));
        Assert.All(forums, f => Assert.False(SwedishHolidays.IsHoliday(StockholmTime.DateOf(f.Starts)) || f.Starts.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(forums.Where(f => f.RsvpBy is not null), f => Assert.InRange(f.RsvpBy!.Value, today, StockholmTime.DateOf(f.Starts)));

        IEnumerable<ForumKind> Kinds(Func<Forum, bool> of) => forums.Where(of).Select(f => f.Kind).Distinct().Order();
    }

    [Fact]
    public void Attendance_is_recorded_for_what_was_held_and_less_of_the_independent_schools()
    {
        var forums = Register.Forums!.ToDictionary(f => f.Id);
        var schools = Register.Schools!.ToDictionary(s => s.Code);

        Assert.All(Register.Attendance!, a => Assert.Equal(ForumStatus.Held, forums[a.Forum].Status));
        Assert.True(Rate(Provider.Independent) < Rate(Provider.Municipal));

        double Rate(Provider provider) => Register.Attendance!.Where(a => schools[a.School].Provider == provider).Average(a => a.Attended ? 1 : 0);
    }

    [Fact]
    public void Every_support_material_has_one_row_and_is_published_before_the_first_run()
    {
        var material = Register.Materials!;

        Assert.Equal(["OVERGANGAR", "STODMATERIAL"], material.Select(m => m.Id));
        Assert.All(material, m => Assert.True(m.Published < Today));
    }

    [Fact]
    public void The_questionnaire_has_eight_axes_of_two_statements() =>
        Assert.Equal(Enumerable.Repeat(2, 8), Register.Questionnaires!.GroupBy(q => q.Axis).Select(g => g.Count()));

    [Theory]
    [MemberData(nameof(Days))]
    public void Written_and_read_back_it_is_the_same_without_error_and_with_the_one_warning_that_is_meant(DateOnly today)
    {
        var register = SampleRegister.Create(today);

        var reading = RegisterReader.Read(RegisterWriter.Write(register), new RegisterContent());

        Assert.Empty(reading.Errors);
        Assert.Contains("call list", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(Lines(register), Lines(reading.Content));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_same_day_gives_the_same_register(DateOnly today) =>
        Assert.Equal(JsonSerializer.Serialize(SampleRegister.Create(today)), JsonSerializer.Serialize(SampleRegister.Create(today)));

    private static List<School> Of(string district, SchoolType? type = null) =>
        [.. Register.Schools!.Where(s => s.Districts.Contains(DistrictCode.Parse(district)) && (type is null || s.SchoolType == type))];

    private static IEnumerable<School> ActiveIn(DistrictCode district) =>
        Register.Schools!.Where(s => s.Status == SchoolStatus.Active && s.Districts.Contains(district));

    private static Contact Contact(string id) => Register.Contacts!.Single(c => c.Id == id);

    private static int MembersOf(string function) => Register.Contacts!.Count(c => c.MemberOf == function);

    private static List<Assignment> Primaries(string district) =>
        [.. Register.Assignments!.Where(a => a.District == DistrictCode.Parse(district) && a.Role == AssignmentRole.Primary)];

    private static IEnumerable<int> PresentLoad(string district) =>
        Primaries(district).Where(a => a.HoldsOn(Today)).GroupBy(a => a.Contact).Select(g => g.Count());

    private static DateOnly DueOf(Agreement agreement) =>
        agreement.NextRevision ?? agreement.SignedOn!.Value.AddMonths(agreement.IntervalMonths ?? 12);

    private static IEnumerable<string> Lines(RegisterContent register) =>
        RegisterWriter.Write(register).SelectMany(t => t.Rows.Select(r => t.Name + ": " + string.Join(';', r.Cells))).Order(StringComparer.Ordinal);

    private static void AssertDistinct<T>(IEnumerable<T> values) =>
        Assert.Empty(values.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key));
}
