using Notify.Core.Register;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Register.Snapshots;

/// <summary>The first import is made on Monday 2 March 2026.</summary>
public sealed class RegisterHistoryTests
{
    private const string School = "99000001";

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").School(School).Contact("anna").Contact("bertil").Assign("anna");

    private readonly RegisterOnFake _fake = new();

    [Fact]
    public async Task Who_was_the_contact_on_12_March()
    {
        await _fake.Import(City);
        await OnDay(20, City.Replace("anna", "bertil"), "mars.xlsx");

        Assert.Equal(["anna"], await On(12));
        Assert.Equal(["anna"], await On(19));
        Assert.Equal(["bertil"], await On(20));
        Assert.Equal("mars.xlsx", Assert.Single(await ContactsOn(25)).Source);
    }

    [Fact]
    public async Task A_contact_is_shown_with_the_phone_of_that_day()
    {
        await _fake.Import(City);
        await OnDay(20, City.ChangeContact("anna", c => c with { Phone = "08-1" }));

        Assert.Equal("08-508 22 000", Assert.Single(await ContactsOn(12)).Phone);
        Assert.Equal("08-1", Assert.Single(await ContactsOn(20)).Phone);
    }

    [Fact]
    public async Task What_the_register_knew_holds_only_on_the_days_of_the_assignment()
    {
        await _fake.Import(City.End("anna", "2026-03-15").Assign("bertil", from: "2026-03-16"));

        Assert.Equal(["anna"], await On(15));
        Assert.Equal(["bertil"], await On(16));
    }

    [Fact]
    public async Task A_row_that_is_gone_since_is_still_known_of_its_days()
    {
        await _fake.Import(City);
        await OnDay(20, City.Unassign("anna"));

        Assert.Equal(["anna"], await On(12));
        Assert.Empty(await On(20));
    }

    [Fact]
    public async Task The_end_of_a_day_is_midnight_in_Stockholm()
    {
        await _fake.Import(City);
        _fake.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 19, 23, 30, 0, TimeSpan.Zero));
        await _fake.Import(City.Replace("anna", "bertil"));

        Assert.Equal(["anna"], await On(19));
        Assert.Equal(["bertil"], await On(20));
    }

    [Fact]
    public async Task Before_the_first_import_the_first_rows_answer_for_the_days_they_claim()
    {
        await _fake.Import(City.Unassign("anna").Assign("anna", from: "2026-02-10"));
        await OnDay(20, City.Replace("anna", "bertil"));

        Assert.Equal(["anna"], (await ContactsOn(new DateOnly(2026, 2, 10))).Select(c => c.Contact));
        Assert.Empty(await ContactsOn(new DateOnly(2026, 2, 9)));
    }

    [Fact]
    public async Task A_school_that_the_register_knew_without_a_contact_had_none()
    {
        await _fake.Import(City.Unassign("anna"));
        await OnDay(20, City);

        Assert.Empty(await On(12));
        Assert.Equal(["anna"], await On(20));
    }

    [Fact]
    public async Task Imports_on_a_clock_that_stands_still_keep_their_order()
    {
        await _fake.Import(City);
        await _fake.Import(City.Replace("anna", "bertil"));
        await _fake.Import(City);
        await _fake.Import(City.Unassign("anna"));

        Assert.Empty(await On(2));
    }

    [Fact]
    public async Task A_school_of_two_districts_has_contacts_from_both()
    {
        await _fake.Import(City.District("KISTA").School(School).Contact("kim").Assign("kim"));

        Assert.Equal(["anna", "kim"], await On(12));
    }

    [Fact]
    public async Task An_agreement_leaves_a_row_for_each_change()
    {
        await _fake.Import(City.Agreement("A1"));
        await OnDay(20, City.Agreement("A1", a => a with { SignedOn = new DateOnly(2026, 3, 19) }));
        await OnDay(21, City);

        Assert.Equal(3, (await _fake.Keys("BROMMA", "history:agreement:")).Count);
    }

    [Theory]
    [InlineData("replaced", 1)]
    [InlineData("added", 1)]
    [InlineData("removed", 1)]
    [InlineData("phone", 0)]
    [InlineData("dates", 0)]
    [InlineData("new school", 0)]
    [InlineData("handed over", 1)]
    public async Task Continuity_counts_who_a_school_turns_to_and_nothing_else(string what, int changes)
    {
        await _fake.Import(City);
        await OnDay(20, what switch
        {
            "replaced" => City.Replace("anna", "bertil"),
            "added" => City.Assign("bertil"),
            "removed" => City.Unassign("anna"),
            "phone" => City.ChangeContact("anna", c => c with { Phone = "08-1" }),
            "dates" => City.Unassign("anna").Assign("anna", from: "2026-01-01"),
            "new school" => City.School("99000002").Assign("anna"),
            _ => City.End("anna", "2026-03-31").Assign("bertil", from: "2026-04-01"),
        });

        Assert.Equal(changes, await _fake.History.ChangesAsync(DistrictCode.Parse("BROMMA"), RegisterOnFake.Start, RegisterOnFake.Ct));
        Assert.Equal(0, await _fake.History.ChangesAsync(DistrictCode.Parse("BROMMA"), _fake.Clock.GetUtcNow().AddMinutes(1), RegisterOnFake.Ct));
    }

    [Fact]
    public async Task A_row_that_was_over_is_no_change_when_it_is_cleared_away()
    {
        await _fake.Import(City.End("anna", "2026-03-10").Assign("bertil", from: "2026-03-11"));
        await OnDay(20, City.Unassign("anna").Assign("bertil", from: "2026-03-11"));

        Assert.Equal(0, await _fake.History.ChangesAsync(DistrictCode.Parse("BROMMA"), RegisterOnFake.Start, RegisterOnFake.Ct));
    }

    private Task<ImportOutcome> OnDay(int day, RegisterBuilder register, string source = "test")
    {
        _fake.Clock.SetUtcNow(new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero));
        return _fake.Import(register, source: source);
    }

    private async Task<IEnumerable<string>> On(int day) => (await ContactsOn(day)).Select(c => c.Contact);

    private Task<IReadOnlyList<ContactOnDay>> ContactsOn(int day) => ContactsOn(new DateOnly(2026, 3, day));

    private Task<IReadOnlyList<ContactOnDay>> ContactsOn(DateOnly day) =>
        _fake.History.ContactsOnAsync(SchoolUnitCode.Parse(School), day, RegisterOnFake.Ct);
}
