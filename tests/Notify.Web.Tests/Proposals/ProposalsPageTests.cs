using System.Net;
using System.Text.Json;
using Notify.Core.Audit;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Store;
using Notify.Testing.Register;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Proposals;

public sealed class ProposalsPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_differs_is_listed_and_a_new_independent_school_is_put_forward_for_the_forums()
    {
        await using var world = await WithAsync();

        var page = await world.Browser().GetAsync("/proposals");

        Assert.Contains("Friskolan Lyktan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tas den in blir den också bjuden till forumen.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nytt namn", (await world.Browser().GetAsync("/proposals?kind=renamed")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Friskolan Lyktan", (await world.Browser().GetAsync("/proposals?kind=renamed")).Text, StringComparison.Ordinal);
        Assert.Contains("At Skolverket", (await world.Browser().GetAsync("/proposals?lang=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_it_is_in_the_register_under_the_name_of_who_accepted_and_in_the_trail()
    {
        await using var world = await WithAsync();
        var browser = world.Browser();

        var pressed = await browser.PressAsync(await browser.GetAsync("/proposals?kind=new"), "accept", ("district", "FARSTA"));

        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        var school = (await world.Get<RegisterStore>().ContentAsync(Ct)).Schools!.Single(s => s.Code == SchoolUnitCode.Parse("98000009"));
        Assert.Equal(["FARSTA"], school.Districts.Select(d => d.ToString()));
        Assert.Contains("Skolenhetsregistret", (await world.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("FARSTA"), Ct))!.Kept[^1].Source, StringComparison.Ordinal);
        Assert.Equal("accept Friskolan Lyktan FARSTA", Assert.Single(await world.Get<AuditTrail>().ReadAsync(new DateOnly(2026, 3, 1), Ct)).Detail);
        Assert.Contains("forums", world.Waker.Woken);
    }

    [Fact]
    public async Task Ignored_it_is_only_among_the_ignored()
    {
        await using var world = await WithAsync();
        var browser = world.Browser();

        await browser.PressAsync(await browser.GetAsync("/proposals?kind=renamed"), "ignore");

        Assert.Contains("Det finns inga förslag", (await browser.GetAsync("/proposals?kind=renamed")).Text, StringComparison.Ordinal);
        Assert.Contains("Avfärdat av", (await browser.GetAsync("/proposals?kind=renamed&ignored=yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_acts_in_one_district_decides_about_its_schools_and_takes_new_ones_into_it_alone()
    {
        await using var world = await WithAsync(new PortalOptions { Auth = PortalOptions.Platform, DistrictRoles = ["Notify.Coordinator.Farsta=FARSTA"] });
        var farsta = world.Browser();
        farsta.Principal = Browser.PrincipalOf("Notify.Coordinator.Farsta");
        var page = await farsta.GetAsync("/proposals");
        Assert.DoesNotContain("Nytt namn:", page.Text, StringComparison.Ordinal);
        Assert.Equal(["FARSTA"], page.Document.QuerySelectorAll("tbody select option").Select(o => o.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Forbidden, (await farsta.PressAsync(page, "accept", ("district", "BROMMA"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await farsta.PressAsync(page, "accept", ("district", "FARSTA"))).Status);
    }

    [Fact]
    public async Task The_list_is_a_file_as_it_is_filtered()
    {
        await using var world = await WithAsync();

        var file = await world.Browser().GetAsync("/proposals.csv?kind=renamed");

        Assert.Contains("Nytt namn;98000001;Ekskolan;Kommunal;Ekskolan;Ekens skola;Bromma", file.Body, StringComparison.Ordinal);
    }

    private static async Task<WebWorld> WithAsync(PortalOptions? portal = null)
    {
        var world = await WebWorld.StartAsync(portal: portal);
        await world.ImportAsync(RegisterBuilder.City()
            .District("BROMMA").School("98000001", s => s with { Name = "Ekskolan" }).Contact("anna").Assign("anna")
            .District("FARSTA").School("98000005").Contact("berit").Assign("berit"));
        SchoolUnit[] units =
        [
            new(SchoolUnitCode.Parse("98000001"), "Ekens skola", SchoolStatus.Active, Provider.Municipal, SchoolType.Compulsory, IsTeaching: true, null, null, null),
            new(SchoolUnitCode.Parse("98000009"), "Friskolan Lyktan", SchoolStatus.Active, Provider.Independent, SchoolType.Compulsory, IsTeaching: true, null, null, null),
        ];
        await world.Get<IRecordStore>().CommitAsync(
            Partitions.System,
            [.. units.Select(u => new RecordChange.Put($"unit:{u.Code}", JsonSerializer.Serialize(new(u, "0180", world.Clock.GetUtcNow()), SchoolUnitJson.Default.KeptUnit)))],
            Ct);
        await world.Get<ProposalBook>().RefreshAsync("0180", areUnitsNew: true, Ct);
        return world;
    }
}
