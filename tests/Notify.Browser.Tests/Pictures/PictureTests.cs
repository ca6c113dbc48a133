using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Notify.Browser.Tests.Walk;
using Notify.Browser.Tests.World;
using SkiaSharp;
using Xunit;

namespace Notify.Browser.Tests.Pictures;

/// <summary>
/// The README's pictures are made by this run: with <c>NOTIFY_UPDATE_PICTURES=1</c> they are written, else they are taken all the same,
/// and looked at as far as a program can.
/// </summary>
public sealed partial class PictureTests(Chromium chromium, PreparedCity city)
{
    private const int MostBytes = 200_000;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Folder(), "..", "..", ".."));

    public static TheoryData<string> Files { get; } = new(Picture.All.Select(p => p.File));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_picture_of_the_README_shows_something(string file)
    {
        var picture = Picture.All.Single(p => p.File == file);
        var browser = await chromium.GetAsync();
        await using var portal = await CityPortal.OpenAsync(city);
        await using var watched = await Watched.OpenAsync(browser, portal.Address, new() { ViewportSize = new() { Width = picture.Width, Height = picture.Height } });
        await watched.Page.GotoAsync(await picture.Path(portal));
        await (picture.Do?.Invoke(watched.Page) ?? Task.CompletedTask);

        var taken = picture.Part is { } part
            ? await watched.Page.Locator(part).ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled })
            : await watched.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });

        using var pixels = SKBitmap.Decode(taken);
        Assert.InRange(pixels.Width, 400, picture.Width);
        Assert.InRange(pixels.Height, 150, 1_200);
        Assert.InRange(taken.Length, 5_000, MostBytes);
        Assert.True(pixels.Pixels.Distinct().Take(50).Count() == 50, "as good as blank");
        if (Environment.GetEnvironmentVariable("NOTIFY_UPDATE_PICTURES") == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(Root, "docs", "images", file), taken, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_README_shows_every_picture_and_none_that_is_not_there_or_says_nothing()
    {
        var shown = Image().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(m => (Alternative: m.Groups[1].Value, File: m.Groups[2].Value)).ToList();

        Assert.All(shown, i => Assert.True(new FileInfo(Path.Combine(Root, i.File)) is { Exists: true, Length: <= MostBytes }, i.File));
        Assert.All(shown, i => Assert.True(i.Alternative.Length > 20, $"{i.File} needs words for those who do not see it"));
        Assert.Subset(shown.Select(i => i.File).ToHashSet(), Picture.All.Select(p => "docs/images/" + p.File).ToHashSet());
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)]+)\)")]
    private static partial Regex Image();
}
