using System.Net;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

public sealed class PortalTests
{
    [Fact]
    public async Task The_overview_names_every_district_and_counts_who_was_told_and_has_confirmed()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma().Replace("anna", "berit").District("ALVSJO", d => d with { Name = "Älvsjö" }));

        var page = await world.Browser().GetAsync("/");

        Assert.Equal(["Bromma", "Älvsjö"], page.Document.QuerySelectorAll("section[aria-labelledby=districts] tbody th").Select(t => t.TextContent));
        Assert.Contains("1 av 1 skolor har fått veta", page.Text);
        Assert.Contains("0 av 1 har bekräftat", page.Text);
    }

    [Fact]
    public async Task An_empty_register_is_no_error()
    {
        await using var world = await WebWorld.StartAsync();

        foreach (var path in new[] { "/", "/contacts", "/notifications" })
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Browser().GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task The_overview_shows_whom_to_ring_and_what_leaves_next()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();
        await browser.PressAsync(await browser.GetAsync(world.LinkOfLastMail()), "propose", ("name", "Åsa"), ("email", ""));
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();

        var page = await browser.GetAsync("/");

        Assert.Contains("Skolan har föreslagit nya uppgifter: Åsa", page.Document.QuerySelector(".calls")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(".calls a[href='tel:0850811000']"));
        Assert.Contains("Ändrad kontakt", page.Document.QuerySelector(".mails")!.TextContent);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?q=SKOLA", 1)]
    [InlineData("?q=berit", 1)]
    [InlineData("?q=zzz", 0)]
    [InlineData("?district=BROMMA&state=unconfirmed", 1)]
    [InlineData("?state=untold", 0)]
    [InlineData("?state=flagged", 1)]
    [InlineData("?state=vacant", 0)]
    [InlineData("?district=ELSEWHERE", 0)]
    [InlineData("?page=2", 0)]
    public async Task The_list_of_schools_is_filtered_by_its_address(string query, int rows)
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var page = await world.Browser().GetAsync("/contacts" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(rows, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("district=bromma")]
    [InlineData("district=%00")]
    [InlineData("district=A&district=B")]
    [InlineData("state=whatever")]
    [InlineData("state=7")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=99999999999")]
    [InlineData("q=a%00b")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query)
    {
        await using var world = await WebWorld.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync("/contacts?" + query)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync("/notifications?" + query)).Status);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_keep_the_filter()
    {
        await using var world = await WebWorld.StartAsync();
        var register = Cities.Bromma();
        for (var i = 0; i < 60; i++)
        {
            register = register.School($"9810{i:0000}");
        }

        await world.ImportAsync(register);

        var first = await world.Browser().GetAsync("/contacts?q=skola&lang=en");
        var next = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await world.Browser().GetAsync(next);

        Assert.Contains("q=skola", next);
        Assert.Contains("lang=en", next);
        Assert.Equal((50, 11), (first.Document.QuerySelectorAll("tbody tr").Length, second.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task A_school_shows_what_the_register_holds_beside_what_it_was_told()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma().Contact("cecilia").Replace("anna", "cecilia"));
        await world.RunAsync();

        var page = await world.Browser().GetAsync("/contacts/BROMMA/98000001");
        var day = await world.Browser().GetAsync("/contacts/BROMMA/98000001?at=2026-03-02");

        string Section(string heading) => page.Document.QuerySelector($"section[aria-labelledby={heading}]")!.TextContent;
        Assert.Contains("Cecilia", Section("register"));
        Assert.Contains("Berit", Section("told"));
        Assert.Contains("Mejl på väg", Section("progress"));
        Assert.Contains("Ändrad kontakt", Section("mails"));
        Assert.Contains("Cecilia", day.Document.QuerySelector("#onday-table")!.ParentElement!.TextContent);
    }

    [Theory]
    [InlineData("/contacts/BROMMA/98999999")]
    [InlineData("/contacts/NOWHERE/98000001")]
    [InlineData("/contacts/bromma/98000001")]
    [InlineData("/contacts/BROMMA/%2e%2e%2f")]
    [InlineData("/notifications/x")]
    [InlineData("/notifications/BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/notifications/BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa/html")]
    [InlineData("/notifications/_system-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/nowhere/at/all")]
    public async Task What_is_not_there_gets_a_friendly_page(string path)
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var page = await world.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Sidan finns inte", page.Text);
    }

    [Fact]
    public async Task Names_are_text_whatever_they_contain()
    {
        await using var world = await WebWorld.StartAsync();
        const string name = "<img src=x onerror=alert(1)>\"'&";
        await world.ImportAsync(Cities.Bromma()
            .ChangeSchool("98000001", s => s with { Name = name, Phone = "javascript:alert(1)" })
            .ChangeDistrict("BROMMA", d => d with { Name = name })
            .ChangeContact("anna", c => c with { Name = name }));

        foreach (var path in new[] { "/", "/contacts", "/contacts?q=" + Uri.EscapeDataString("\"><script>"), "/contacts/BROMMA/98000001", "/notifications" })
        {
            var page = await world.Browser().GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("img, script, [onerror], a[href^=javascript]"));
        }
    }

    [Fact]
    public async Task The_switch_leads_to_the_same_page_in_english_and_links_stay_there()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var swedish = await world.Browser().GetAsync("/contacts?q=skola");

        var english = await world.Browser().GetAsync("/contacts" + swedish.Document.QuerySelector(".language")!.GetAttribute("href"));

        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("skola", english.Document.QuerySelector("#q")!.GetAttribute("value"));
        Assert.All(english.Document.QuerySelectorAll("nav a, tbody a, footer a"), a => Assert.Contains("lang=en", a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_closed_district_is_gone_from_the_pages()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma().District("ALVSJO").School("98000002").WithoutDistrict("BROMMA"));

        Assert.Equal(["Alvsjo"], (await world.Browser().GetAsync("/")).Document.QuerySelectorAll("section[aria-labelledby=districts] tbody th").Select(t => t.TextContent));
    }
}
