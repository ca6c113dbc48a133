using System.Net;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Testing.Register;
using Notify.Web.FollowUps;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.FollowUps;

/// <summary>What coordinators see of follow-up.</summary>
public sealed class FollowUpPagesTests
{
    [Fact]
    public async Task While_a_round_is_open_only_how_many_have_answered_is_shown()
    {
        await using var world = await World.FollowUps.OpenAsync();
        await world.AnswerAsync(4, people: 6);

        var page = await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(await world.RoundAsync()));

        Assert.Contains("6 av 7 svarade.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Innan dess visas bara hur många som har svarat.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("svg.radar, section[aria-labelledby=axes]"));
    }

    [Fact]
    public async Task A_closed_round_has_a_radar_whose_words_and_table_say_the_same()
    {
        await using var world = await World.FollowUps.OpenAsync();
        await world.AnswerAsync(4);
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-03-23T09:00"));
        await world.FollowUpAsync();

        var page = await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(await world.RoundAsync()));

        var radar = page.Document.QuerySelector("svg.radar")!;
        Assert.Equal("img", radar.GetAttribute("role"));
        Assert.Contains("Känd kontakt 75,0", page.Document.GetElementById(radar.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.Document.QuerySelectorAll("section[aria-labelledby=axes] tbody tr").Length);
        Assert.Contains("för få svar för att visas för sig", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_five_answers_show_no_result_anywhere()
    {
        await using var world = await World.FollowUps.OpenAsync();
        await world.AnswerAsync(4, people: 4);
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-03-23T09:00"));
        await world.FollowUpAsync();

        var page = await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(await world.RoundAsync()));
        var mail = world.Transport.Calls.Single(m => m.Kind == FollowUpKinds.Result).Content;

        Assert.Contains("Färre än fem svarade.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("svg.radar, section[aria-labelledby=axes], section[aria-labelledby=groups]"));
        Assert.Contains("Färre än fem svarade", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cid:", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_version_of_the_questions_only_what_both_have_is_compared_and_that_is_said_on_page_and_in_mail()
    {
        await using var world = await World.FollowUps.OpenAsync(city => city.With(c => c with
        {
            Questionnaires =
            [
                .. c.Questionnaires!,
                .. c.Questionnaires!.Where(q => q.Axis != "Tillit").Select(q => q with { Version = "2" }),
                new(DefaultQuestionnaire.Id, "2", "Glädje", "Samarbetet är roligt.", 5, "Joy", "Working together is fun."),
            ],
            FollowUps = [.. c.FollowUps!, FollowUpsWorld.Round("U2", "2026-03-23", "2026-04-10") with { Version = "2", Title = "Andra omgången" }],
        }));
        await world.AnswerAsync(3);
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-03-23T09:00"));
        await world.FollowUpAsync();
        await world.AnswerAsync(4, "U2");
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-04-13T09:00"));
        await world.FollowUpAsync();

        var row = await world.RoundAsync("U2");
        var page = await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(row));
        var mail = world.Transport.Calls.Last(m => m.Kind == FollowUpKinds.Result).Content;

        Assert.Equal((7, 25m), (row.Change!.Axes.Count, row.Change.Change));
        Assert.Contains("De här går inte att jämföra: Glädje och Tillit.", page.Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De här går inte att jämföra: Glädje, Tillit.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Känd kontakt: index 75,0, förändring +25,0", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Glädje: index 75,0, förändring –", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Joy and Trust", (await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(row) + "?lang=en")).Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("used")]
    [InlineData("waiting")]
    [InlineData("abandoned")]
    [InlineData("unknown")]
    public async Task The_list_tells_how_each_district_stands_and_filters_by_it(string status)
    {
        await using var world = await World.FollowUps.OpenAsync(city => status switch
        {
            "abandoned" => city.With(c => c with { FollowUps = [FollowUpsWorld.Round("U1", "2025-01-07", "2025-01-20")] }),
            "unknown" => city.With(c => c with { FollowUps = [] }),
            _ => city,
        });
        if (status == "used")
        {
            await world.AnswerAsync(4, people: 1);
        }

        Assert.Single((await world.Browser().GetAsync($"/followups?state={status}")).Document.QuerySelectorAll("section + .scroll tbody tr, .scroll[aria-labelledby=rounds] tbody tr"));
        Assert.Empty((await world.Browser().GetAsync($"/followups?state={(status == "used" ? "unknown" : "used")}")).Document.QuerySelectorAll(".scroll[aria-labelledby=rounds] tbody tr"));
    }

    [Fact]
    public async Task A_round_without_a_goal_is_flagged_in_list_page_and_proof()
    {
        await using var world = await World.FollowUps.OpenAsync(city => city.With(c => c with { FollowUps = [.. c.FollowUps!.Select(f => f with { Goal = null })] }));

        Assert.Contains("Inget mål", (await world.Browser().GetAsync("/followups")).Text, StringComparison.Ordinal);
        Assert.Contains("En uppföljning utan mål är svår att göra något av.", (await world.Browser().GetAsync(FollowUpsEndpoints.PathOf(await world.RoundAsync()))).Text, StringComparison.Ordinal);
        Assert.Contains("1 uppföljning saknar mål.", (await world.Browser().GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/followups/NOPE/x")]
    [InlineData("/followups/BROMMA/x")]
    [InlineData("/followups/city/2026-XX/x")]
    [InlineData("/followups/city/2026-VT/x")]
    [InlineData("/followups/%3Cscript%3E/x")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var world = await World.FollowUps.OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/followups?state=nonsense")]
    [InlineData("/followups?district=%3Cb%3E")]
    public async Task A_filter_that_makes_no_sense_is_refused(string path)
    {
        await using var world = await World.FollowUps.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync(path)).Status);
    }
}
