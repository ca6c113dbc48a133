using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Hostile;

/// <summary>An address that somebody made up shows a page or is refused; it never fails, changes nothing, and its text stays text.</summary>
public sealed class HostileQueryTests
{
    /// <summary>What any page may read of its query, and what none does; the names of its filters are added from its own form.</summary>
    private static readonly string[] Names = ["lang", "page", "district", "done", "answer", "at", "nobody-knows-this"];

    private static readonly string[] Texts =
    [
        HostileInput.Markup, "=cmd|' /C calc'!A0", "a\u202Egnp.exe\u2066\u200Fb", "a\0b", new('x', 5_000), "-1", "99999999999999999999", "2026-02-30", "0001-01-01", "9999-12-31",
        "../../etc/passwd", "%", "\r\nSet-Cookie: a=b", "BROMMA,FARSTA", "' OR 1=1 --",
    ];

    [Fact]
    public async Task No_query_makes_a_page_fail()
    {
        await using var city = await HostileCity.BuildAsync();
        var paths = await PagesAsync(city);
        var before = city.Recorded();
        foreach (var path in paths)
        {
            var fields = (await city.Browser().GetAsync(path)).Document.QuerySelectorAll("form[method=get] [name]").Select(f => f.GetAttribute("name")!);
            var names = Names.Union(fields).ToList();
            foreach (var query in names.SelectMany(n => Texts.Select(t => $"{n}={Uri.EscapeDataString(t)}")).Concat(names.Select(n => $"{n}=1&{n}=2&{n}=")).Append("=&&=&%FF=%C3%28&district"))
            {
                var page = await city.Browser().GetAsync($"{path}?{query}");

                Assert.True((int)page.Status < 500, $"{path}?{query}: {(int)page.Status}");
                Assert.True(!page.HasMarkupOfOthers(), $"{path}?{query}: markup that was asked for stands in the page");
                Assert.False(page.Response.Headers.Contains("a"), query);
            }
        }

        Assert.Equal(before, city.Recorded());
    }

    /// <summary>A page of every route there is, so that none is forgotten.</summary>
    private static async Task<IReadOnlyList<string>> PagesAsync(HostileCity city)
    {
        var mail = city.World.Transport.Calls[^1].Id.ToString();
        var round = Notify.Web.FollowUps.FollowUpsEndpoints.PathOf(await city.World.RoundAsync());
        var pages = new Dictionary<string, string>
        {
            ["/r/{**token}"] = city.PathOf("RECEIPT"),
            ["/contacts/{district}/{school}"] = "/contacts/BROMMA/98000001",
            ["/agreements/{district}/{key}"] = city.PathOf("AGREEMENTPAGE"),
            ["/forums/{district}/{key}"] = city.PathOf("ATTENDANCE"),
            ["/materials/{version}"] = Tests.World.Materials.PageOf("M", "2"),
            ["/followups/{district}/{key}"] = round,
            ["/followups/city/{term}/{key}"] = "/followups/city/2026-VT/none",
            ["/notifications/{id}"] = $"/notifications/{mail}",
            ["/import/register/{table}.csv"] = "/import/register/schools.csv",
            ["/import/{draft}"] = city.PathOf("DRAFT"),
            ["/import/{draft}/changes/{table}"] = city.PathOf("DRAFT") + "/changes/assignments",
            ["/import/{draft}/mails"] = city.PathOf("DRAFT") + "/mails",
            ["/templates/{kind}/{language}"] = "/templates/contact-changed/sv",
            ["/templates/{kind}/{language}/edit"] = "/templates/contact-changed/sv/edit",
            ["/templates/{kind}/{language}/html"] = "/templates/contact-changed/sv/html",
            ["/notifications/{id}/html"] = $"/notifications/{mail}/html",
        };
        var known = city.RoutesOf("GET").Where(r => !r.Contains('{', StringComparison.Ordinal)).Concat(pages.Keys);
        var missing = city.RoutesOf("GET").Except(known).ToList();
        Assert.True(missing.Count == 0, $"Say here where a page of {string.Join(", ", missing)} is: hostile queries are to be tried on it.");
        return [.. city.RoutesOf("GET").Select(r => pages.GetValueOrDefault(r, r))];
    }
}
