using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Notify.Browser.Tests.Walk;

/// <summary>axe-core, asked in the page itself. Frames are left out: a mail is looked at as the document that it is.</summary>
internal static class Axe
{
    /// <summary>The rules of WCAG 2.1 A and AA, and those of good practice.</summary>
    private const string Everything = """{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }""";

    /// <summary>What can change when only colours do.</summary>
    private const string Colours = """{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page as it stands: rule, element and reason.</summary>
    /// <param name="onlyColours">Whether the same page was asked about everything in other colours.</param>
    public static async Task<IReadOnlyList<string>> RunAsync(IPage page, bool onlyColours = false)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<JsonElement>($$"""
            async () => (await axe.run(document, { runOnly: {{(onlyColours ? Colours : Everything)}}, resultTypes: ['violations'], iframes: false, elementRef: false }))
                .violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 200)} ${[...n.any, ...n.all, ...n.none].map(c => c.message)[0]}`))
            """);
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }
}
