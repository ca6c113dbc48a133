using System.Net;
using AngleSharp.Dom;
using Notify.Core.FollowUps;
using Notify.Testing.Contacts;
using Notify.Testing.FollowUps;
using Notify.Web.FollowUps;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.FollowUps;

/// <summary>The page on which people answer the questionnaire.</summary>
public sealed class FollowUpReplyTests
{
    private const string Anna = "anna@bromma.example";

    [Fact]
    public async Task Every_statement_is_a_group_of_radio_buttons_with_its_words_as_the_legend_and_each_button_has_a_label()
    {
        await using var world = await World.FollowUps.OpenAsync();

        var page = await world.Browser().GetAsync(world.QuestionsOf(Anna));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            DefaultQuestionnaire.Rows.Select(r => r.Statement).Order(StringComparer.Ordinal),
            page.Document.QuerySelectorAll("fieldset > legend").Select(l => l.TextContent).Order(StringComparer.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("fieldset"), f => Assert.Equal(
            ["1 – stämmer inte alls", "2", "3", "4", "5 – stämmer helt", "Vet inte, eller inte aktuellt"],
            f.QuerySelectorAll("input[type=radio]").Select(i => page.Document.QuerySelector($"label[for='{i.Id}']")!.TextContent)));
        Assert.Contains("till och med 2026-03-20", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("textarea, input[type=text], script"));
    }

    [Fact]
    public async Task A_school_sees_which_school_it_answers_for_and_english_is_at_a_switch()
    {
        await using var world = await World.FollowUps.OpenAsync();

        var page = await world.Browser().GetAsync(world.QuestionsOf("rektor@skola98000001.example") + "?lang=en");

        Assert.Contains("You answer for Skola 98000001.", page.Text, StringComparison.Ordinal);
        Assert.Contains("We know whom to turn to", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_answers_nothing()
    {
        await using var world = await World.FollowUps.OpenAsync();

        await world.Browser().GetAsync(world.QuestionsOf(Anna) + "?done=saved&do=save");
        await world.Browser().SendAsync(new(HttpMethod.Head, "http://localhost" + world.QuestionsOf(Anna)));

        Assert.Equal(0, (await world.RoundAsync()).Answered);
    }

    [Fact]
    public async Task What_was_answered_is_saved_in_parts_and_stands_filled_in_when_one_comes_back()
    {
        await using var world = await World.FollowUps.OpenAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.QuestionsOf(Anna));
        var fields = page.Document.QuerySelectorAll("fieldset").Select(f => f.QuerySelector("input")!.GetAttribute("name")!).ToList();

        var posted = await browser.PressAsync(page, "save", (fields[0], "4"), (fields[1], "0"));
        var thanks = await browser.FollowAsync(posted);

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.Contains("Svaren är sparade. 14 påståenden är obesvarade", thanks.Text, StringComparison.Ordinal);
        Assert.Equal(["4", "0"], thanks.Document.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(1, (await world.RoundAsync()).Answered);
        Assert.Contains("followups", world.Waker.Woken);
    }

    [Fact]
    public async Task Nothing_answered_is_said_and_nothing_saved()
    {
        await using var world = await World.FollowUps.OpenAsync();
        var browser = world.Browser();

        var posted = await browser.PressAsync(await browser.GetAsync(world.QuestionsOf(Anna)), "save");

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("Svara på minst ett påstående.", posted.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("4; DROP")]
    [InlineData("６")]
    public async Task What_is_no_step_is_left_out_and_never_an_error(string value)
    {
        await using var world = await World.FollowUps.OpenAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.QuestionsOf(Anna));
        var field = page.Document.QuerySelector("fieldset input")!.GetAttribute("name")!;

        var posted = await browser.PressAsync(page, "save", (field, value), ("s-", "4"), ("s-nonsense\n<b>", "4"), ("seen", value), ("questions", value));

        Assert.True((int)posted.Status is 303 or 400 or 409, $"{posted.Status}");
        Assert.Equal(0, (await world.RoundAsync()).Answered);
        Assert.DoesNotContain("<script>", posted.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_behind_one_link_the_second_sees_what_the_first_saved_beside_the_own_choices()
    {
        await using var world = await World.FollowUps.OpenAsync();
        var (first, second) = (world.Browser(), world.Browser());
        var (one, two) = (await first.GetAsync(world.QuestionsOf(Anna)), await second.GetAsync(world.QuestionsOf(Anna)));
        var field = one.Document.QuerySelector("fieldset input")!.GetAttribute("name")!;
        await first.PressAsync(one, "save", (field, "5"));

        var refused = await second.PressAsync(two, "save", (field, "2"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("2", refused.Document.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Contains("Sparat svar: 5 – stämmer helt", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.PressAsync(refused, "save", (field, "2"))).Status);
    }

    [Fact]
    public async Task An_answer_on_an_old_page_is_kept_where_the_statement_is_still_there_and_the_reader_is_told()
    {
        await using var world = await World.FollowUps.OpenAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.QuestionsOf(Anna));
        var fields = page.Document.QuerySelectorAll("fieldset").Select(f => f.QuerySelector("input")!.GetAttribute("name")!).ToList();
        await world.ImportAsync(FollowUpsWorld.City().With(c => c with { Questionnaires = [.. c.Questionnaires!.Where(q => q.Axis != "Tillit")] }));
        await world.FollowUpAsync();

        var after = await browser.FollowAsync(await browser.PressAsync(page, "save", [.. fields.Select(f => (f, "3"))]));

        Assert.Contains("Frågorna ändrades medan du hade sidan öppen.", after.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(14, after.Document.QuerySelectorAll("input[checked]").Length);
    }

    [Fact]
    public async Task After_the_last_day_the_page_says_so_and_takes_nothing()
    {
        await using var world = await World.FollowUps.OpenAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(world.QuestionsOf(Anna));
        world.Clock.SetUtcNow(ContactsWorld.Moment("2026-03-21T00:00"));

        var late = await browser.PressAsync(page, "save", (page.Document.QuerySelector("fieldset input")!.GetAttribute("name")!, "3"));
        var closed = await browser.GetAsync(world.QuestionsOf(Anna));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Svaren är inte sparade. Undersökningen är stängd.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Sista dagen var 2026-03-20.", closed.Text, StringComparison.Ordinal);
        Assert.Empty(closed.Document.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_round_that_is_gone_and_somebody_who_is_no_longer_asked_get_a_page_that_says_whom_to_ask()
    {
        await using var world = await World.FollowUps.OpenAsync();
        await world.ImportAsync(FollowUpsWorld.City().With(c => c with { Contacts = [.. c.Contacts!.Where(x => x.Id != "anna")] }));
        await world.FollowUpAsync();

        var page = await world.Browser().GetAsync(world.QuestionsOf(Anna));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("samordnare@bromma.example", page.Text, StringComparison.Ordinal);
    }
}
