using System.Text.Json;
using Notify.Core.Forums;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Store;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Proposals;

public sealed class ProposalTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SchoolStatus.Active, SchoolStatus.Closed, "Closed")]
    [InlineData(SchoolStatus.Active, SchoolStatus.Dormant, "Dormant")]
    [InlineData(SchoolStatus.Dormant, SchoolStatus.Closed, "Closed")]
    [InlineData(SchoolStatus.Dormant, SchoolStatus.Active, "Reopened")]
    [InlineData(SchoolStatus.Closed, SchoolStatus.Active, "Reopened")]
    [InlineData(SchoolStatus.Closed, SchoolStatus.Dormant, "")]
    [InlineData(SchoolStatus.Active, null, "")]
    public void What_a_change_of_status_proposes(SchoolStatus ours, SchoolStatus? theirs, string kinds)
    {
        var register = City().ChangeSchool("98000001", s => s with { Status = ours }).Build();

        Assert.Equal(kinds, string.Join(' ', ProposalRule.Of(register, [Unit("98000001") with { Status = theirs }]).Select(p => p.Kind)));
    }

    [Theory]
    [InlineData("EKSKOLAN", "")]
    [InlineData("  Ekskolan ", "")]
    [InlineData("Ekskolan F–9", "Renamed")]
    public void Case_and_blanks_are_no_new_name(string name, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', ProposalRule.Of(City().Build(), [Unit("98000001") with { Name = name }]).Select(p => p.Kind)));

    [Theory]
    [InlineData("rektor@ekskolan.example", "")]
    [InlineData("expedition@ekskolan.example", "")]
    [InlineData("ny@ekskolan.example", "Email")]
    [InlineData("ingen adress", "")]
    [InlineData(null, "")]
    public void An_address_that_neither_is_the_principals_nor_the_schools_is_proposed(string? email, string kinds)
    {
        var register = City().ChangeSchool("98000001", s => s with { PrincipalEmail = EmailAddress.Parse("rektor@ekskolan.example"), Email = EmailAddress.Parse("expedition@ekskolan.example") }).Build();

        Assert.Equal(kinds, string.Join(' ', ProposalRule.Of(register, [Unit("98000001") with { Email = email }]).Select(p => p.Kind)));
    }

    [Theory]
    [InlineData(SchoolStatus.Active, SchoolType.Compulsory, true, 1)]
    [InlineData(SchoolStatus.Active, SchoolType.UpperSecondary, true, 1)]
    [InlineData(SchoolStatus.Active, SchoolType.Other, true, 0)]
    [InlineData(SchoolStatus.Active, SchoolType.Compulsory, false, 0)]
    [InlineData(SchoolStatus.Closed, SchoolType.Compulsory, true, 0)]
    [InlineData(null, SchoolType.Compulsory, true, 0)]
    public void New_are_schools_at_work_for_children_and_young_people(SchoolStatus? status, SchoolType type, bool isTeaching, int proposals) =>
        Assert.Equal(proposals, ProposalRule.Of(City().Build(), [Unit("98000009") with { Status = status, Type = type, IsTeaching = isTeaching }]).Count());

    [Fact]
    public async Task A_new_independent_school_that_is_accepted_is_invited_to_the_forum()
    {
        await using var world = await WithAsync(City().Forum("F", f => f with { Starts = ContactsWorld.Moment("2026-04-01T13:00"), Ends = ContactsWorld.Moment("2026-04-01T15:00") }), Lyktan);
        await world.Get<ForumsJob>().RunAsync(Bromma, Ct);
        Assert.DoesNotContain(await world.WaitingAsync(), n => n.Values.ToString().Contains("Lyktan", StringComparison.Ordinal));

        Assert.Equal(AcceptOutcome.NeedsDistrict, await world.Get<ProposalDesk>().AcceptAsync("98000009-new", null, "Asta", Ct));
        Assert.Equal(AcceptOutcome.NeedsDistrict, await world.Get<ProposalDesk>().AcceptAsync("98000009-new", DistrictCode.Parse("NOWHERE"), "Asta", Ct));
        Assert.Equal(AcceptOutcome.Accepted, await world.Get<ProposalDesk>().AcceptAsync("98000009-new", Bromma, "Asta", Ct));
        await world.Get<ForumsJob>().RunAsync(Bromma, Ct);

        Assert.Contains(await world.WaitingAsync(), n => n.Kind == "forum-invitation" && n.Recipients.Any(r => r.Address == EmailAddress.Parse("info@lyktan.example")));
        Assert.Empty(await world.Get<ProposalBook>().ReadAsync(Ct));
        Assert.Equal(AcceptOutcome.Gone, await world.Get<ProposalDesk>().AcceptAsync("98000009-new", Bromma, "Asta", Ct));
    }

    [Fact]
    public async Task What_somebody_else_has_mended_is_not_mended_twice()
    {
        await using var world = await WithAsync(City(), Unit("98000001") with { Name = "Ekskolan F–9" });
        await world.ImportAsync(City().ChangeSchool("98000001", s => s with { Name = "Ekskolan F–9" }));
        var version = (await world.Get<RegisterStore>().PointerAsync(Bromma, Ct))!.Version;

        Assert.Equal(AcceptOutcome.Gone, await world.Get<ProposalDesk>().AcceptAsync("98000001-renamed", null, "Asta", Ct));

        Assert.Equal(version, (await world.Get<RegisterStore>().PointerAsync(Bromma, Ct))!.Version);
    }

    [Fact]
    public async Task What_is_ignored_stays_ignored_until_it_says_something_else()
    {
        await using var world = await WithAsync(City(), Unit("98000001") with { Name = "Ekskolan F–9" });
        var book = world.Get<ProposalBook>();
        Assert.True(await book.IgnoreAsync("98000001-renamed", "Asta", Ct));
        Assert.False(await book.IgnoreAsync("98000001-renamed", "Asta", Ct));
        await book.RefreshAsync("0180", areUnitsNew: true, Ct);
        Assert.Equal("Asta", Assert.Single(await book.ReadAsync(Ct)).IgnoredBy);

        await PutAsync(world, Unit("98000001") with { Name = "Ekens skola" });
        await book.RefreshAsync("0180", areUnitsNew: true, Ct);

        Assert.True(Assert.Single(await book.ReadAsync(Ct)).IsOpen);
    }

    [Fact]
    public async Task An_import_that_mends_the_register_takes_the_proposal_away()
    {
        await using var world = await WithAsync(City(), Unit("98000001") with { Name = "Ekskolan F–9" });
        await world.ImportAsync(City().ChangeSchool("98000001", s => s with { Name = "Ekskolan F–9" }));

        Assert.True(await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: false, Ct));

        Assert.Empty(await world.Get<ProposalBook>().ReadAsync(Ct));
        Assert.False(await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: false, Ct));
    }

    [Fact]
    public async Task A_proposal_is_told_once_and_what_comes_later_the_next_day_at_the_earliest()
    {
        await using var world = await WithAsync(City(), Lyktan);
        var mails = world.Get<ProposalMails>();
        await mails.TellAsync(Ct);
        await mails.TellAsync(Ct);
        Assert.Single(await world.WaitingAsync(), n => n.Kind == ProposalMails.Kind);
        await PutAsync(world, Unit("98000001") with { Name = "Ekens skola" });
        await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: true, Ct);
        await mails.TellAsync(Ct);
        Assert.Single(await world.WaitingAsync(), n => n.Kind == ProposalMails.Kind);

        world.At("2026-03-03T10:00");
        await mails.TellAsync(Ct);

        Assert.Equal([1, 1], (await world.WaitingAsync()).Where(n => n.Kind == ProposalMails.Kind).Select(n => n.Values.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task They_count_for_the_district_that_has_the_school_and_new_ones_for_all()
    {
        await using var world = await WithAsync(City().District("FARSTA").School("98000005").Contact("berit").Assign("berit"), Lyktan, Unit("98000001") with { Name = "Ekens skola" });
        var book = world.Get<ProposalBook>();

        Assert.Equal((2, 1), (await book.CountAsync(Bromma, Ct), await book.CountAsync(DistrictCode.Parse("FARSTA"), Ct)));
    }

    private static SchoolUnit Lyktan => Unit("98000009") with { Name = "Friskolan Lyktan", Provider = Provider.Independent, Email = "info@lyktan.example" };

    private static RegisterBuilder City() => RegisterBuilder.City().District("BROMMA").School("98000001", s => s with { Name = "Ekskolan" }).Contact("anna").Assign("anna");

    private static SchoolUnit Unit(string code) => new(SchoolUnitCode.Parse(code), "Ekskolan", SchoolStatus.Active, Provider.Municipal, SchoolType.Compulsory, IsTeaching: true, null, null, null);

    private static async Task<ContactsWorld> WithAsync(RegisterBuilder city, params SchoolUnit[] units)
    {
        var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(city);
        await PutAsync(world, units);
        await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: true, Ct);
        return world;
    }

    private static Task<IReadOnlyList<string>> PutAsync(ContactsWorld world, params SchoolUnit[] units) => world.Store.CommitAsync(
        Partitions.System,
        [.. units.Select(u => new RecordChange.Put($"unit:{u.Code}", JsonSerializer.Serialize(new(u, "0180", world.Clock.GetUtcNow()), SchoolUnitJson.Default.KeptUnit)))],
        Ct);
}
