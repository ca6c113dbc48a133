using Microsoft.Playwright;

namespace Notify.Browser.Tests.Walk;

/// <summary>A way in which a page is looked at.</summary>
internal sealed record Variant(int Width, ColorScheme Scheme)
{
    /// <summary>A phone and a desk, by day and by night.</summary>
    public static IReadOnlyList<Variant> All { get; } =
        [new(320, ColorScheme.Light), new(320, ColorScheme.Dark), new(1280, ColorScheme.Light), new(1280, ColorScheme.Dark)];

    /// <summary>Looks so from now on.</summary>
    public async Task UseAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Width < 1000 ? 640 : 900);
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme });
    }
}
