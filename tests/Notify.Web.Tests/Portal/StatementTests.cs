using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Municipality;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

/// <summary>The statements that the law asks for, with and without the municipality's details.</summary>
public sealed class StatementTests
{
    private static readonly MunicipalityOptions Given = new()
    {
        Name = "Exempelstads kommun",
        Committee = "Socialnämnden",
        AccessibilityEmail = "tillganglighet@exempelstad.example",
        AccessibilityPhone = "08-465 004 00",
        AccessibilityReviewed = new(2026, 9, 14),
        AccessibilityReviewer = "Granskarna AB",
        AccessibilityReport = new("https://exempelstad.example/granskning"),
        SupervisionLink = new("https://www.digg.se/tdosanmalan"),
        DataProtectionEmail = "dso@exempelstad.example",
        RegistrarEmail = "registrator@exempelstad.example",
        RegistrarAddress = "Box 1, 123 45 Exempelstad",
        RetentionMonths = 24,
        RetentionPlan = new("https://exempelstad.example/gallring"),
    };

    [Theory]
    [InlineData("sv", "delvis förenliga|Tillsyn|Brister vi känner till|2018:1937|2026-09-14|Granskarna AB|en mejlserver har svarat|uppdaterades senast")]
    [InlineData("en", "comply with the act in part|Supervision|Shortcomings|2018:1937|2026-09-14|Granskarna AB|a mail server answered|last updated")]
    public async Task The_statement_on_accessibility_has_what_the_act_asks_for_and_the_municipalitys_own_details(string language, string words)
    {
        await using var world = await WebWorld.StartAsync(with: s => s.AddSingleton(Given));

        var page = await world.Browser().GetAsync("/accessibility?lang=" + language);

        Assert.All(words.Split('|'), w => Assert.Contains(w, page.Text, StringComparison.Ordinal));
        Assert.Equal(
            ["mailto:tillganglighet@exempelstad.example", "tel:0846500400", "https://www.digg.se/tdosanmalan", "https://exempelstad.example/granskning"],
            LinksOf(page));
    }

    [Theory]
    [InlineData("sv", "Socialnämnden i Exempelstads kommun är personuppgiftsansvarig|6.1 e|24 månader|invända|Box 1, 123 45 Exempelstad|skolenhetsregister")]
    [InlineData("en", "Socialnämnden of Exempelstads kommun is the controller|6.1 e|24 months|object|Box 1, 123 45 Exempelstad|register of school units")]
    public async Task The_page_on_personal_data_has_what_the_regulation_asks_for(string language, string words)
    {
        await using var world = await WebWorld.StartAsync(with: s => s.AddSingleton(Given));

        var page = await world.Browser().GetAsync("/privacy?lang=" + language);

        Assert.All(words.Split('|'), w => Assert.Contains(w, page.Text, StringComparison.Ordinal));
        Assert.Equal(
            ["mailto:dso@exempelstad.example", "mailto:registrator@exempelstad.example", "https://exempelstad.example/gallring", language == "sv" ? "https://www.imy.se/" : "https://www.imy.se/en/"],
            LinksOf(page));
    }

    [Theory]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    public async Task Without_any_detail_it_is_said_in_general_words_and_no_sentence_has_a_hole(string path)
    {
        await using var world = await WebWorld.StartAsync();

        foreach (var language in new[] { "sv", "en" })
        {
            var page = await world.Browser().GetAsync($"{path}?lang={language}");
            Assert.All(page.Document.QuerySelectorAll("main p, main li"), p => Assert.Matches(@"[.:]$", p.TextContent.Trim()));
            Assert.DoesNotContain("  ", page.Document.QuerySelector("main .lead")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.DoesNotContain(" .", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(LinksOf(page), l => l.StartsWith("mailto:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_wrong_detail_is_named()
    {
        var wrong = new MunicipalityOptions
        {
            AccessibilityEmail = "växeln",
            DataProtectionEmail = "dso@",
            RegistrarEmail = "a@b@c.example",
            AccessibilityReport = new("/granskning", UriKind.Relative),
            SupervisionLink = new("mailto:digg@stad.example"),
            RetentionPlan = new("javascript:alert(1)"),
        };

        Assert.Equal(
            ["AccessibilityEmail", "DataProtectionEmail", "RegistrarEmail", "AccessibilityReport", "SupervisionLink", "RetentionPlan"],
            wrong.Validate().Select(e => e.Split(':')[2]));
        Assert.Empty(Given.Validate());
        Assert.Empty(new MunicipalityOptions().Validate());
    }

    private static IEnumerable<string> LinksOf(Page page) => page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Distinct();
}
