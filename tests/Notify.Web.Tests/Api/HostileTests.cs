using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Testing.Store;
using Notify.Testing.Telemetry;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>What makes no sense is refused as a problem, and never fails.</summary>
public sealed class HostileTests
{
    private static readonly string[] Lists = ["districts", "schools", "notifications", "agreements", "forums", "materials", "followups", "calls", "jobs", "audit"];

    private static readonly string[] Senseless =
    [
        "limit=0", "limit=-1", "limit=201", "limit=1e9", "limit=NaN", "limit=99999999999999999999", "limit=1&limit=2", "limit=%00", "limit=٣",
        "cursor=!", "cursor=%00", "cursor=AAAA", "cursor=", "cursor=a&cursor=b", "cursor=wqUKwqU", "cursor=" + "A", "nonsense=1", "LIMIT=1", "a[]=1", "=1", "%00=1",
    ];

    private static readonly string[] OfSingleRoutes =
    [
        "schools?q=%00",
        "schools?state=5",
        "schools?state=told",
        "schools?district=%C3%85",
        "schools?district=BROMMA&district=FARSTA",
        "schools/98000001/contacts?on=2026-02-30",
        "schools/98000001/contacts?on=0000-01-01",
        "schools/98000001/contacts?on=9999-12-31",
        "notifications?kind=nonsense",
        "notifications?state=Queued,Held",
        "notifications?school=a%20b",
        "notifications?since=yesterday",
        "notifications?until=2026-13-01",
        "notifications?cursor=Cg",
        "notifications?cursor=CsOlw6XDpcOlw6XDpcOlw6XDpcOl",
        "forums?term=2026",
        "audit?month=2026-13",
        "audit?month=March",
        "audit?month=0000-01",
        "status?district=<script>",
    ];

    private static readonly string[] Nowhere =
    [
        "schools/98000099/contacts",
        "schools/../contacts/x",
        "notifications/BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "notifications/nonsense",
        "notifications/BROMMA%2Faaaaaaaaaaaaaaaaaaaaaaaaaa",
        "",
        "nowhere?q=anna@bromma.example",
    ];

    [Fact]
    public async Task Parameters_that_make_no_sense_are_refused_by_every_list()
    {
        await using var world = await ApiWorld.StartAsync();

        foreach (var list in Lists)
        {
            foreach (var query in Senseless.Append("limit=" + new string('9', 100_000)).Append("cursor=" + new string('A', 100_000)))
            {
                (await world.Client().GetAsync($"/api/v1/{list}?{query}")).IsProblem(HttpStatusCode.BadRequest);
            }
        }
    }

    [Fact]
    public async Task So_are_those_of_single_routes_but_an_empty_filter_is_none()
    {
        await using var world = await ApiWorld.StartAsync();

        foreach (var path in OfSingleRoutes)
        {
            (await world.Client().GetAsync("/api/v1/" + path)).IsProblem(HttpStatusCode.BadRequest);
        }

        (await world.Client().GetAsync("/api/v1/schools?district=&q=")).IsOk();
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var world = await ApiWorld.StartAsync();

        foreach (var path in Nowhere)
        {
            (await world.Client().GetAsync("/api/v1/" + path)).IsProblem(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Other_methods_are_told_which_there_are()
    {
        await using var world = await ApiWorld.StartAsync();
        var client = world.Client(ApiWorld.CityKey);

        foreach (var method in new[] { "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "MADEUP" })
        {
            var refused = (await client.SendAsync(new(method), "/api/v1/status", null)).IsProblem(HttpStatusCode.MethodNotAllowed);
            Assert.Equal(["GET", "HEAD"], refused.Response.Content.Headers.Allow);
        }

        (await client.GetAsync($"/api/v1/notifications/{await world.MailAsync()}/hold")).IsProblem(HttpStatusCode.MethodNotAllowed);
        (await client.SendAsync(HttpMethod.Post, "/api/v1/nowhere", null)).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(HttpMethod.Head, "/api/v1/status", null)).Status);
    }

    [Fact]
    public async Task Bodies_that_are_no_empty_object_change_nothing()
    {
        await using var world = await ApiWorld.StartAsync();
        var (client, path) = (world.Client(), $"/api/v1/notifications/{await world.MailAsync()}");

        foreach (var body in new[] { "{", "[]", "null", "1", "\"\"", "{}{}", "{\"until\":\"2026-04-01\"}", "\0", new string('[', 1_000), "{\"a\":1,\"a\":2}" })
        {
            (await client.PostAsync(path + "/hold", body)).IsProblem(HttpStatusCode.BadRequest);
        }

        (await client.PostAsync(path + "/hold", new string(' ', 10_000_000))).IsProblem(HttpStatusCode.RequestEntityTooLarge);
        (await client.PostAsync(path + "/hold?by=me")).IsProblem(HttpStatusCode.BadRequest);
        (await client.PostAsync("/api/v1/notifications/BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa/hold")).IsProblem(HttpStatusCode.NotFound);
        (await client.PostAsync("/api/v1/notifications/nonsense/hold")).IsProblem(HttpStatusCode.NotFound);
        Assert.Equal("queued", (await client.GetAsync(path)).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_store_that_fails_is_a_problem_and_nothing_of_it_or_of_addresses_is_told_or_logged()
    {
        var (store, logs) = (new FailingStore(new InMemoryRecordStore()), new CapturedLogs());
        await using var world = await ApiWorld.StartAsync(store: store, with: s => s.AddSingleton<ILoggerFactory>(logs));
        var mail = await world.MailAsync();
        foreach (var path in new[] { "schools?q=anna@bromma.example", $"notifications/{mail}", "notifications?q=anna@bromma.example", "schools/98000001/contacts" })
        {
            (await world.Client(ApiWorld.CityKey).GetAsync("/api/v1/" + path)).IsOk();
        }

        store.IsDown = true;
        foreach (var list in Lists.Append("status").Append($"notifications/{mail}").Append("schools/98000001/contacts").Append("schools?q=anna@bromma.example"))
        {
            var problem = (await world.Client(ApiWorld.CityKey).GetAsync("/api/v1/" + list)).IsProblem(HttpStatusCode.InternalServerError);
            Assert.DoesNotContain("store", problem.Body, StringComparison.OrdinalIgnoreCase);
        }

        (await world.Client().PostAsync($"/api/v1/notifications/{mail}/hold")).IsProblem(HttpStatusCode.InternalServerError);
        // The server's own line of every request has the query; it is of a level that no host of ours writes.
        var lines = logs.Lines.Where(l => !l.StartsWith("Microsoft.AspNetCore.Hosting.Diagnostics ", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, l => l.Contains("failed", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.False(l.Contains(".example", StringComparison.Ordinal) || l.Contains(ApiWorld.CityKey, StringComparison.Ordinal), l));
    }
}
