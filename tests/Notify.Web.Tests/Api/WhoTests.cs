using System.Net;
using Notify.Core.Access;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>Who is let in to the API, and to what.</summary>
public sealed class WhoTests
{
    private const string Elsewhere = "https://notify.example";

    private static readonly string[] Paths = ["/api/v1/status", "/api/v1/notifications", "/api/v1/schools/98000001/contacts", "/api/v1/nowhere", "/api", "/api/v2/status", "/API/v1/status"];

    [Fact]
    public async Task Nobody_from_elsewhere_without_a_key_is_answered_and_none_is_led_to_a_sign_in()
    {
        foreach (var auth in new[] { PortalOptions.None, PortalOptions.Platform })
        {
            await using var world = await ApiWorld.StartAsync(auth);
            world.Remote = IPAddress.Parse("192.0.2.1");

            foreach (var (path, key) in Paths.SelectMany(p => new[] { null, "wrong", new string('x', 100_000), ApiKey.HashOf(ApiWorld.CityKey) }.Select(k => (p, k))))
            {
                var refused = (await world.Client(key, address: Elsewhere).GetAsync(path)).IsProblem(HttpStatusCode.Unauthorized);
                Assert.Contains("ApiKey", refused.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_key_opens_the_api_from_anywhere_and_the_portal_from_nowhere()
    {
        await using var world = await ApiWorld.StartAsync();
        world.Remote = IPAddress.Parse("192.0.2.1");

        (await world.Client(ApiWorld.ReaderKey, address: Elsewhere).GetAsync("/api/v1/status")).IsOk();
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Client(ApiWorld.CityKey, address: Elsewhere).GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_whoever_else_is_signed_in()
    {
        await using var platform = await ApiWorld.StartAsync(PortalOptions.Platform);
        await using var local = await ApiWorld.StartAsync();

        (await platform.Client("wrong", Browser.PrincipalOf("Notify.Coordinator")).GetAsync("/api/v1/status")).IsProblem(HttpStatusCode.Unauthorized);
        (await local.Client("wrong").GetAsync("/api/v1/status")).IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Notify.Reader", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("Notify.Coordinator", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("Notify.Coordinator.West", HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("Something", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task The_role_decides_for_people_and_apps_alike(string role, HttpStatusCode looking, HttpStatusCode acting)
    {
        await using var world = await ApiWorld.StartAsync(PortalOptions.Platform);
        world.Remote = IPAddress.Parse("192.0.2.1");
        var client = world.Client(principal: Browser.PrincipalOf(role), address: Elsewhere);

        Assert.Equal(looking, (await client.GetAsync("/api/v1/status")).Status);
        Assert.Equal(acting, (await client.PostAsync($"/api/v1/notifications/{await world.MailAsync()}/hold")).Status);
    }

    [Fact]
    public async Task An_app_stands_in_the_history_by_its_id()
    {
        await using var world = await ApiWorld.StartAsync(PortalOptions.Platform);
        var app = Convert.ToBase64String(
            """{"auth_typ":"aad","claims":[{"typ":"azp","val":"7b0e4b5a-0000-4000-8000-000000000001"},{"typ":"roles","val":"Notify.Coordinator"}],"name_typ":"name","role_typ":"roles"}"""u8);

        var held = (await world.Client(principal: app).PostAsync($"/api/v1/notifications/{await world.MailAsync()}/hold")).IsOk();

        Assert.Contains("held by app 7b0e4b5a-0000-4000-8000-000000000001", held.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_readers_key_changes_nothing_and_a_key_without_districts_sees_nothing()
    {
        await using var world = await ApiWorld.StartAsync();
        var path = $"/api/v1/notifications/{await world.MailAsync()}";

        (await world.Client(ApiWorld.ReaderKey).PostAsync(path + "/hold")).IsProblem(HttpStatusCode.Forbidden);
        (await world.Client("key-of-nobody").GetAsync("/api/v1/status")).IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal("queued", (await world.Client(ApiWorld.ReaderKey).GetAsync(path)).IsOk().Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_key_of_one_district_sees_and_changes_that_one_alone()
    {
        await using var world = await ApiWorld.StartAsync();
        var (west, mine, other) = (world.Client(ApiWorld.WestKey), await world.MailAsync(), await world.MailAsync("FARSTA"));
        await world.Client(ApiWorld.CityKey).PostAsync($"/api/v1/notifications/{other}/hold");

        foreach (var list in new[] { "status", "districts", "schools", "notifications", "agreements", "forums", "materials", "followups", "calls", "audit" })
        {
            Assert.DoesNotContain("FARSTA", (await west.GetAsync("/api/v1/" + list)).IsOk().Body, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var path in new[] { "schools?district=FARSTA", "status?district=FARSTA", $"notifications/{other}", "schools/98000001/contacts?district=FARSTA" })
        {
            (await west.GetAsync("/api/v1/" + path)).IsProblem(HttpStatusCode.Forbidden);
        }

        (await west.GetAsync("/api/v1/schools/98000009/contacts")).IsProblem(HttpStatusCode.NotFound);
        (await west.GetAsync("/api/v1/schools/98000009/contacts?on=2026-03-01")).IsProblem(HttpStatusCode.NotFound);
        (await west.PostAsync($"/api/v1/notifications/{other}/cancel")).IsProblem(HttpStatusCode.Forbidden);
        (await west.PostAsync($"/api/v1/notifications/{mine}/cancel")).IsOk();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task What_a_page_of_another_site_could_send_changes_nothing(string? type)
    {
        foreach (var auth in new[] { PortalOptions.None, PortalOptions.Platform })
        {
            await using var world = await ApiWorld.StartAsync(auth);
            var client = world.Client(principal: Browser.PrincipalOf("Notify.Coordinator"));
            var path = $"/api/v1/notifications/{await world.MailAsync()}";
            var content = new StringContent("{}");
            content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

            (await client.SendAsync(HttpMethod.Post, path + "/hold", content)).IsProblem(HttpStatusCode.UnsupportedMediaType);

            Assert.Equal("queued", (await client.GetAsync(path)).Json.GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task A_program_with_a_key_needs_no_type_for_no_body()
    {
        await using var world = await ApiWorld.StartAsync();

        (await world.Client(ApiWorld.CityKey).SendAsync(HttpMethod.Post, $"/api/v1/notifications/{await world.MailAsync()}/hold", null)).IsOk();
    }

    [Theory]
    [InlineData("demo=Notify.Reader", "number 1 cannot be read")]
    [InlineData("demo=Somebody=B", "number 1 cannot be read")]
    [InlineData("demo=Notify.Reader=notify_secret", "number 1 cannot be read")]
    [InlineData("de mo=Notify.Reader=B", "number 1 cannot be read")]
    [InlineData("Demo=Notify.Reader=A|demo=Notify.Reader=B", "the name 'Demo' stands twice")]
    [InlineData("one=Notify.Reader=A|two=Notify.Reader.West=A", "one and two have the same key")]
    public void A_setting_that_makes_no_sense_is_told_without_saying_it_again(string keys, string said)
    {
        var options = new ApiOptions { Keys = [.. keys.Split('|').Select(k => k.Replace("=A", "=" + new string('a', 64), StringComparison.Ordinal).Replace("=B", "=" + new string('B', 64), StringComparison.Ordinal))] };
        var error = Assert.Single(options.Validate());

        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaa", error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_new_key_is_long_random_and_found_by_its_hash_alone()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => ApiKey.New()).ToList();
        var entries = new ApiOptions { Keys = [.. keys.Select((k, i) => ApiClient.Setting($"k{i}", "Notify.Reader", k))] }.Entries;

        Assert.Equal(100, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Matches("^notify_[A-Za-z0-9_-]{43}$", k));
        Assert.Equal(entries, keys.Select(k => ApiKey.Find(k, entries)));
        Assert.All(entries, e => Assert.Null(ApiKey.Find(e.Hash, entries)));
    }
}
