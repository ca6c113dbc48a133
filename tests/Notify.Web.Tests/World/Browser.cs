using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace Notify.Web.Tests.World;

/// <summary>A page as it came.</summary>
public sealed record Page(HttpStatusCode Status, HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    /// <summary>The answer as it came, for what is no page.</summary>
    public string Body => Html;

    /// <summary>The text of the main part, blanks made one.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? Html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Keeps cookies, follows no redirect by itself, and fills in forms as they stand on the page.</summary>
public sealed class Browser(TestServer server, Uri baseAddress)
{
    private CookieContainer _cookies = new();

    /// <summary>Who the platform in front says is signed in; null: nobody.</summary>
    public string? Principal { get; init; }

    /// <summary>The platform's header of somebody in that role.</summary>
    public static string PrincipalOf(string role) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{"auth_typ":"aad","claims":[{"typ":"name","val":"Å"},{"typ":"roles","val":"{{role}}"}],"name_typ":"name","role_typ":"roles"}"""));

    /// <summary>The same browser, with somebody else signed in.</summary>
    public Browser As(string role) => new(server, baseAddress) { Principal = PrincipalOf(role), _cookies = _cookies };

    public Task<Page> GetAsync(string path) => SendAsync(new(HttpMethod.Get, new Uri(baseAddress, path)));

    /// <summary>Presses the button of that value, with what the page's hidden fields say.</summary>
    public async Task<Page> PressAsync(Page page, string button, params (string Name, string Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll("form").Single(f => f.QuerySelector($"button[value={button}]") is not null);
        var values = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        values["do"] = button;
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(form.GetAttribute("action")!, values);
    }

    public Task<Page> PostAsync(string path, IReadOnlyDictionary<string, string> values) =>
        SendAsync(new(HttpMethod.Post, new Uri(baseAddress, path)) { Content = new FormUrlEncodedContent(values) });

    /// <summary>Goes where a redirect leads.</summary>
    public Task<Page> FollowAsync(Page page) => GetAsync(page.Response.Headers.Location!.ToString());

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(server.CreateHandler());
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (Principal is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Principal);
        }

        var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(request.RequestUri!, cookie);
        }

        var html = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, response, html, new HtmlParser().ParseDocument(html));
    }
}
