using System.Net;
using Notify.Testing.Store;
using Notify.Web.Layout;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Access;

public sealed class HeaderTests
{
    public static TheoryData<string, HttpStatusCode> Paths() => new()
    {
        { "/", HttpStatusCode.OK },
        { "/contacts", HttpStatusCode.OK },
        { "/notifications", HttpStatusCode.OK },
        { "/accessibility", HttpStatusCode.OK },
        { "/healthz", HttpStatusCode.OK },
        { "/r/garbage", HttpStatusCode.NotFound },
        { "/nowhere", HttpStatusCode.NotFound },
        { "/contacts?district=%00", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_response_has_the_strict_headers_and_stays_in_no_cache(string path, HttpStatusCode status)
    {
        await using var world = await WebWorld.StartAsync();

        AssertStrict(await world.Browser().GetAsync(path), status);
    }

    [Fact]
    public async Task So_have_refusals_errors_redirects_and_wrong_methods()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await Cities.ToldOfBeritAsync(store);
        var browser = world.Browser();
        var link = world.LinkOfLastMail();

        AssertStrict(await browser.PressAsync(await browser.GetAsync(link), "confirm"), HttpStatusCode.SeeOther);
        AssertStrict(await browser.PostAsync("/", new Dictionary<string, string>()), HttpStatusCode.NotFound);
        AssertStrict(await browser.PostAsync(link, new Dictionary<string, string>()), HttpStatusCode.BadRequest);
        store.IsDown = true;
        AssertStrict(await browser.GetAsync("/"), HttpStatusCode.InternalServerError);
        world.Remote = null;
        AssertStrict(await browser.GetAsync("/"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_stylesheet_is_kept_for_long_at_an_address_that_changes_with_it()
    {
        await using var world = await WebWorld.StartAsync();
        world.Remote = IPAddress.Parse("192.0.2.1");

        var style = await world.Browser("https://notify.example").GetAsync(Stylesheet.Url);

        Assert.Equal(HttpStatusCode.OK, style.Status);
        Assert.Equal("text/css", style.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", style.Response.Headers.GetValues("Cache-Control").Single());
        Assert.Matches("^/assets/notify-[0-9a-f]{16}\\.css$", Stylesheet.Url);
    }

    private static void AssertStrict(Page page, HttpStatusCode status)
    {
        Assert.Equal(status, page.Status);
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", page.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", page.Response.Headers.GetValues("Cache-Control").Single());
        Assert.Empty(page.Document.QuerySelectorAll("script, style, [style], [onclick]"));
        Assert.All(page.Document.QuerySelectorAll("[src], link[href]"), e =>
            Assert.Matches("^(/(?!/)|data:)", e.GetAttribute("src") ?? e.GetAttribute("href")!));
    }
}
