using Microsoft.Playwright;
using Xunit;

namespace Notify.Browser.Tests.Keyboard;

/// <summary>Somebody who has no mouse: goes by Tab, sees where the focus is, and types.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 400;

    /// <summary>Opens a page; the first stop is the link that skips the menu, and it leads to the content.</summary>
    public async Task GotoAsync(string path)
    {
        await page.GotoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        await SeesFocusAsync();
        Assert.True(await IsAtAsync("a.skip"), "the skip link is not the first stop");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await IsAtAsync("main"), "the skip link does not lead to the content");
    }

    /// <summary>Tabs on to an element, and sees the focus at every stop.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            await SeesFocusAsync();
            if (await IsAtAsync(selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never comes to {selector}.");
    }

    /// <summary>Presses a key.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Types a text.</summary>
    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Enter on a button, and waits for the page that says what was done.</summary>
    public Task SendAsync() => SendAsync(".notice.good[role=status]");

    /// <summary>Presses Enter on a button or link, and waits for a page with something on it.</summary>
    public async Task SendAsync(string selector)
    {
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    private Task<bool> IsAtAsync(string selector) => page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector);

    /// <summary>Where the focus is: in the page, or in a mail that it shows.</summary>
    private async Task<IFrame> FocusedAsync()
    {
        var active = (await page.EvaluateHandleAsync("() => document.activeElement")).AsElement();
        return active is not null && await active.ContentFrameAsync() is { } mail ? mail : page.MainFrame;
    }

    private async Task SeesFocusAsync()
    {
        var hidden = await (await FocusedAsync()).EvaluateAsync<string?>(
            """
            () => {
                const focused = document.activeElement, style = getComputedStyle(focused), box = focused.getBoundingClientRect();
                const isMarked = style.outlineStyle === 'auto' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
                const isThere = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                return isMarked && isThere ? null : `${isMarked ? 'out of sight' : 'not marked'}, ${style.outline}, ${JSON.stringify(box)} ${focused.outerHTML.slice(0, 200)}`;
            }
            """);
        Assert.True(hidden is null, $"the focus cannot be seen: {hidden}");
    }
}
