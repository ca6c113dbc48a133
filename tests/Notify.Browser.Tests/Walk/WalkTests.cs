using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Notify.Browser.Tests.World;
using Notify.Core.Links;
using Notify.Core.Register;
using Xunit;

namespace Notify.Browser.Tests.Walk;

/// <summary>Every page there is, as people see it: both languages, by day and by night, on a phone and at a desk.</summary>
public sealed class WalkTests(Chromium chromium, PreparedCity city)
{
    /// <summary>Routes that are for machines; nothing links to them.</summary>
    private static readonly string[] ForMachines = ["/healthz", "/api/", "/openapi/", "/hooks/"];

    private static readonly string[] Languages = ["sv", "en"];

    [Fact]
    public async Task Every_page_is_accessible_quiet_and_keeps_to_itself()
    {
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        using var crawl = new Crawl(portal);
        await crawl.FollowAsync(Seeds(portal), TestContext.Current.CancellationToken);
        Assert.Empty(crawl.Broken);
        Assert.Equal([], portal.GetRoutes.Where(r => !ForMachines.Any(m => r.StartsWith(m, StringComparison.Ordinal))).Except(crawl.Routes));

        var findings = new ConcurrentQueue<string>();
        var names = new ConcurrentQueue<PageName>();
        var looks = crawl.Chosen().Where(p => !p.Path.EndsWith("/html", StringComparison.Ordinal))
            .GroupBy(p => p.Group).SelectMany(g => g.Index().SelectMany(p => Languages.Select(l => (Page: p.Item, Language: l, Variants: VariantsOf(p.Index, l)))));
        await Parallel.ForEachAsync(looks, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = TestContext.Current.CancellationToken }, async (look, _) =>
        {
            await using var watched = await Watched.OpenAsync(browser, portal.Address);
            var (name, found) = await new PageLook(watched, look.Page, look.Language).LookAsync(look.Variants);
            found.ToList().ForEach(findings.Enqueue);
            names.Enqueue(name!);
        });

        Assert.True(findings.IsEmpty, string.Join('\n', findings.Order(StringComparer.Ordinal)));
        AssertNamesTellPagesApart([.. names]);
    }

    /// <summary>The first of a group in every way; the others in two that differ in all.</summary>
    private static IReadOnlyList<Variant> VariantsOf(int place, string language) =>
        place == 0 ? Variant.All : language == "sv" ? [new(320, ColorScheme.Light)] : [new(1280, ColorScheme.Dark)];

    /// <summary>The first page, and what only mails link to: fresh and answered, expired and broken.</summary>
    private static IEnumerable<string> Seeds(CityPortal portal) =>
    [
        "/",
        .. portal.Mails.GroupBy(m => m.Kind).SelectMany(g => g.Take(4)).SelectMany(m => Links.In(m).Take(3)),
        "/r/" + portal.Services.GetRequiredService<ILinkTokens>().Protect(
            new(LinkPurpose.Receipt, DistrictCode.Parse("BROMMA"), "school:98000001", 1, portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-1))),
        "/r/broken",
        "/no/such/page",
    ];

    private static void AssertNamesTellPagesApart(IReadOnlyList<PageName> names)
    {
        Assert.All(names, n => Assert.True(n.Title.Length > "Notify".Length && n.Heading.Length > 0, n.ToString()));
        Assert.All(names.GroupBy(n => (n.Language, n.Title)), same => Assert.Single(same.Select(n => (n.Group, n.Heading)).Distinct()));
    }
}
