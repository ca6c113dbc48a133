using Microsoft.Playwright;
using Notify.Browser.Tests.World;
using Xunit;

namespace Notify.Browser.Tests.Walk;

/// <summary>What the walk along the links does not come to, as people see it.</summary>
public sealed class SituationTests(Chromium chromium, PreparedCity city)
{
    public static TheoryData<string> Names { get; } = new(Situation.All.Select(s => s.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_that_no_link_leads_to_is_accessible_quiet_and_keeps_to_itself(string name)
    {
        var situation = Situation.All.Single(s => s.Name == name);
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city, situation.IsTrial);
        foreach (var language in new[] { "sv", "en" })
        {
            await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { ExtraHTTPHeaders = situation.Headers });
            var answered = 0;
            watched.Page.Response += (_, answer) => answered = answer.Request.IsNavigationRequest && answer.Frame == watched.Page.MainFrame ? answer.Status : answered;

            var look = new PageLook(watched, new("", situation.Path, situation.Status >= 400, new HashSet<string>()), language);
            var (_, findings) = await look.LookAsync(Variant.All, situation.Act is null ? null : situation.DoAsync);

            Assert.Empty(findings);
            Assert.Equal(situation.Status, answered);
            Assert.True(await watched.Page.Locator(situation.Proof).CountAsync() > 0, $"{watched.Page.Url} is not it: {await watched.Page.InnerTextAsync("main")}");
        }
    }

    [Fact]
    public async Task A_wording_that_is_tried_is_shown_as_the_mail_with_its_own_styles_and_without_script()
    {
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { ColorScheme = ColorScheme.Dark });
        await watched.Page.GotoAsync("/templates/contact-changed/sv/edit");
        await watched.Page.FillAsync("#text", (await watched.Page.InputValueAsync("#text")) + "\n## Varma hälsningar\n\n<script>document.body.innerHTML = 'script'</script>\n");
        await watched.Page.ClickAsync("button[formaction]");

        foreach (var shown in await watched.Page.Locator("iframe.mail").AllAsync())
        {
            var mail = shown.ContentFrame;
            await Assertions.Expect(mail.GetByText("Varma hälsningar")).ToBeVisibleAsync();
            Assert.Contains("<script>", await mail.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
            Assert.NotEqual("rgba(0, 0, 0, 0)", await mail.Locator("body").EvaluateAsync<string>("b => getComputedStyle(b).backgroundColor"));
        }

        Assert.Empty(watched.Findings());
        await AssertAccessibleAsync(browser, portal, (await watched.Page.Locator("iframe.mail").First.GetAttributeAsync("srcdoc"))!);
    }

    private static async Task AssertAccessibleAsync(IBrowser browser, CityPortal portal, string html)
    {
        await using var alone = await Watched.OpenAsync(browser, portal.Address);
        await alone.Page.SetContentAsync(html);
        Assert.Empty(await Axe.RunAsync(alone.Page, Axe.Standard));
    }
}
