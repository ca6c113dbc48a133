using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

public sealed class TouchedSchoolsTests
{
    private static readonly DateTimeOffset Later = RegisterOnFake.Start.AddDays(1);

    /// <summary>Schools 1 and 2 have Anna, school 3 has nobody.</summary>
    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").Contact("anna").Contact("bertil")
        .School("99000001").Assign("anna").School("99000002").Assign("anna").School("99000003");

    [Fact]
    public Task A_school_that_gets_another_contact_is_touched() =>
        Touches(City.Replace("anna", "bertil", school: "99000002"), "99000002");

    [Fact]
    public Task A_contact_with_a_new_phone_touches_each_of_its_schools() =>
        Touches(City.ChangeContact("anna", c => c with { Phone = "08-1" }), "99000001", "99000002");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public Task What_a_school_does_not_see_of_a_contact_touches_none(int which) =>
        Touches(City.ChangeContact("anna", c => which == 0 ? c with { EntraId = "x" } : c with { MemberOf = "bertil" }));

    [Fact]
    public Task A_contact_without_schools_touches_none() =>
        Touches(City.ChangeContact("bertil", c => c with { Phone = "08-1" }));

    [Fact]
    public Task A_change_of_the_schools_own_row_touches_it() =>
        Touches(City.ChangeSchool("99000001", s => s with { Name = "Nya skolan" }), "99000001");

    [Fact]
    public Task The_reception_matters_only_to_a_school_without_contact() =>
        Touches(City.ChangeDistrict("BROMMA", d => d with { FallbackPhone = "08-1" }), "99000003");

    [Fact]
    public Task A_new_school_is_touched_when_it_comes() =>
        Touches(City.School("99000004"), "99000004");

    [Fact]
    public Task City_wide_rows_touch_no_school() =>
        Touches(City.Material("stod"));

    [Fact]
    public async Task The_time_is_kept_until_the_school_is_touched_again()
    {
        var fake = new RegisterOnFake();
        await fake.Import(City);
        fake.Clock.Advance(TimeSpan.FromDays(1));
        await fake.Import(City.Replace("anna", "bertil", school: "99000002"));
        fake.Clock.Advance(TimeSpan.FromDays(1));
        await fake.Import(City.Replace("anna", "bertil", school: "99000002").Material("stod"));

        var touched = (await fake.Snapshot("BROMMA")).Touched;
        Assert.Equal(RegisterOnFake.Start, touched[SchoolUnitCode.Parse("99000001")]);
        Assert.Equal(Later, touched[SchoolUnitCode.Parse("99000002")]);
    }

    private static async Task Touches(RegisterBuilder after, params string[] schools)
    {
        var fake = new RegisterOnFake();
        await fake.Import(City);
        fake.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty((await fake.Import(after)).NewVersions);

        var touched = (await fake.Snapshot("BROMMA")).Touched.Where(t => t.Value == Later).Select(t => t.Key.ToString());
        Assert.Equal(schools, touched);
    }
}
