using System.Net;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Materials;

/// <summary>What coordinators see of support material.</summary>
public sealed class MaterialPagesTests
{
    [Fact]
    public async Task The_list_tells_who_knows_and_how_and_who_has_not_confirmed_comes_first()
    {
        await using var world = await SpreadAsync();

        var page = await world.Browser().GetAsync("/materials");

        Assert.Contains("1 av 3 har bekräftat, 3 har fått veta.", page.Text);
        Assert.Equal(
            [
                "Anna | ● Fått veta på annat sätt | mejl 2026-03-02 · utbildning 2026-03-02",
                "Berit | ● Fått veta på annat sätt | mejl 2026-03-02 · utbildning 2026-03-02",
                "Skola 98000001 | ✓ Bekräftat | mejl 2026-03-02 · bekräftat 2026-03-02",
            ],
            page.Document.QuerySelectorAll("table.cards tbody tr").Select(r => string.Join(
                " | ", OneLine(r.QuerySelector("th")!.FirstElementChild?.LocalName == "a" ? r.QuerySelector("th a")!.TextContent : r.QuerySelector("th")!.FirstChild!.TextContent),
                OneLine(r.QuerySelector("td:nth-of-type(3)")!.TextContent), OneLine(r.QuerySelector("td:nth-of-type(4)")!.TextContent))));
        Assert.Contains("1 av 3 har bekräftat", (await world.Browser().GetAsync("/")).Text);
    }

    [Theory]
    [InlineData("?state=confirmed", 1)]
    [InlineData("?state=toldotherwise", 2)]
    [InlineData("?state=untold", 0)]
    [InlineData("?district=BROMMA&q=ANNA", 1)]
    [InlineData("?district=KISTA", 0)]
    [InlineData("?material=M", 3)]
    [InlineData("?material=X", 0)]
    public async Task A_filter_leaves_what_was_asked_for(string query, int rows)
    {
        await using var world = await SpreadAsync();

        Assert.Equal(rows, (await world.Browser().GetAsync("/materials" + query)).Document.QuerySelectorAll("table.cards tbody tr").Length);
        Assert.Equal(
            query.StartsWith("?material", StringComparison.Ordinal) ? 3 * (query.EndsWith('M') ? 1 : 0) : rows,
            (await world.Browser().GetAsync(World.Materials.PageOf("M", "2") + query)).Document.QuerySelectorAll("table.cards tbody tr").Length);
    }

    [Theory]
    [InlineData("/materials?district=%00")]
    [InlineData("/materials?state=perhaps")]
    [InlineData("/materials?page=0")]
    public async Task A_filter_that_makes_no_sense_is_refused(string path)
    {
        await using var world = await SpreadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_page_of_a_version_tells_its_way_and_an_older_one_keeps_its_history()
    {
        await using var world = await SpreadAsync();

        var page = await world.Browser().GetAsync(World.Materials.PageOf("M", "2"));
        Assert.Equal(
            ["2026-03-02 1 bekräftade", "2026-03-02 3 fick mejl", "2026-03-02 2 fick veta på utbildning"],
            page.Document.QuerySelectorAll("ul.mails li").Select(li => OneLine(li.TextContent)));
        Assert.Contains("Kommunal 1 1 1", page.Text);
        Assert.Contains("Kontakt i socialtjänsten 2 2 0", page.Text);

        var old = await world.Browser().GetAsync(World.Materials.PageOf("M", "1"));
        Assert.Contains("Den här versionen gäller inte längre.", old.Text);
        Assert.Contains("3 räknas som att de känner till det", old.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(World.Materials.PageOf("M", "9"))).Status);
    }

    private static async Task<WebWorld> SpreadAsync()
    {
        var world = await World.Materials.ToldAsync();
        var browser = world.Browser();
        await browser.PressAsync(await browser.GetAsync(world.MaterialLink()), "confirm");
        await world.Get<MaterialsCommands>().TellAsync(
            new(DistrictCode.Parse("BROMMA"), "M", null, RecipientRole.Contact, ToldChannel.Training, null), TestContext.Current.CancellationToken);
        return world;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
