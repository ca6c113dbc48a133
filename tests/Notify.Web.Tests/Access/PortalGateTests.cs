using System.Net;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Access;

public sealed class PortalGateTests
{
    private static readonly PortalOptions Platform = new() { Auth = PortalOptions.Platform };

    public static TheoryData<string> PortalPaths() =>
        ["/", "/contacts", "/contacts/BROMMA/98000001", "/notifications", "/notifications/BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa", "/nowhere"];

    [Theory]
    [MemberData(nameof(PortalPaths))]
    public async Task Without_a_sign_in_the_portal_answers_nobody_from_elsewhere(string path)
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());

        foreach (var remote in new[] { null, IPAddress.Parse("192.0.2.1"), IPAddress.Parse("::ffff:10.0.0.5") })
        {
            world.Remote = remote;
            var page = await world.Browser().GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.DoesNotContain("Bromma", page.Html);
        }
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil.example:5080")]
    public async Task A_foreign_name_that_points_to_this_machine_is_refused(string address)
    {
        await using var world = await WebWorld.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await world.Browser(address).GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("http://localhost", "127.0.0.1")]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1")]
    [InlineData("http://[::1]:5080", "::1")]
    [InlineData("http://localhost:5080", "::ffff:127.0.0.1")]
    public async Task This_machine_is_answered_by_each_of_its_names(string address, string remote)
    {
        await using var world = await WebWorld.StartAsync();
        world.Remote = IPAddress.Parse(remote);

        Assert.Equal(HttpStatusCode.OK, (await world.Browser(address).GetAsync("/")).Status);
    }

    [Fact]
    public async Task What_a_proxy_on_this_machine_passes_on_is_not_from_this_machine()
    {
        await using var world = await WebWorld.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");

        Assert.Equal(HttpStatusCode.Forbidden, (await world.Browser().SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_platforms_header_means_nothing_where_no_platform_stands_in_front()
    {
        await using var world = await WebWorld.StartAsync();
        world.Remote = IPAddress.Parse("192.0.2.1");

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsAsync(world, "/", ClientPrincipal.Coordinator)).Status);
    }

    [Theory]
    [InlineData("Notify.Reader", HttpStatusCode.OK)]
    [InlineData("Notify.Coordinator", HttpStatusCode.OK)]
    [InlineData("notify.reader", HttpStatusCode.Forbidden)]
    [InlineData("Something", HttpStatusCode.Forbidden)]
    public async Task With_the_platform_the_role_decides(string role, HttpStatusCode status)
    {
        await using var world = await WebWorld.StartAsync(portal: Platform);
        world.Remote = IPAddress.Parse("192.0.2.1");

        Assert.Equal(status, (await GetAsAsync(world, "/", role)).Status);
    }

    [Fact]
    public async Task With_the_platform_who_is_not_signed_in_is_led_to_the_sign_in_even_on_this_machine()
    {
        await using var world = await WebWorld.StartAsync(portal: Platform);

        var page = await world.Browser().GetAsync("/contacts?q=a");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fcontacts%3Fq%3Da", page.Response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("eyJjbGFpbXMiOltudWxsXX0=")]
    [InlineData("eyJjbGFpbXMiOjF9")]
    public async Task A_header_that_makes_no_sense_signs_nobody_in(string header)
    {
        await using var world = await WebWorld.StartAsync(portal: Platform);
        var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        request.Headers.TryAddWithoutValidation("X-MS-CLIENT-PRINCIPAL", header);

        Assert.Contains((await world.Browser().SendAsync(request)).Status, new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden });
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    public async Task Open_pages_are_open_to_all_whoever_they_say_they_are(string path)
    {
        foreach (var portal in new[] { Platform, new PortalOptions() })
        {
            await using var world = await WebWorld.StartAsync(portal: portal);
            world.Remote = IPAddress.Parse("192.0.2.1");

            Assert.Equal(HttpStatusCode.OK, (await world.Browser("https://notify.example").GetAsync(path)).Status);
        }
    }

    private static Task<Page> GetAsAsync(WebWorld world, string path, string role)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://notify.example" + path);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Browser.PrincipalOf(role));
        return world.Browser().SendAsync(request);
    }
}
