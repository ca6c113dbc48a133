using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Notify.Browser.Tests.World;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Trial;
using Notify.Core.Register;

namespace Notify.Browser.Tests.Pictures;

/// <summary>A picture of the README.</summary>
/// <param name="File">Its name in <c>docs/images</c>.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window; what is below is not in the picture.</param>
/// <param name="Path">Where the page is.</param>
/// <param name="Part">What of it is shown; null: the window.</param>
/// <param name="Do">What somebody does on the page before; null: nothing.</param>
internal sealed record Picture(string File, int Width, int Height, Func<CityPortal, Task<string>> Path, string? Part = null, Func<IPage, Task>? Do = null)
{
    /// <summary>All of them. A line is a picture, and the README shows it.</summary>
    public static IReadOnlyList<Picture> All { get; } =
    [
        new("overview.png", 1200, 1040, OverviewAsync),
        new("timeline.png", 820, 860, _ => Task.FromResult("/agreements?lang=en"), "section[aria-labelledby=timeline]"),
        new("parity.png", 860, 860, _ => Task.FromResult("/forums?lang=en"), "section[aria-labelledby=parity]"),
        new("import-error.png", 1000, 860, _ => Task.FromResult("/import?lang=en"), "main", SendWrongAsync),
        new("mail.png", 680, 1060, MailAsync),
        new("radar.png", 760, 860, async portal => await portal.PageAsync("/followups?district=FARSTA", "section[aria-labelledby=radar]") + "?lang=en", "section[aria-labelledby=radar]"),
    ];

    /// <inheritdoc/>
    public override string ToString() => File;

    /// <summary>An ordinary morning: what trial mode kept back has been decided.</summary>
    private static async Task<string> OverviewAsync(CityPortal portal)
    {
        foreach (var district in await portal.Services.GetRequiredService<RegisterStore>().DistrictsAsync(default))
        {
            await portal.Services.GetRequiredService<TrialBacklog>().ReleaseAsync(district, "Sam Lindh", default);
        }

        return "/?lang=en";
    }

    private static async Task SendWrongAsync(IPage page)
    {
        await page.SetInputFilesAsync("#files", RegisterUpload.Wrong);
        await page.ClickAsync("button[value=upload]");
    }

    private static Task<string> MailAsync(CityPortal portal) =>
        Task.FromResult($"/notifications/{portal.Mails.First(m => m.Kind == ContactKinds.Changed).Id}/html");
}
