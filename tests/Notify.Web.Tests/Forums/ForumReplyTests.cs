using System.Net;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;
using City = Notify.Web.Tests.World.Forums;

namespace Notify.Web.Tests.Forums;

/// <summary>The page on which a school answers an invitation.</summary>
public sealed class ForumReplyTests
{
    [Fact]
    public async Task The_page_says_when_and_where_and_offers_the_three_answers()
    {
        await using var world = await City.InvitedAsync();

        var page = await world.Browser().GetAsync(world.ForumLink("unsure"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Lokalt forum i Bromma", page.Text);
        Assert.Contains("onsdag 1 april 2026 kl. 13:30–15:30", page.Text);
        Assert.Contains("Medborgarkontoret", page.Text);
        Assert.Contains("<b>Stödmaterial</b>", page.Text);
        Assert.Equal(["yes", "no", "unsure"], page.Document.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("value")!));
        Assert.Equal("unsure", page.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Will you come?", (await world.Browser().GetAsync(world.ForumLink() + "&lang=en")).Text);
    }

    [Fact]
    public async Task Looking_answers_nothing_however_often_and_by_whatever_link()
    {
        await using var world = await City.InvitedAsync();

        await world.Browser().GetAsync(world.ForumLink("yes"));
        await world.Browser().GetAsync(world.ForumLink("no") + "&done=recorded&do=answer");
        await world.Browser().SendAsync(new(HttpMethod.Head, "http://localhost" + world.ForumLink("yes")));

        Assert.Null((await world.InviteeAsync()).Answer);
    }

    [Fact]
    public async Task An_answer_is_recorded_can_be_changed_and_wakes_the_watch()
    {
        await using var world = await City.InvitedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.ForumLink());

        var posted = await browser.PressAsync(page, "answer", ("answer", "yes"), ("names", "Eva Ek\r\n\r\n Bo Berg \r\n"), ("message", "Vi kommer\r\nlite sent"));
        var thanks = await browser.FollowAsync(posted);

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.Contains("Tack! Svaret är sparat.", thanks.Text);
        Assert.Contains("Svar 2026-03-02 10:00: ja, 2 personer (Eva Ek, Bo Berg).", thanks.Text);
        var answer = (await world.InviteeAsync()).Answer!;
        Assert.Equal(["Eva Ek", "Bo Berg"], answer.Names);
        Assert.Equal("Vi kommer lite sent", answer.Message);
        Assert.Equal(["forums"], world.Waker.Woken);

        await browser.PressAsync(thanks, "answer", ("answer", "no"), ("names", "Eva Ek"), ("message", ""));
        answer = (await world.InviteeAsync()).Answer!;
        Assert.Equal((ForumReply.No, 0), (answer.Reply, answer.Names.Count));
    }

    [Fact]
    public async Task A_full_forum_says_that_there_is_a_waiting_list()
    {
        await using var world = await City.InvitedAsync(f => f with { Capacity = 1 });
        var browser = world.Browser();
        await browser.PressAsync(await browser.GetAsync(world.ForumLink(school: "98000002")), "answer", ("answer", "yes"), ("names", ""), ("message", ""));

        var thanks = await browser.FollowAsync(
            await browser.PressAsync(await browser.GetAsync(world.ForumLink()), "answer", ("answer", "yes"), ("names", ""), ("message", "")));

        Assert.Contains("Platserna räcker inte till just nu, men ni får ett mejl om det blir en plats.", thanks.Text);
        Assert.Contains("Anmälan står först på väntelistan.", thanks.Text);
    }

    [Theory]
    [InlineData("begun", "Forumet har börjat eller är över")]
    [InlineData("off", "Forumet är inställt.")]
    [InlineData("withdrawn", "Forumet vänder sig inte längre till er.")]
    public async Task When_nothing_is_to_be_answered_any_more_the_page_says_why_and_takes_no_answer(string why, string said)
    {
        await using var world = await City.InvitedAsync();
        var browser = world.Browser();
        var link = world.ForumLink();
        var page = await browser.GetAsync(link);
        switch (why)
        {
            case "begun":
                world.Clock.SetUtcNow(new(2026, 4, 1, 11, 30, 0, TimeSpan.Zero));
                break;
            case "off":
                await world.ImportAsync(City.Bromma(f => f with { Status = ForumStatus.Cancelled }));
                break;
            default:
                await world.ImportAsync(City.Bromma(f => f with { Audience = "independent" }));
                break;
        }

        await world.RunAsync();
        var posted = await browser.PressAsync(page, "answer", ("answer", "yes"), ("names", ""), ("message", ""));

        Assert.Equal(HttpStatusCode.Conflict, posted.Status);
        Assert.Contains(said, posted.Text);
        Assert.Empty((await browser.GetAsync(link)).Document.QuerySelectorAll("main form"));
        Assert.Null((await world.InviteeAsync()).Answer);
    }

    [Fact]
    public async Task A_forum_that_left_the_register_is_still_named_on_its_page()
    {
        await using var world = await City.InvitedAsync();
        var link = world.ForumLink();
        await world.ImportAsync(City.Bromma().WithoutForum("F"));
        await world.RunAsync();

        var page = await world.Browser().GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Lokalt forum i Bromma", page.Text);
        Assert.Contains("Forumet är inställt.", page.Text);
    }

    public static TheoryData<string, string, string, HttpStatusCode> Hostile => new()
    {
        { "", "", "", HttpStatusCode.BadRequest },
        { "maybe", "", "", HttpStatusCode.BadRequest },
        { "yes", "a\0b", "", HttpStatusCode.BadRequest },
        { "yes", new string('x', 101), "", HttpStatusCode.BadRequest },
        { "yes", string.Join('\n', Enumerable.Range(0, 21)), "", HttpStatusCode.BadRequest },
        { "yes", "", new string('x', 501), HttpStatusCode.BadRequest },
        { "yes", "", "\0", HttpStatusCode.BadRequest },
        { "yes", "<script>alert(1)</script>", "=HYPERLINK(\"https://elak.example\")", HttpStatusCode.SeeOther },
        { "yes", "\u202Eeva", "{{ links.yes }} [x](https://elak.example)", HttpStatusCode.SeeOther },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_answers_are_refused_or_shown_as_text(string answer, string names, string message, HttpStatusCode expected)
    {
        await using var world = await City.InvitedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.ForumLink());

        var posted = await browser.PressAsync(page, "answer", ("answer", answer), ("names", names), ("message", message));

        Assert.Equal(expected, posted.Status);
        Assert.Empty(posted.Document.QuerySelectorAll("main script"));
        if (expected == HttpStatusCode.BadRequest)
        {
            Assert.Null((await world.InviteeAsync()).Answer);
        }
        else
        {
            var shown = await browser.FollowAsync(posted);
            Assert.Contains(names, shown.Text);
            Assert.Empty(shown.Document.QuerySelectorAll("main script"));
        }
    }

    [Fact]
    public async Task Without_the_forms_own_token_nothing_is_recorded()
    {
        await using var world = await City.InvitedAsync();

        var posted = await world.Browser().PostAsync(world.ForumLink(), new Dictionary<string, string> { ["answer"] = "yes", ["do"] = "answer" });

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Null((await world.InviteeAsync()).Answer);
    }
}
