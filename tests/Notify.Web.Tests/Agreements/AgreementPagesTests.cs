using System.Net;
using Notify.Core.Agreements;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Web.Agreements;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Agreements;

/// <summary>What coordinators see of agreements.</summary>
public sealed class AgreementPagesTests
{
    private static readonly string PageOfA = AgreementsEndpoints.PathOf(DistrictCode.Parse("BROMMA"), "A");

    private static readonly string[] Cells = ["a", "td:nth-of-type(1)", "td:nth-of-type(3)", "td:nth-of-type(4)"];

    [Fact]
    public async Task The_list_tells_of_each_agreement_its_day_and_state_and_where_its_page_is()
    {
        await using var world = await CityAsync();

        var page = await world.Browser().GetAsync("/agreements");

        Assert.Equal(
            [
                "Försent | Bromma | 2026-02-20 | ◆ Försenad 10 dagar", "Snart | Bromma | 2026-03-16 | ▲ Snart dags", "Pågår | Bromma | 2026-05-01 | ■ Arbetet pågår",
                "Fjärran | Kista, Bromma | 2029-01-10 | ● I tid", "Slut | Bromma |  | – Upphörd",
            ],
            page.Document.QuerySelectorAll("tbody tr:has(a)").Select(r => string.Join(" | ", Cells.Select(s => OneLine(r.QuerySelector(s)!.TextContent)))));
        Assert.Contains("4 gäller. 1 av dem är försenad, med 10 dagar.", page.Text);
    }

    [Theory]
    [InlineData("?district=KISTA", "Fjärran")]
    [InlineData("?district=BROMMA&state=overdue", "Försent")]
    [InlineData("?state=underway", "Pågår")]
    [InlineData("?state=ended", "Slut")]
    [InlineData("?q=SNART", "Snart")]
    [InlineData("?q=styrgrupp+g-d", "Fjärran")]
    [InlineData("?state=conflict", null)]
    public async Task A_filter_leaves_what_was_asked_for(string query, string? title)
    {
        await using var world = await CityAsync();

        var page = await world.Browser().GetAsync("/agreements" + query);

        Assert.Equal(title is null ? [] : [title], page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task An_agreement_that_spans_districts_is_shown_in_each()
    {
        await using var world = await CityAsync();

        Assert.Contains("Fjärran", (await world.Browser().GetAsync("/agreements?district=BROMMA")).Text);
        Assert.Contains("Fjärran", (await world.Browser().GetAsync("/agreements?district=KISTA")).Text);
    }

    [Theory]
    [InlineData("?district=%00")]
    [InlineData("?state=perhaps")]
    [InlineData("?page=0")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query)
    {
        await using var world = await CityAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync("/agreements" + query)).Status);
    }

    [Fact]
    public async Task The_timeline_has_a_lane_for_each_agreement_in_force_with_its_state_in_words_and_a_text_in_its_place()
    {
        await using var world = await CityAsync();

        var picture = (await world.Browser().GetAsync("/agreements")).Document.QuerySelector("svg.timeline")!;

        Assert.Equal(["overdue", "soon", "underway", "intime"], picture.QuerySelectorAll("g").Select(g => g.ClassName!));
        Assert.Equal(
            ["Bromma: Försent", "Försenad 10 dagar, 2026-02-20", "Bromma: Snart", "Snart dags, 2026-03-16", "Bromma: Pågår", "Arbetet pågår, 2026-05-01", "Kista: Fjärran", "I tid, Senare: 2029-01-10"],
            picture.QuerySelectorAll("g text").Select(t => t.TextContent));
        Assert.Equal("img", picture.GetAttribute("role"));
        string[] words = [Named("aria-labelledby"), Named("aria-describedby")];
        string Named(string by) => picture.QuerySelector("#" + picture.GetAttribute(by))!.TextContent;
        Assert.Equal("De kommande 18 månaderna", words[0]);
        Assert.Contains("från 2026-03-02 till 2027-09-02 med 4 överenskommelser", words[1], StringComparison.Ordinal);
        Assert.Contains("Försent: Försenad 10 dagar, 2026-02-20.", words[1], StringComparison.Ordinal);
        Assert.Equal(4, picture.QuerySelectorAll(".sign").Select(s => s.LocalName + s.GetAttribute("d")?.Split('L').Length).Distinct().Count());
    }

    [Fact]
    public async Task A_title_with_markup_is_text_in_the_picture_and_the_page()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(World.Agreements.Bromma(with: a => a with { Title = "<b>&</svg><script>x</script>" }));
        await world.RunAsync();

        foreach (var path in new[] { "/agreements", PageOfA })
        {
            var page = await world.Browser().GetAsync(path);
            Assert.Empty(page.Document.QuerySelectorAll("script, main b"));
            Assert.Contains("<script>x</script>", page.Text);
        }
    }

    [Fact]
    public async Task Of_very_many_the_picture_shows_the_first_and_says_so()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Enumerable.Range(1, 60).Aggregate(RegisterBuilder.City().District("BROMMA"), (city, n) => city.Agreement($"A{n}")));

        var page = await world.Browser().GetAsync("/agreements");

        Assert.Equal(TimelineSvg.MostLanes, page.Document.QuerySelectorAll("svg.timeline g").Length);
        Assert.Contains("Bilden visar de 40 som ska revideras först av 60.", page.Text);
        Assert.Equal(10, (await world.Browser().GetAsync("/agreements?page=2")).Document.QuerySelectorAll("tbody th a").Length);
    }

    [Fact]
    public async Task The_page_of_an_agreement_shows_register_and_answer_side_by_side_and_which_counts()
    {
        await using var world = await World.Agreements.RemindedAsync();
        await AnswerAsync(world, AnswerKind.Revised, new(2027, 1, 15));

        var page = await world.Browser().GetAsync(PageOfA);

        Assert.Contains("Enligt registret2026-03-16 (gäller inte)", page.Text);
        Assert.Contains("Enligt styrgruppens svar2027-01-15 (gäller)", page.Text);
        Assert.Contains("Svaret gäller tills registret säger samma sak.", page.Text);
        Assert.Contains("2026-03-02 10:00 Bo Ek Reviderad. Nästa revidering 2027-01-15.", page.Text);
        Assert.Contains("Påminnelse om överenskommelse", page.Text);
    }

    [Fact]
    public async Task A_conflict_stands_on_the_page_in_the_list_and_behind_its_filter()
    {
        await using var world = await World.Agreements.RemindedAsync();
        await AnswerAsync(world, AnswerKind.Revised, new(2027, 1, 15));
        await world.ImportAsync(World.Agreements.Bromma("2026-06-01"));
        await world.RunAsync();

        var page = await world.Browser().GetAsync(PageOfA);
        Assert.Contains("Enligt registret2026-06-01 (gäller inte)", page.Text);
        Assert.Contains("Registret har fått en tidigare dag än den som styrgruppen svarade. Svaret gäller.", page.Text);
        Assert.Contains("Till samordnaren: registret och svaret skiljer sig", page.Text);
        Assert.Contains("Registret och svaret skiljer sig", (await world.Browser().GetAsync("/agreements?state=conflict")).Document.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task The_page_tells_what_the_register_has_said_and_from_where_newest_first()
    {
        await using var world = await World.Agreements.RemindedAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.ImportAsync(World.Agreements.Bromma("2026-06-01"));

        var section = (await world.Browser().GetAsync(PageOfA)).Document.QuerySelector("section[aria-labelledby=register]")!;

        Assert.Equal(
            ["2026-03-03 10:00 Ändrades Överenskommelse i Bromma, revideras 2026-06-01, från test", "2026-03-02 10:00 Kom in Överenskommelse i Bromma, revideras 2026-03-16, från test"],
            section.QuerySelectorAll("li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task Days_overdue_are_proved_month_by_month()
    {
        await using var world = await World.Agreements.RemindedAsync();
        world.Clock.Advance(TimeSpan.FromDays(40)); // 11 April
        await world.RunAsync();
        await AnswerAsync(world, AnswerKind.Unchanged, null);
        world.Clock.Advance(TimeSpan.FromDays(60));

        foreach (var path in new[] { "/agreements", PageOfA })
        {
            var months = (await world.Browser().GetAsync(path)).Document.QuerySelectorAll("table.months tbody tr").Select(r => OneLine(r.TextContent)).ToList();
            Assert.Equal(["2026-03 15", "2026-04 10", "2026-05 0", "2026-06 0"], months[^4..]);
        }
    }

    [Fact]
    public async Task A_mail_that_lists_several_stands_on_the_page_of_each()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(World.Agreements.Bromma().Agreement("B", b => b with { SteeringGroup = "G-A", NextRevision = new(2026, 3, 20) })
            .With(c => c with { SteeringGroups = [.. c.SteeringGroups!.Where(g => g.Id == "G-A")] }));
        await world.RunAsync();

        var links = new List<string?>();
        foreach (var id in new[] { "A", "B" })
        {
            links.Add((await world.Browser().GetAsync(AgreementsEndpoints.PathOf(DistrictCode.Parse("BROMMA"), id))).Document.QuerySelector(".mails a")!.GetAttribute("href"));
        }

        Assert.Equal(links[0], links[1]);
        Assert.Single(world.Transport.Calls, m => m.Kind == AgreementKinds.Reminder);
    }

    [Fact]
    public async Task An_agreement_that_is_not_there_is_not_found_and_the_overview_tells_of_those_that_are()
    {
        await using var world = await CityAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync("/agreements/BROMMA/nope")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(PageOfA.Replace("BROMMA", "NOPE", StringComparison.Ordinal))).Status);
        Assert.Contains("4 gäller. 1 av dem är försenad", (await world.Browser().GetAsync("/")).Text);
    }

    private static async Task<ReplyResult?> AnswerAsync(WebWorld world, AnswerKind kind, DateOnly? day)
    {
        var state = await world.AgreementAsync();
        var token = new LinkToken(LinkPurpose.Agreement, DistrictCode.Parse("BROMMA"), "agreement:A", state.Sequence, world.Clock.GetUtcNow().AddDays(1));
        return await world.Get<AgreementReplies>().AnswerAsync(token, new(kind, day, "", "Bo Ek", state.Answers), default);
    }

    /// <summary>Two districts, and an agreement in each state.</summary>
    private static async Task<WebWorld> CityAsync()
    {
        var city = RegisterBuilder.City().District("KISTA").Agreement("D", a => a with { Title = "Fjärran", NextRevision = new(2029, 1, 10), OtherDistricts = [DistrictCode.Parse("BROMMA")] })
            .District("BROMMA")
            .Agreement("A", a => a with { Title = "Försent", NextRevision = new(2026, 2, 20) })
            .Agreement("B", a => a with { Title = "Snart", NextRevision = new(2026, 3, 16) })
            .Agreement("C", a => a with { Title = "Pågår", NextRevision = new(2026, 5, 1), Status = AgreementStatus.UnderRevision })
            .Agreement("E", a => a with { Title = "Slut", NextRevision = new(2026, 2, 1), Status = AgreementStatus.Ended });
        var world = await WebWorld.StartAsync();
        await world.ImportAsync(city);
        await world.RunAsync();
        return world;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
