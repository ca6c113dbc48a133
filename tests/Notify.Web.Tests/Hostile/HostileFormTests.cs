using System.Net;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Hostile;

/// <summary>What is sent with ill intent is shown as text or refused; it never fails, and what is refused changes nothing.</summary>
public sealed class HostileFormTests
{
    private static readonly Uri Here = new("http://localhost:5080");

    private static readonly string[] Looks = ["/", "/contacts", "/contacts/BROMMA/98000001", "/contacts/BROMMA/98000003", "/forums", "FORUMPAGE", "ATTENDANCE", "/agreements", "AGREEMENTPAGE", "/materials", "/followups", "/notifications", "/jobs", "/audit", "/templates", "/templates/contact-changed/sv"];

    public static TheoryData<int> Forms { get; } = new(Enumerable.Range(0, FormRow.All.Count));

    [Fact]
    public async Task Every_form_has_a_row_here()
    {
        await using var city = await HostileCity.BuildAsync();

        var missing = city.RoutesOf("POST").Except(FormRow.All.Select(r => r.Route)).ToList();

        Assert.True(missing.Count == 0, $"Add to FormRow.All a row for each form of {string.Join(", ", missing)}: hostile input is to be tried on it.");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_takes_hostile_input_as_text_or_refuses_it_and_then_changes_nothing(int place)
    {
        var row = FormRow.All[place];
        var city = await HostileCity.BuildAsync();
        try
        {
            foreach (var input in HostileInput.All)
            {
                if (await IsTakenAsync(city, row, input))
                {
                    await AssertPagesAreOursAsync(city);
                    await city.DisposeAsync();
                    city = await HostileCity.BuildAsync();
                }
            }
        }
        finally
        {
            await city.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_form_of_another_district_is_refused_and_changes_nothing()
    {
        await using var city = await HostileCity.BuildAsync();
        foreach (var row in FormRow.All.Where(r => !r.Route.StartsWith("/r/", StringComparison.Ordinal)))
        {
            var browser = city.Browser();
            var form = row.ReadFrom(await browser.GetAsync(city.PathOf(row.Page)));
            var before = city.Recorded();

            using var content = form.ToContent();
            var answer = await browser.As(HostileCity.ElsewhereOnly).SendAsync(new(HttpMethod.Post, new Uri(Here, form.Action)) { Content = content });

            Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{row.Route}: {(int)answer.Status}");
            Assert.True(Same(before, city.Recorded()), row.Route);
        }
    }

    [Fact]
    public async Task The_link_of_another_purpose_or_of_nothing_opens_no_form()
    {
        await using var city = await HostileCity.BuildAsync();
        foreach (var row in FormRow.All.Where(r => r.Route.StartsWith("/r/", StringComparison.Ordinal)))
        {
            var browser = city.Browser();
            var form = row.ReadFrom(await browser.GetAsync(city.PathOf(row.Page)));
            var before = city.Recorded();
            foreach (var path in new[] { city.World.Link(subject: "school:98000009"), city.World.Link("nonsense"), city.World.Link(district: "NOWHERE"), form.Action.Split('?')[0] + "x", "/r/", "/r/%EF%BF%BD" })
            {
                using var content = form.ToContent();
                var answer = await browser.SendAsync(new(HttpMethod.Post, new Uri(Here, path)) { Content = content });

                Assert.True((int)answer.Status is >= 400 and < 500, $"{row.Page} {row.Button} at {path}: {(int)answer.Status}");
                Assert.True(Same(before, city.Recorded()), $"{row.Page} at {path}");
            }
        }
    }

    [Fact]
    public async Task Markup_in_an_answer_is_there_as_text_for_the_organiser_to_read()
    {
        await using var city = await HostileCity.BuildAsync();
        var browser = city.Browser();
        var row = FormRow.All.Single(r => r.Page == "FORUM");
        var form = row.ReadFrom(await browser.GetAsync(city.PathOf(row.Page)));

        var answer = await browser.PostAsync(form.Action, form.Fields.ToDictionary(f => f.Name, f => f.Name == "message" ? HostileInput.Markup : f.Value));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains(HostileInput.Markup, (await browser.GetAsync(city.PathOf("FORUMPAGE"))).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Sends it. What is refused has changed nothing.</summary>
    private static async Task<bool> IsTakenAsync(HostileCity city, FormRow row, HostileInput input)
    {
        var browser = city.Browser();
        var theirs = row.ReadFrom(await city.Browser().GetAsync(city.PathOf(row.Page)));
        var form = row.ReadFrom(await browser.GetAsync(city.PathOf(row.Page)));
        var before = city.Recorded();

        using var content = input.Content(form, theirs.Fields.Single(f => f.Name == FilledForm.Token).Value);
        var answer = await browser.SendAsync(new(HttpMethod.Post, new Uri(Here, form.Action)) { Content = content });

        var tried = $"{row.Route} {row.Button}, {input.Name}: {(int)answer.Status}";
        var isTaken = answer.Status == HttpStatusCode.SeeOther;
        Assert.True((int)answer.Status is 200 or 303 ? !input.MustRefuse : (int)answer.Status is >= 400 and < 500, tried);
        AssertHasNoMarkupOfTheirs(answer, tried);
        Assert.True(isTaken || Same(before, city.Recorded()), $"{tried}, and something was changed");
        return isTaken;
    }

    private static async Task AssertPagesAreOursAsync(HostileCity city)
    {
        foreach (var path in Looks)
        {
            var page = await city.Browser().GetAsync(city.PathOf(path));
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {(int)page.Status}");
            AssertHasNoMarkupOfTheirs(page, path);
        }
    }

    private static void AssertHasNoMarkupOfTheirs(Page page, string where) =>
        Assert.True(!page.HasMarkupOfOthers(), $"{where}: markup that was sent stands in the page");

    private static bool Same(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Count == after.Count && before.All(r => after.TryGetValue(r.Key, out var value) && value == r.Value);
}
