using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Notify.Browser.Tests.Walk;

/// <summary>axe-core, asked in the page itself. Frames are left out: it cannot run where no script may, so a mail is looked at as a page of its own.</summary>
internal static class Axe
{
    /// <summary>The rules of WCAG 2.1 A and AA, and those of good practice.</summary>
    public const string Everything = """{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }""";

    /// <summary>The rules of WCAG 2.1 A and AA alone: a mail has no landmarks.</summary>
    public const string Standard = """{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }""";

    /// <summary>What can change when only colours do.</summary>
    public const string Colours = """{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it stands: rule, element and reason.</summary>
    /// <param name="rules">What it is asked about.</param>
    public static async Task<IReadOnlyList<string>> RunAsync(IPage page, string rules = Everything)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<JsonElement>($$"""
            async () => (await axe.run(document, { runOnly: {{rules}}, resultTypes: ['violations'], iframes: false, elementRef: false }))
                .violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 200)} ${[...n.any, ...n.all, ...n.none].map(c => c.message)[0]}`))
            """);
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }
}
