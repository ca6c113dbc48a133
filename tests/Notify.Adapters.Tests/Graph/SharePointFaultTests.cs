using System.Text.Json.Nodes;
using Notify.Adapters.Graph;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;
using Notify.Testing.Graph;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Adapters.Tests.Graph;

/// <summary>Whatever Graph does wrong, tried at the second page of a list that has changed: half a reading counts for nothing.</summary>
public sealed class SharePointFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [.. Broken.Keys];

    private static readonly Dictionary<string, Func<GraphFault>> Broken = new()
    {
        ["half of the body"] = () => new(200, IsCut: true),
        ["half of the JSON"] = () => new(200, Text: """{"value":[{"id":"1","fields":{"Title":"""),
        ["no JSON"] = () => new(200, Text: "<html>Service Unavailable</html>"),
        ["an empty body"] = () => new(200, Text: ""),
        ["an empty object"] = () => new(200, Json: new JsonObject()),
        ["no value"] = () => new(200, Json: new JsonObject { ["@odata.deltaLink"] = "https://graph.microsoft.com/v1.0/x" }),
        ["no link"] = () => new(200, Json: new JsonObject { ["value"] = new JsonArray() }),
        ["a value that is no array"] = () => new(200, Json: new JsonObject { ["value"] = "none", ["@odata.deltaLink"] = "x" }),
        ["a number for an id"] = () => Page(new JsonObject { ["id"] = 7, ["fields"] = new JsonObject { ["code"] = "98000001" } }),
        ["an item without id"] = () => Page(new JsonObject { ["fields"] = new JsonObject { ["code"] = "98000001" } }),
        ["an item without fields"] = () => Page(new JsonObject { ["id"] = "7" }),
        ["fields that are a text"] = () => Page(new JsonObject { ["id"] = "7", ["fields"] = "none" }),
        ["a link to another host"] = () => new(200, Json: new JsonObject { ["value"] = new JsonArray(), ["@odata.nextLink"] = "https://other.example/v1.0/steal" }),
        ["500"] = () => GraphServer.Error(500, "generalException"),
        ["401"] = () => GraphServer.Error(401, "InvalidAuthenticationToken"),
        ["403"] = () => GraphServer.Error(403, "accessDenied"),
        ["404"] = () => GraphServer.Error(404, "itemNotFound"),
        ["400 without JSON"] = () => new(400, Text: "bad"),
        ["too long a wait"] = () => GraphServer.Error(429, "activityLimitReached", "600"),
        ["too long a wait of 503"] = () => GraphServer.Error(503, "serviceNotAvailable", "600"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Half_a_reading_leaves_register_and_notes_as_they_were_and_the_next_run_goes_on(string fault)
    {
        var store = new InMemoryRecordStore();
        await using var world = await ChangedAsync(store);
        var before = await NotesAsync(store);
        world.Server.Script = line => IsLaterPage(line) ? Broken[fault]() : null;

        var error = await Assert.ThrowsAsync<SourceException>(() => world.Source().RunAsync(Ct));

        Assert.NotEqual(error.Text.English, error.Text.Swedish);
        Assert.DoesNotContain("test", error.ToString().Replace("Tests", "", StringComparison.Ordinal).Split(" at ")[0], StringComparison.Ordinal);
        Assert.Equal(0, await RenamedAsync(world));
        Assert.Equal(before, await NotesAsync(store));
        world.Server.Script = _ => null;
        world.City.At("2026-03-02T11:00");
        await world.Source().RunAsync(Ct);
        Assert.Equal(15, await RenamedAsync(world));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Graph_is_asked_again_after_the_time_that_it_names(int status)
    {
        await using var world = await ChangedAsync();
        var (refused, times) = (0, new List<long>());
        world.Server.Script = line =>
        {
            if (!IsLaterPage(line))
            {
                return null;
            }

            times.Add(TimeProvider.System.GetTimestamp());
            return ++refused <= 2 ? GraphServer.Error(status, "activityLimitReached", "1") : null;
        };

        await world.Source().RunAsync(Ct);

        Assert.Equal(4, times.Count); // The second page three times, the third once.
        Assert.All(times.Take(2).Zip(times.Skip(1)), t => Assert.InRange(TimeProvider.System.GetElapsedTime(t.First, t.Second).TotalSeconds, 0.95, 60));
        Assert.Equal(15, await RenamedAsync(world));
    }

    [Theory]
    [InlineData("600")]
    [InlineData("Mon, 02 Mar 2026 09:10:00 GMT")]
    public async Task Longer_than_a_run_waits_it_is_left_alone_across_runs_for_as_long_as_it_asks(string retryAfter)
    {
        await using var world = await ChangedAsync();
        world.Server.Script = line => IsLaterPage(line) ? GraphServer.Error(429, "activityLimitReached", retryAfter) : null;
        var error = await Assert.ThrowsAsync<SourceException>(() => world.Source().RunAsync(Ct));
        Assert.Contains("10:10", error.Text.Swedish, StringComparison.Ordinal);
        world.Server.Script = _ => null;
        world.Server.Forget();

        world.City.At("2026-03-02T10:09");
        await Assert.ThrowsAsync<SourceException>(() => world.Source().RunAsync(Ct));
        Assert.Empty(world.Server.Lines);
        world.City.At("2026-03-02T10:10");
        await world.Source().RunAsync(Ct);

        Assert.Equal(15, await RenamedAsync(world));
    }

    [Fact]
    public async Task Graph_that_refuses_again_and_again_is_asked_six_times_and_no_more()
    {
        await using var world = await ChangedAsync();
        world.Server.Forget();
        world.Server.Script = line => IsLaterPage(line) ? GraphServer.Error(429, "activityLimitReached", "0") : null;

        await Assert.ThrowsAsync<SourceException>(() => world.Source().RunAsync(Ct));

        Assert.Equal(6, world.Server.Lines.Count(IsLaterPage));
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_come_to_an_end()
    {
        await using var world = await ChangedAsync();
        world.Server.Script = line => IsLaterPage(line)
            ? new(200, Json: new JsonObject { ["value"] = new JsonArray(), ["@odata.nextLink"] = $"{world.Server.BaseUrl.GetLeftPart(UriPartial.Authority)}{line.Path}{line.Query}" }) : null;

        await Assert.ThrowsAsync<SourceException>(() => world.Source().RunAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_answers_nothing_is_given_up_when_the_time_is_over()
    {
        await using var world = await ChangedAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Server.Script = line =>
        {
            if (!IsLaterPage(line))
            {
                return null;
            }

            asked.TrySetResult();
            return new(200, Hangs: true);
        };

        var run = world.Source().RunAsync(Ct);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Ct);
        world.City.Clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThrowsAsync<SourceException>(() => run);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_out_of_reach()
    {
        await using var world = await ChangedAsync();
        var options = world.Options;
        await world.Server.DisposeAsync();

        var error = await Assert.ThrowsAsync<SourceException>(() => world.Source(options).RunAsync(Ct));

        Assert.Contains("cannot be reached", error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_before_any_operation_of_the_store_the_next_run_makes_it_good()
    {
        var operations = int.MaxValue;
        for (var stop = 0; stop < operations; stop++)
        {
            var store = new InMemoryRecordStore();
            await using var world = await ChangedAsync(store);
            var stopping = new InterruptedRecordStore(store, n => n == stop ? throw new IOException("The process is gone.") : Task.CompletedTask);

            var run = new SharePointSource(world.Calls(), stopping, new SourceBlobs(stopping), world.City.Get<UnattendedImport>()).RunAsync(Ct);
            operations = await Xunit.Record.ExceptionAsync(() => run) is null ? stopping.Operations : operations;
            await world.Source().RunAsync(Ct);

            Assert.Equal(15, await RenamedAsync(world));
            Assert.Equal(2, (await NotesAsync(store)).Split('\n').Length);
        }

        Assert.InRange(operations, 6, 20);
    }

    [Fact]
    public async Task Rows_that_are_gone_from_the_store_are_read_anew()
    {
        var store = new InMemoryRecordStore();
        await using var world = await ChangedAsync(store);
        await foreach (var row in store.ScanAsync(Partitions.System, SourceKeys.Note("sharepoint", "rows"), Ct))
        {
            await store.CommitAsync(Partitions.System, [new RecordChange.Delete(row.Key, null)], Ct);
        }

        await world.Source().RunAsync(Ct);

        Assert.Equal(15, await RenamedAsync(world));
    }

    /// <summary>Thirty schools known, half of them renamed since, on pages of five.</summary>
    private static async Task<GraphWorld> ChangedAsync(InMemoryRecordStore? store = null)
    {
        var world = await GraphWorld.StartAsync(store: store);
        world.Fill(RegisterBuilder.City().District("BROMMA").District("ENSKEDE").With(c => c with
        {
            Schools = [.. Enumerable.Range(1, 30).Select(n => Rows.School($"98{n:D6}", DistrictCode.Parse("BROMMA")))],
        }));
        await world.Source().RunAsync(Ct);
        world.Server.PageSize = 5;
        for (var n = 16; n <= 30; n++)
        {
            world.List("schools").Put(n, ("code", $"98{n:D6}"), ("name", $"Nya skolan {n}"), ("provider", "municipal"), ("districts", "BROMMA"), ("email", "nya@stad.example"));
        }

        return world;
    }

    private static async Task<int> RenamedAsync(GraphWorld world) =>
        (await world.RegisterAsync()).Schools!.Count(s => s.Name.StartsWith("Nya skolan", StringComparison.Ordinal));

    private static bool IsLaterPage(GraphLine line) => line.Path.Contains("list-schools", StringComparison.Ordinal) && line.Query.Split('-').Length == 3;

    private static GraphFault Page(JsonObject item) => new(200, Json: new JsonObject { ["value"] = new JsonArray(item), ["@odata.deltaLink"] = "x" });

    private static async Task<string> NotesAsync(InMemoryRecordStore store)
    {
        var rows = new List<string>();
        await foreach (var row in store.ScanAsync(Partitions.System, "sourcenote:sharepoint:", Ct))
        {
            rows.Add(row.Key.EndsWith(":pause", StringComparison.Ordinal) ? "" : $"{row.Key} {row.Value}");
        }

        return string.Join('\n', rows.Where(r => r.Length > 0));
    }
}
