using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Notify.Browser.Tests.World;

namespace Notify.Browser.Tests.Walk;

/// <summary>A page that was found.</summary>
/// <param name="Group">The route that answered, and for reply pages what they are for: pages of one group are made by the same component.</param>
/// <param name="Path">Path and query, without the language.</param>
/// <param name="IsError">Whether it says that there is no such page.</param>
/// <param name="Features">The kinds of elements in it: by these two pages of a group differ in kind and not in text.</param>
internal sealed record FoundPage(string Group, string Path, bool IsError, IReadOnlySet<string> Features);

/// <summary>
/// Follows every link and every choice of every filter from the first page on, without a browser: fast, and it finds what is added
/// later. Of one group it looks at no more than <see cref="MostOfGroup"/>.
/// </summary>
internal sealed class Crawl(CityPortal portal) : IDisposable
{
    private const int MostOfGroup = 40;

    private readonly HttpClient _client = new() { BaseAddress = portal.Address };
    private readonly Queue<string> _ahead = new();
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly List<FoundPage> _pages = [];
    private readonly List<string> _broken = [];

    /// <summary>The pages, in the order in which they were found.</summary>
    public IReadOnlyList<FoundPage> Pages => _pages;

    /// <summary>The patterns of all routes that have answered, of what is no page too.</summary>
    public IReadOnlySet<string> Routes => _seen.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Links that lead nowhere, with the page they stand on.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Follows everything.</summary>
    public async Task FollowAsync(IEnumerable<string> seeds, CancellationToken ct)
    {
        foreach (var seed in seeds)
        {
            _seeds.Add(seed);
            Add(seed);
        }

        while (_ahead.TryDequeue(out var path))
        {
            await LookAsync(path, ct);
        }
    }

    /// <summary>Of each group the page with the most kinds of elements, and then whichever adds any, at most three.</summary>
    public IReadOnlyList<FoundPage> Chosen() => [.. _pages.GroupBy(p => p.Group, StringComparer.Ordinal).SelectMany(g => Choose([.. g]))];

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static IEnumerable<FoundPage> Choose(List<FoundPage> pages)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 3 && pages.MaxBy(p => p.Features.Count(f => !covered.Contains(f))) is { } best; i++)
        {
            if (i > 0 && best.Features.IsSubsetOf(covered))
            {
                yield break;
            }

            covered.UnionWith(best.Features);
            yield return best;
        }
    }

    private void Add(string path)
    {
        if (_known.Add(path))
        {
            _ahead.Enqueue(path);
        }
    }

    private async Task LookAsync(string path, CancellationToken ct)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), ct);
        var route = answer.Headers.GetValues(CityPortal.RouteHeader).Single();
        var group = Links.GroupOf(route, path, portal);
        _seen[route] = _seen.GetValueOrDefault(route);
        if (!answer.IsSuccessStatusCode && !_seeds.Contains(path))
        {
            _broken.Add($"{path}: {(int)answer.StatusCode}");
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html" && _pages.Count(p => p.Group == group) < MostOfGroup)
        {
            Read(new(group, path, !answer.IsSuccessStatusCode, new HashSet<string>()), new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(ct)));
        }
    }

    private void Read(FoundPage page, IDocument document)
    {
        _pages.Add(page with { Features = Features(document) });
        foreach (var target in Targets(document))
        {
            var url = new Uri(new Uri(portal.Address, page.Path), target);
            if (url.Host == portal.Address.Host && url.Port == portal.Address.Port)
            {
                Add(WithoutLanguage(url));
            }
        }
    }

    private static HashSet<string> Features(IDocument document) =>
        [.. document.All.SelectMany(e => e.ClassList.Append("").Select(c => $"{e.LocalName}.{c}[{e.GetAttribute("type")}]{e.GetAttribute("role")}"))];

    private static IEnumerable<string> Targets(IDocument document) =>
    [
        .. document.QuerySelectorAll("a[href], link[href]").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith('#')),
        .. document.QuerySelectorAll("iframe[src], img[src]").Select(f => f.GetAttribute("src")!),
        .. document.QuerySelectorAll("form[method=get] option").Select(o =>
            $"{o.Closest("form")!.GetAttribute("action")}?{o.Closest("select")!.GetAttribute("name")}={Uri.EscapeDataString(o.GetAttribute("value") ?? "")}"),
    ];

    private static string WithoutLanguage(Uri url)
    {
        var query = string.Join('&', url.Query.TrimStart('?').Split('&').Where(q => q.Length > 0 && !q.StartsWith("lang=", StringComparison.Ordinal)));
        return url.AbsolutePath + (query.Length > 0 ? "?" + query : "");
    }
}
