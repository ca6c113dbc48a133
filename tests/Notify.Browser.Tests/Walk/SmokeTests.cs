using Notify.Browser.Tests.World;
using Xunit;

namespace Notify.Browser.Tests.Walk;

public sealed class SmokeTests(Chromium chromium, PreparedCity city)
{
    [Fact]
    public async Task Smoke()
    {
        var t = TimeProvider.System.GetTimestamp();
        await using var portal = await CityPortal.OpenAsync(city);
        Console.WriteLine(TimeProvider.System.GetElapsedTime(t));
        Console.WriteLine(string.Join("\n", portal.GetRoutes));
        Console.WriteLine(string.Join("\n", portal.Mails.GroupBy(m => m.Kind).Select(g => $"{g.Key} {g.Count()}")));
        var browser = await chromium.GetAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(portal.Address.ToString());
        await page.ScreenshotAsync(new() { Path = "/tmp/pw/overview.png", FullPage = true });
        Console.WriteLine(TimeProvider.System.GetElapsedTime(t));
    }
}
