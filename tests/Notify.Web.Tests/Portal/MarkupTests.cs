using AngleSharp.Dom;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Web.Agreements;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/contacts")]
    [InlineData("/contacts/BROMMA/98000001?at=2026-03-02")]
    [InlineData("/agreements")]
    [InlineData("/agreements?district=BROMMA")]
    [InlineData("AGREEMENT")]
    [InlineData("/materials")]
    [InlineData("/materials?state=baseline")]
    [InlineData("MATERIAL")]
    [InlineData("CONFIRM")]
    [InlineData("ANSWER")]
    [InlineData("/followups")]
    [InlineData("ROUND")]
    [InlineData("CITY")]
    [InlineData("QUESTIONS")]
    [InlineData("/notifications")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/nowhere")]
    [InlineData("/r/garbage")]
    [InlineData("LINK")]
    [InlineData("MAIL")]
    public async Task A_page_is_built_so_that_aids_can_read_it(string path)
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(World.Agreements.Bromma("2026-02-20").Replace("anna", "berit").Material("M"));
        await world.RunAsync();
        path = path is "ROUND" or "CITY" or "QUESTIONS" or "/followups" ? await world.FollowedUpAsync(path) : path;
        await world.TellMaterialAsync(World.Agreements.Bromma("2026-02-20").Replace("anna", "berit"));
        path = path switch
        {
            "MATERIAL" => World.Materials.PageOf("M", "2"),
            "CONFIRM" => world.MaterialLink(),
            "LINK" => world.LinkOfLastMail(),
            "AGREEMENT" => AgreementsEndpoints.PathOf(DistrictCode.Parse("BROMMA"), "A"),
            "ANSWER" => world.Link(LinkPurpose.Agreement, "agreement:A"),
            "MAIL" => $"/notifications/{world.Transport.Calls[^1].Id}",
            _ => path,
        };

        foreach (var language in new[] { "sv", "en" })
        {
            var document = (await world.Browser().GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language)).Document;
            Assert.StartsWith("<!DOCTYPE html>", document.Doctype is null ? "" : "<!DOCTYPE html>");
            Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
            Assert.NotEmpty(document.Title!);
            Assert.Single(document.QuerySelectorAll("main"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.Equal("#content", document.QuerySelector("body > a.skip")!.GetAttribute("href"));
            AssertHeadingsDescendByOne(document);
            Assert.Distinct(document.QuerySelectorAll("[id]").Select(e => e.Id));
            Assert.All(document.QuerySelectorAll("[aria-labelledby]"), e => Assert.NotNull(document.GetElementById(e.GetAttribute("aria-labelledby")!)));
            Assert.All(document.QuerySelectorAll("input:not([type=hidden]), select"), e => Assert.NotNull(document.QuerySelector($"label[for='{e.Id}']")));
            Assert.All(document.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent.Trim()));
            Assert.All(document.QuerySelectorAll("th"), th => Assert.Matches("^(col|row)$", th.GetAttribute("scope")));
            Assert.All(document.QuerySelectorAll("iframe"), f => Assert.NotEmpty(f.GetAttribute("title")!));
            Assert.All(document.QuerySelectorAll("a, button"), e => Assert.NotEmpty(e.TextContent.Trim()));
        }
    }

    private static void AssertHeadingsDescendByOne(IDocument document)
    {
        var level = 0;
        foreach (var heading in document.QuerySelectorAll("h1, h2, h3, h4"))
        {
            var next = heading.LocalName[1] - '0';
            Assert.InRange(next, 1, level + 1);
            level = next;
        }
    }
}
