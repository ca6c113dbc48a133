using Microsoft.Playwright;

namespace Notify.Browser.Tests.Walk;

/// <summary>A page's name in one language.</summary>
internal sealed record PageName(string Language, string Group, string Title, string Heading);

/// <summary>Looks at a page in one language and every variant, and says what is wrong with it.</summary>
internal sealed class PageLook(Watched watched, FoundPage found, string language)
{
    private readonly List<string> _findings = [];

    /// <summary>Goes there and looks.</summary>
    /// <param name="act">What somebody does there, until the page stands that is looked at; null: nothing.</param>
    public async Task<(PageName? Name, IReadOnlyList<string> Findings)> LookAsync(IReadOnlyList<Variant> variants, Func<IPage, Task<IResponse>>? act = null)
    {
        await variants[0].UseAsync(watched.Page);
        var answer = await watched.Page.GotoAsync(found.Path + (found.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
        var name = await LookHereAsync(act is null ? answer! : await act(watched.Page), variants);

        // A browser notes in its console that the page answered 404 or the like.
        _findings.AddRange(watched.Findings().Where(f => !found.IsError || !f.Contains("Failed to load resource", StringComparison.Ordinal)));
        return (name, [.. _findings.Select(f => $"{found.Path} ({language}): {f}")]);
    }

    /// <summary>Looks at the page that stands there.</summary>
    private async Task<PageName> LookHereAsync(IResponse answer, IReadOnlyList<Variant> variants)
    {
        CheckPolicy((await answer.HeaderValueAsync("content-security-policy")) ?? "");
        Check(await watched.Page.GetAttributeAsync("html", "lang") == language, "html lang is wrong");
        Check(await watched.Page.Locator("h1").CountAsync() == 1, "not one h1");
        var heading = await watched.Page.Locator("h1").First.InnerTextAsync();
        foreach (var variant in variants)
        {
            await variant.UseAsync(watched.Page);
            await CheckAsync(variant, variant.Scheme == ColorScheme.Dark && variants.Contains(variant with { Scheme = ColorScheme.Light }) ? Axe.Colours : Axe.Everything);
        }

        return new(language, found.Group, await watched.Page.TitleAsync(), heading);
    }

    private async Task CheckAsync(Variant variant, string rules)
    {
        var beyond = await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Check(beyond <= 0, $"{variant}: {beyond} px too wide, {await WidestAsync()}");
        _findings.AddRange((await Axe.RunAsync(watched.Page, rules)).Select(f => $"{variant}: {f}"));
    }

    private Task<string> WidestAsync() => watched.Page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.scroll *'))
            .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' … ')
        """);

    private void CheckPolicy(string policy)
    {
        Check(policy.Contains("default-src 'none'", StringComparison.Ordinal), $"no strict policy: '{policy}'");
        Check(!policy.Contains("unsafe-inline", StringComparison.Ordinal) && !policy.Contains("unsafe-eval", StringComparison.Ordinal), $"unsafe policy: '{policy}'");
    }

    private void Check(bool holds, string finding)
    {
        if (!holds)
        {
            _findings.Add(finding);
        }
    }
}
