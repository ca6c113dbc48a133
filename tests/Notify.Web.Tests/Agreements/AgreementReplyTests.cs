using System.Net;
using Notify.Core.Agreements;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Agreements;

/// <summary>The page on which a steering group answers.</summary>
public sealed class AgreementReplyTests
{
    [Fact]
    public async Task The_page_says_what_is_to_be_revised_and_when_and_offers_the_three_answers()
    {
        await using var world = await World.Agreements.RemindedAsync();

        var page = await world.Browser().GetAsync(world.AnswerLink("revised"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Överenskommelse i Bromma", page.Text);
        Assert.Contains("Ska vara reviderad senast 2026-03-16.", page.Text);
        Assert.Contains("Nästa revidering blir 2027-03-02", page.Text);
        Assert.Equal(["unchanged", "revised", "under-way"], page.Document.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("value")!));
        Assert.Equal("revised", page.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal("2027-03-02", page.Document.QuerySelector("#next")!.GetAttribute("value"));
        Assert.Equal("https://stad.example/overenskommelse", page.Document.QuerySelector("main section a")!.GetAttribute("href"));
        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_members_are_there_to_choose_from_and_their_addresses_are_not_in_the_page_where_a_name_or_role_is_known()
    {
        await using var world = await World.Agreements.RemindedAsync();

        var page = await world.Browser().GetAsync(world.AnswerLink());

        Assert.Equal(
            ["Bo Ek", "Enhetschef barn och unga", "Eva Sandberg, Grundskolechef", "namnlos@bromma.example"],
            page.Document.QuerySelectorAll("#member option").Skip(1).Select(o => o.TextContent).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("eva@bromma.example", page.Html);
    }

    [Theory]
    [InlineData("unchanged")]
    [InlineData("revised")]
    [InlineData("under-way")]
    public async Task Looking_answers_nothing_however_often_and_by_whatever_link(string answer)
    {
        await using var world = await World.Agreements.RemindedAsync();

        await world.Browser().GetAsync(world.AnswerLink(answer));
        await world.Browser().GetAsync(world.AnswerLink(answer) + "&done=recorded&do=answer");
        await world.Browser().SendAsync(new(HttpMethod.Head, "http://localhost" + world.AnswerLink(answer)));

        Assert.Null((await world.AgreementAsync()).Answer);
    }

    [Theory]
    [InlineData("unchanged", "", "", "genomgången, inget ändras. Nästa revidering 2027-03-02.")]
    [InlineData("revised", "2026-09-01", "", "reviderad. Nästa revidering 2026-09-01.")]
    [InlineData("under-way", "2026-09-01", "2026-05-15", "arbetet pågår och väntas vara klart 2026-05-15.")]
    public async Task An_answer_is_recorded_and_the_page_says_thanks_and_what_counts(string answer, string next, string expected, string said)
    {
        await using var world = await World.Agreements.RemindedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.AnswerLink());

        var posted = await browser.PressAsync(page, "answer", ("answer", answer), ("next", next), ("expected", expected), ("member", page.MemberNamed("Eva")), ("name", ""));
        var thanks = await browser.FollowAsync(posted);

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.Contains("Tack! Svaret gäller från och med nu.", thanks.Text);
        Assert.Contains("Eva Sandberg, Grundskolechef svarade 2026-03-02 10:00: " + said, thanks.Text);
        Assert.DoesNotContain("äldre mejl", thanks.Text);
        Assert.Equal("Eva Sandberg, Grundskolechef", (await world.AgreementAsync()).Answer!.By);
        Assert.Equal(["agreements"], world.Waker.Woken);
        Assert.NotNull(thanks.Document.QuerySelector("details button[value=answer]"));
    }

    [Fact]
    public async Task Everyone_who_was_reminded_and_the_informed_get_the_new_day()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.AnswerLink());
        await browser.PressAsync(page, "answer", ("answer", "revised"), ("next", "2027-01-15"), ("member", ""), ("name", "Ida Holm"));

        await world.RunAsync();

        var told = world.Transport.Calls.Where(m => m.Kind == AgreementKinds.Revised).ToList();
        Assert.Equal(
            ["bo@bromma.example", "chef@bromma.example", "eva@bromma.example", "namnlos@bromma.example", "rektor@friskolan.example"],
            told.SelectMany(m => m.To).Select(a => a.ToString()).Order(StringComparer.Ordinal));
        Assert.All(told, m => Assert.Contains("Ida Holm", m.Content.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_member_who_answers_differently_is_told_what_the_first_one_said_and_keeps_what_was_filled_in()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var (first, second) = (world.Browser(), world.Browser());
        var (firstPage, secondPage) = (await first.GetAsync(world.AnswerLink()), await second.GetAsync(world.AnswerLink()));
        await first.PressAsync(firstPage, "answer", ("answer", "unchanged"), ("member", firstPage.MemberNamed("Eva")), ("name", ""));

        var told = await second.PressAsync(secondPage, "answer", ("answer", "under-way"), ("expected", "2026-06-01"), ("member", secondPage.MemberNamed("Bo Ek")), ("name", ""));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Eva Sandberg, Grundskolechef hann svara medan du hade sidan öppen", told.Text);
        Assert.Equal("under-way", told.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        Assert.Equal("2026-06-01", told.Document.QuerySelector("#expected")!.GetAttribute("value"));
        Assert.Contains("Bo Ek", told.Document.QuerySelector("#member option[selected]")!.TextContent);
        Assert.Equal(1, (await world.AgreementAsync()).Answers);

        await second.PressAsync(told, "answer", ("answer", "under-way"), ("expected", "2026-06-01"), ("member", told.MemberNamed("Bo Ek")), ("name", ""));

        var state = await world.AgreementAsync();
        Assert.Equal(("Bo Ek", AnswerKind.UnderWay, 2), (state.Answer!.By, state.Answer.Kind, state.Answers));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_answer()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.AnswerLink());
        (string, string)[] fields = [("answer", "revised"), ("next", "2027-01-15"), ("member", page.MemberNamed("Eva")), ("name", "")];

        await browser.PressAsync(page, "answer", fields);
        var again = await browser.FollowAsync(await browser.PressAsync(page, "answer", fields));

        Assert.Contains("Det har någon av er redan svarat", again.Text);
        Assert.Equal(1, (await world.AgreementAsync()).Answers);
    }

    [Fact]
    public async Task A_used_link_shows_what_was_answered_and_what_counts_now()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.AnswerLink());
        await browser.PressAsync(page, "answer", ("answer", "revised"), ("next", "2027-01-15"), ("member", page.MemberNamed("Eva")), ("name", ""));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromDays(30));

        var later = await world.Browser().GetAsync(world.AnswerLink("under-way"));

        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Contains("Länken kom med ett äldre mejl.", later.Text);
        Assert.Contains("Ska vara reviderad senast 2027-01-15. I registret står ännu 2026-03-16.", later.Text);
        Assert.Contains("Eva Sandberg, Grundskolechef svarade 2026-03-02 10:00", later.Text);
    }

    [Theory]
    [InlineData("", "", "Bo Ek", "Välj ett av de tre svaren")]
    [InlineData("maybe", "", "Bo Ek", "Välj ett av de tre svaren")]
    [InlineData("unchanged", "", "", "Välj vem du är i listan")]
    [InlineData("revised", "", "Bo Ek", "Ange en dag som ligger framåt")]
    [InlineData("revised", "2026-02-30", "Bo Ek", "Ange en dag som ligger framåt")]
    [InlineData("revised", "2026-03-02", "Bo Ek", "Ange en dag som ligger framåt")]
    [InlineData("under-way", "", "Bo Ek", "Ange en dag som ligger framåt")]
    public async Task A_form_that_does_not_say_enough_comes_back_with_what_is_missing(string answer, string day, string name, string said)
    {
        await using var world = await World.Agreements.RemindedAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.AnswerLink());

        var refused = await browser.PressAsync(page, "answer", ("answer", answer), ("next", day), ("expected", day), ("member", ""), ("name", name));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(said, refused.Document.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(name, refused.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Null((await world.AgreementAsync()).Answer);
    }

    [Fact]
    public async Task A_post_that_our_page_did_not_make_is_refused()
    {
        await using var world = await World.Agreements.RemindedAsync();

        var refused = await world.Browser().PostAsync(world.AnswerLink(), new Dictionary<string, string> { ["do"] = "answer", ["answer"] = "unchanged", ["name"] = "Bo Ek", ["seen"] = "0" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Null((await world.AgreementAsync()).Answer);
    }

    [Fact]
    public async Task A_link_opens_for_its_own_agreement_district_and_purpose_only()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var path = world.AnswerLink().Split('?')[0];

        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(path.Replace("agreement.", "receipt.", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(path[..^2] + (path.EndsWith('A') ? "BB" : "AA"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(world.Link(LinkPurpose.Agreement, "school:98000001"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(world.Link(LinkPurpose.Agreement, "agreement:B"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(world.Link(LinkPurpose.Agreement, "agreement:A", district: "KISTA"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.Browser().GetAsync(world.Link(LinkPurpose.Agreement, "agreement:A"))).Status);
    }

    [Fact]
    public async Task A_form_of_one_agreement_posted_to_the_link_of_another_answers_only_that_other()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(World.Agreements.Bromma().Agreement("B", b => b with { SteeringGroup = "G-A", NextRevision = new(2026, 3, 16) })
            .With(c => c with { SteeringGroups = [.. c.SteeringGroups!.Where(g => g.Id == "G-A")] }));
        await world.RunAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.Link(LinkPurpose.Agreement, "agreement:A"));
        var values = page.Document.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);

        await browser.PostAsync(world.Link(LinkPurpose.Agreement, "agreement:B"), new Dictionary<string, string>(values) { ["answer"] = "unchanged", ["name"] = "Bo Ek" });

        Assert.Null((await world.AgreementAsync()).Answer);
    }

    [Fact]
    public async Task An_expired_link_says_whom_to_write_to()
    {
        await using var world = await World.Agreements.RemindedAsync();
        var link = world.AnswerLink();
        world.Clock.Advance(TimeSpan.FromDays(401));

        var page = await world.Browser().GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("för gammal", page.Text);
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:samordnare@bromma.example']"));
    }

    [Fact]
    public async Task A_group_that_is_written_to_in_English_gets_the_page_in_English_and_can_switch()
    {
        await using var world = await World.Agreements.RemindedAsync(language: Language.English);
        var link = world.AnswerLink("under-way");

        var english = await world.Browser().GetAsync(link);
        var swedish = await world.Browser().GetAsync(link.Split('?')[0] + english.Document.QuerySelector("a.language")!.GetAttribute("href"));

        Assert.Contains("How is the agreement coming along?", english.Text);
        Assert.Contains("Hur går det med överenskommelsen?", swedish.Text);
        Assert.Equal("under-way", swedish.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_ended_agreement_asks_nothing()
    {
        await using var world = await World.Agreements.RemindedAsync();
        await world.ImportAsync(World.Agreements.Bromma(with: a => a with { Status = AgreementStatus.Ended }));

        var page = await world.Browser().GetAsync(world.AnswerLink());

        Assert.Contains("Överenskommelsen har upphört.", page.Text);
        Assert.Null(page.Document.QuerySelector("form"));
    }
}
