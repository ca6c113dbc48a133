using Microsoft.Playwright;
using Notify.Browser.Tests.World;

namespace Notify.Browser.Tests.Walk;

/// <summary>A page that no link leads to: somebody has to do something, or to be refused.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Path">Where it begins.</param>
/// <param name="Act">What is done there; null: nothing.</param>
/// <param name="Proof">What stands on the page when it is the one that was meant.</param>
/// <param name="Status">How it is answered.</param>
/// <param name="Headers">What the browser sends besides; null: nothing.</param>
/// <param name="IsTrial">Whether trial mode is on.</param>
internal sealed record Situation(
    string Name, string Path, Func<IPage, Task>? Act, string Proof, int Status = 200, Dictionary<string, string>? Headers = null, bool IsTrial = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Situation> All { get; } =
    [
        new("trial mode", "/", null, "#trial", IsTrial: true),
        new("several districts", "/", TickAsync, "#districts ~ .scroll tbody tr:nth-child(2):last-child"),
        new("forbidden", "/", null, "main.narrow", 403, new() { ["X-Forwarded-For"] = "192.0.2.1" }),
        new("a form that is not ours", "/jobs", page => WithoutTokenAsync(page, "button[value=forums]"), "main.narrow", 400),
        new("no such page", "/no/such/page", null, "main.wide", 404),
        new("no such link", "/r/broken", null, "main.narrow", 404),
        new("errors of an import", "/import", page => SendAsync(page, RegisterUpload.Wrong), ".sheet td.wrong", 422),
        new("no file", "/import", page => page.ClickAsync("button[value=upload]"), "#files-error", 400),
        new("what an import would change", "/import", page => SendAsync(page, RegisterUpload.Right), "button[value=apply]"),
        new("a wording as a mail", "/templates/forum-invitation/sv/edit", page => page.ClickAsync("button[formaction]"), "iframe.phone"),
        new("a wording that cannot be used", "/templates/forum-invitation/sv/edit", SpoilAsync, "[aria-invalid=true]", 422),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Does it, and waits for the page that comes of it.</summary>
    public async Task<IResponse> DoAsync(IPage page)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => Act!(page), r => r.Request.IsNavigationRequest && r.Frame == page.MainFrame && r.Status is not (302 or 303));
        await page.WaitForLoadStateAsync();
        return answer;
    }

    private static async Task TickAsync(IPage page)
    {
        await page.ClickAsync("details:has(.districts) summary");
        foreach (var box in await page.Locator(".districts input[type=checkbox]").AllAsync())
        {
            await box.SetCheckedAsync(await box.GetAttributeAsync("value") is "BROMMA" or "FARSTA");
        }

        await page.ClickAsync(".districts button");
    }

    private static async Task WithoutTokenAsync(IPage page, string button)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('form input[type=hidden]').forEach(i => i.remove())");
        await page.ClickAsync(button);
    }

    private static async Task SendAsync(IPage page, FilePayload file)
    {
        await page.SetInputFilesAsync("#files", file);
        await page.ClickAsync("button[value=upload]");
    }

    private static async Task SpoilAsync(IPage page)
    {
        await page.FillAsync("#text", await page.InputValueAsync("#text") + "\n{{ hemligt }}\n{% if %}\n");
        await page.ClickAsync("form:has(#text) button.main");
    }
}
