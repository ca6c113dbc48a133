using System.Net;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Receipts;

public sealed class ReceiptTests
{
    [Fact]
    public async Task The_page_shows_whom_to_turn_to_now_with_phone_and_address_as_links()
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var page = await world.Browser().GetAsync(world.LinkOfLastMail());

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Skola 98000001", page.Text);
        Assert.Contains("Berit", page.Text);
        Assert.DoesNotContain("Anna", page.Text);
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:0850822000']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:berit@bromma.example']"));
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Looking_alone_confirms_nothing_however_often_and_by_whatever_method()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var link = world.LinkOfLastMail();

        await world.Browser().GetAsync(link);
        await world.Browser().GetAsync(link + "?do=confirm&done=confirmed");
        await world.Browser().SendAsync(new(HttpMethod.Head, "http://localhost" + link));

        Assert.False((await world.SchoolAsync()).IsConfirmed);
    }

    [Fact]
    public async Task Pressing_the_button_confirms_and_leads_back_to_the_page_that_says_thanks()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();

        var posted = await browser.PressAsync(await browser.GetAsync(world.LinkOfLastMail()), "confirm");
        var thanks = await browser.FollowAsync(posted);

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.True((await world.SchoolAsync()).IsConfirmed);
        Assert.Contains("Tack!", thanks.Text);
        Assert.Contains("Bekräftat 2026-03-02 10:20.", thanks.Text);
        Assert.Null(thanks.Document.QuerySelector("button[value=confirm]"));
    }

    [Fact]
    public async Task A_used_link_shows_when_it_was_confirmed_and_thanks_nobody_again()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();
        await browser.PressAsync(await browser.GetAsync(world.LinkOfLastMail()), "confirm");
        world.Clock.Advance(TimeSpan.FromDays(1));

        var again = await world.Browser().GetAsync(world.LinkOfLastMail());

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Bekräftat 2026-03-02 10:20.", again.Text);
        Assert.DoesNotContain("Tack!", again.Text);
    }

    [Fact]
    public async Task Without_the_antiforgery_token_of_our_page_nothing_is_confirmed()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var link = world.LinkOfLastMail();
        var browser = world.Browser();
        await browser.GetAsync(link);

        var bare = await browser.PostAsync(link, new Dictionary<string, string> { ["do"] = "confirm" });
        var foreign = await world.Browser().PressAsync(await browser.GetAsync(link), "confirm");

        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.False((await world.SchoolAsync()).IsConfirmed);
    }

    [Fact]
    public async Task An_older_mail_shows_the_present_contact_with_a_button_of_its_own()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var old = world.LinkOfLastMail();
        await world.ImportAsync(Cities.Bromma().Contact("cecilia").Replace("anna", "cecilia"));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.RunAsync();
        var browser = world.Browser();

        var page = await browser.GetAsync(old);
        var thanks = await browser.FollowAsync(await browser.PressAsync(page, "confirm"));

        Assert.Contains("äldre mejl", page.Text);
        Assert.Contains("Cecilia", page.Text);
        Assert.DoesNotContain("Berit", page.Text);
        Assert.Contains("Tack!", thanks.Text);
        Assert.True((await world.SchoolAsync()).IsConfirmed);
    }

    [Fact]
    public async Task A_proposal_reaches_the_call_list_and_the_register_stays_as_it_was()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();

        var posted = await browser.PressAsync(
            await browser.GetAsync(world.LinkOfLastMail()), "propose", ("name", "Åsa Öberg"), ("email", "asa@skola.example"));
        var thanks = await browser.FollowAsync(posted);

        var read = (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken))!;
        Assert.Contains("Samordnaren har fått uppgifterna", thanks.Text);
        Assert.Equal("Åsa Öberg · asa@skola.example", Assert.Single(read.Calls).Note);
        Assert.Equal("Rektor 98000001", read.Schools[0].School.PrincipalName);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "not an address")]
    [InlineData("two\nlines", "")]
    [InlineData("<script>alert(1)</script>", "\"x\"@y")]
    public async Task A_proposal_that_makes_no_sense_is_refused_and_shown_as_it_was_written(string name, string email)
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();

        var page = await browser.PressAsync(await browser.GetAsync(world.LinkOfLastMail()), "propose", ("name", name), ("email", email));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("<script", page.Html);
        Assert.Equal(email, page.Document.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Empty((await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), TestContext.Current.CancellationToken))!.Calls);
    }

    [Fact]
    public async Task A_form_that_is_too_large_or_none_of_ours_is_refused()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var link = world.LinkOfLastMail();
        var browser = world.Browser();
        var page = await browser.GetAsync(link);

        var large = await browser.PressAsync(page, "propose", ("name", new string('x', 1_000_000)));
        var text = await browser.SendAsync(new(HttpMethod.Post, "http://localhost" + link) { Content = new StringContent("do=confirm") });
        var unknown = await browser.PressAsync(page, "confirm", ("do", "destroy"));
        var nul = await browser.PressAsync(page, "propose", ("name", "a\0b"));

        Assert.All([large, text, unknown, nul], p => Assert.Equal(HttpStatusCode.BadRequest, p.Status));
        Assert.False((await world.SchoolAsync()).IsConfirmed);
    }

    [Fact]
    public async Task The_language_is_the_districts_and_the_switch_keeps_to_the_chosen_one()
    {
        await using var world = await Cities.ToldOfBeritAsync(with: d => d with { Language = Language.English });
        var browser = world.Browser();
        var link = world.LinkOfLastMail();

        var english = await browser.GetAsync(link);
        var swedish = await browser.GetAsync(link + english.Document.QuerySelector(".language")!.GetAttribute("href"));
        var thanks = await browser.FollowAsync(await browser.PressAsync(swedish, "confirm"));

        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Your contact in the social services", english.Text);
        Assert.Equal("sv", swedish.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Tack!", thanks.Text);
    }

    [Fact]
    public async Task Nobody_has_to_be_let_in_to_the_portal_to_confirm()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        world.Remote = IPAddress.Parse("192.0.2.1");
        var browser = world.Browser("https://notify.example");

        var posted = await browser.PressAsync(await browser.GetAsync(world.LinkOfLastMail()), "confirm");

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.True((await world.SchoolAsync()).IsConfirmed);
    }
}
