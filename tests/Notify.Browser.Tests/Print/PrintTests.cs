using Microsoft.Playwright;
using Notify.Browser.Tests.Walk;
using Notify.Browser.Tests.World;
using Xunit;

namespace Notify.Browser.Tests.Print;

/// <summary>Pages on paper, for meetings: no menu, no forms, black on white also where the screen is dark, and links that can be read.</summary>
public sealed class PrintTests(Chromium chromium, PreparedCity city)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/contacts")]
    [InlineData("/agreements")]
    [InlineData("ITEM")]
    [InlineData("MAIL")]
    public async Task A_page_is_fit_for_paper(string path)
    {
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { ColorScheme = ColorScheme.Dark });
        await watched.Page.GotoAsync(path switch
        {
            "ITEM" => await portal.PageAsync("/agreements", ".facts"),
            "MAIL" => $"/notifications/{portal.Mails[0].Id}",
            _ => path,
        });
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.Equal(0, await watched.Page.Locator("nav:visible, form:visible, .skip:visible, footer:visible").CountAsync());
        var unfit = await watched.Page.EvaluateAsync<string[]>(
            """
            () => {
                const light = c => { const [r, g, b, a = 1] = c.match(/[\d.]+/g).map(Number); return a === 0 ? 255 : (r + g + b) / 3; };
                const seen = [...document.querySelectorAll('body, main, main *:not(svg *)')].filter(e => e.checkVisibility());
                return [
                    ...seen.filter(e => light(getComputedStyle(e).backgroundColor) < 200).map(e => `dark: ${e.outerHTML.slice(0, 100)}`),
                    ...seen.filter(e => e.matches('a, p, td, th, h1, h2') && light(getComputedStyle(e).color) > 120).map(e => `pale: ${e.outerHTML.slice(0, 100)}`),
                ].slice(0, 10);
            }
            """);
        Assert.Empty(unfit);
        Assert.NotEmpty(await watched.Page.PdfAsync(new() { Format = "A4" }));
    }
}
