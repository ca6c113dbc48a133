using System.Net;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Materials;

/// <summary>The page on which a school confirms that support material is known.</summary>
public sealed class MaterialReceiptTests
{
    [Fact]
    public async Task The_page_names_the_version_and_looking_confirms_nothing()
    {
        await using var world = await World.Materials.ToldAsync();

        var page = await world.Browser().GetAsync(world.MaterialLink());
        await world.Browser().GetAsync(world.MaterialLink() + "?done=confirmed&do=confirm");
        await world.Browser().SendAsync(new(HttpMethod.Head, "http://localhost" + world.MaterialLink()));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("För Skola 98000001, från socialtjänsten i Bromma.", page.Text);
        Assert.Contains("Version 2, publicerad 2026-03-02.", page.Text);
        Assert.Equal("https://stod.example/M", page.Document.QuerySelector("main section a")!.GetAttribute("href"));
        Assert.Empty((await world.MaterialStateAsync()).Confirmed);
    }

    [Theory]
    [InlineData(Language.Swedish, "Tack! Nu vet vi att materialet är känt hos er.")]
    [InlineData(Language.English, "Thank you! Now we know that the material is known to you.")]
    public async Task The_button_confirms_and_the_page_says_so_also_later(Language language, string thanks)
    {
        await using var world = await World.Materials.ToldAsync(language);
        var browser = world.Browser();

        var done = await browser.PressAsync(await browser.GetAsync(world.MaterialLink()), "confirm");
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Contains(thanks, (await browser.FollowAsync(done)).Text);

        Assert.Equal("2", Assert.Single((await world.MaterialStateAsync()).Confirmed).Version.Version);
        Assert.Empty((await world.Browser().GetAsync(world.MaterialLink())).Document.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task A_page_that_was_left_open_confirms_nothing_newer_than_it_showed()
    {
        await using var world = await World.Materials.ToldAsync();
        var browser = world.Browser();
        var old = await browser.GetAsync(world.MaterialLink());
        await world.TellMaterialAsync(Cities.Bromma(), "3");

        var page = await browser.PressAsync(old, "confirm");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Det har kommit en nyare version", page.Text);
        Assert.Contains("Version 3", page.Text);
        Assert.Empty((await world.MaterialStateAsync()).Confirmed);

        await browser.PressAsync(page, "confirm");
        Assert.Equal("3", Assert.Single((await world.MaterialStateAsync()).Confirmed).Version.Version);
    }

    [Fact]
    public async Task A_material_that_was_withdrawn_leaves_nothing_to_confirm()
    {
        await using var world = await World.Materials.ToldAsync();
        await world.ImportAsync(Cities.Bromma());

        var page = await world.Browser().GetAsync(world.MaterialLink());

        Assert.Contains("Materialet gäller inte längre.", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task A_form_that_asks_for_something_else_is_refused_and_a_link_that_leads_nowhere_is_not_found()
    {
        await using var world = await World.Materials.ToldAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.MaterialLink());
        page.Document.QuerySelector("main button")!.SetAttribute("value", "other");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PressAsync(page, "other")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(world.Link(Core.Links.LinkPurpose.Material, "school:98000009"))).Status);
    }
}
