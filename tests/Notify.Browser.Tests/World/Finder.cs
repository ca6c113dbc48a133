using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Notify.Browser.Tests.World;

/// <summary>Finds pages of the city by what stands on them, without a browser.</summary>
internal static class Finder
{
    /// <summary>The first reply link in mails of the kind whose page has such an element.</summary>
    public static Task<string> LinkAsync(this CityPortal portal, string kind, string selector) =>
        portal.FirstAsync(portal.Mails.Where(m => m.Kind == kind).Select(m => Links.In(m)[0]), selector);

    /// <summary>The first page that a list links to which has such an element.</summary>
    public static async Task<string> PageAsync(this CityPortal portal, string list, string selector)
    {
        var path = list.Split('?')[0];
        var links = (await portal.ReadAsync(list)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!);
        return await portal.FirstAsync(links.Where(l => l.StartsWith(path + "/", StringComparison.Ordinal)), selector);
    }

    /// <summary>A page as it comes.</summary>
    public static async Task<IDocument> ReadAsync(this CityPortal portal, string path)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        return new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    private static async Task<string> FirstAsync(this CityPortal portal, IEnumerable<string> paths, string selector)
    {
        foreach (var path in paths)
        {
            if ((await portal.ReadAsync(path)).QuerySelector(selector) is not null)
            {
                return path;
            }
        }

        throw new InvalidOperationException($"No page of the city has {selector}.");
    }
}
