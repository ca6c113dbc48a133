using System.Text.Json.Nodes;
using Notify.Adapters.Graph;
using Notify.Core.Accounts;
using Notify.Core.Sources;
using Notify.Testing.Graph;
using Xunit;

namespace Notify.Adapters.Tests.Graph;

/// <summary>Users in batches, by the SDK's own client.</summary>
public sealed class DirectoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forty_five_users_are_three_requests_and_each_gets_the_answer_that_is_its_own()
    {
        await using var world = await GraphWorld.StartAsync();
        for (var n = 0; n < 45; n++)
        {
            world.Server.Users[$"user{n}"] = new($"user{n}", $"Namn {n}", $"namn{n}@stad.example", $"08-508 {n:D2} 000");
        }

        var looks = await Directory(world).LookAsync([.. Enumerable.Range(0, 45).Select(n => $"user{n}")], Ct);

        Assert.Equal(3, world.Server.Lines.Count);
        Assert.All(Enumerable.Range(0, 45), n => Assert.Equal(
            (AccountState.Active, $"Namn {n}", $"namn{n}@stad.example", $"08-508 {n:D2} 000"),
            (looks[$"user{n}"].State, looks[$"user{n}"].Name, looks[$"user{n}"].Email, looks[$"user{n}"].FirstPhone)));
    }

    [Fact]
    public async Task Who_is_gone_disabled_or_none_is_said_and_what_is_not_said_is_not_made_up()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Server.Users["there"] = new("there", null, null);
        world.Server.Users["closed"] = new("closed", "Bo Alm", "bo.alm@stad.example", Enabled: false);
        world.Server.Users["hidden"] = new("hidden", "Cecilia Ek", "cecilia.ek@stad.example");
        world.Server.BatchScript = id => id switch
        {
            "hidden" => new(200, Json: new JsonObject { ["id"] = "hidden", ["displayName"] = "Cecilia Ek" }),
            "none" => GraphServer.Error(400, "Request_BadRequest"),
            _ => null,
        };

        var looks = await Directory(world).LookAsync(["there", "closed", "hidden", "none", "gone", "åsa.öst@stad.example#x?"], Ct);

        Assert.Equal((AccountState.Active, AccountState.Disabled, AccountState.Active), (looks["THERE"].State, looks["closed"].State, looks["hidden"].State));
        Assert.Equal((AccountState.Unreadable, AccountState.Gone, AccountState.Gone), (looks["none"].State, looks["gone"].State, looks["åsa.öst@stad.example#x?"].State));
        Assert.Equal((null, null, 0), (looks["there"].Name, looks["there"].Email, looks["there"].Phones.Count));
        var asked = JsonNode.Parse(Assert.Single(world.Server.Lines).Body)!["requests"]![0]!["url"]!.GetValue<string>();
        Assert.Equal("/users/there?$select=id,accountEnabled,displayName,mail,businessPhones,jobTitle", Uri.UnescapeDataString(asked));
    }

    [Fact]
    public async Task One_question_of_a_batch_that_is_throttled_is_asked_again_after_its_time_and_only_that()
    {
        await using var world = await GraphWorld.StartAsync();
        for (var n = 0; n < 20; n++)
        {
            world.Server.Users[$"user{n}"] = new($"user{n}", $"Namn {n}", null);
        }

        var refusals = 0;
        world.Server.BatchScript = id => id == "user7" && Interlocked.Increment(ref refusals) == 1 ? GraphServer.Error(429, "TooManyRequests", "4") : null;
        var clock = new WatchedClock(world.City.Clock);

        var look = new GraphDirectory(world.Calls(), clock).LookAsync([.. Enumerable.Range(0, 20).Select(n => $"user{n}")], Ct);
        Assert.Equal(TimeSpan.FromSeconds(4), await clock.FirstWait.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Ct));
        world.City.Clock.Advance(TimeSpan.FromSeconds(3.999));
        Assert.Single(world.Server.Lines);
        world.City.Clock.Advance(TimeSpan.FromSeconds(0.001));
        var looks = await look.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Ct);

        Assert.Equal((20, 2), (looks.Count, world.Server.Lines.Count));
        Assert.Single(JsonNode.Parse(world.Server.Lines[1].Body)!["requests"]!.AsArray());
    }

    [Fact]
    public async Task A_question_that_is_to_wait_longer_than_a_run_leaves_Graph_alone_until_then()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Server.BatchScript = _ => GraphServer.Error(429, "TooManyRequests", "600");
        var error = await Assert.ThrowsAsync<SourceException>(() => Directory(world).LookAsync(["user"], Ct));
        Assert.Contains("10:10", error.Text.Swedish, StringComparison.Ordinal);

        await Assert.ThrowsAsync<SourceException>(() => Directory(world).LookAsync(["user"], Ct));

        Assert.Single(world.Server.Lines);
    }

    [Theory]
    [InlineData("an answer is missing")]
    [InlineData("no answers")]
    [InlineData("no JSON")]
    [InlineData("cut")]
    [InlineData("not allowed")]
    [InlineData("one not allowed")]
    [InlineData("an error of the server's")]
    [InlineData("a user without an id")]
    public async Task A_batch_that_is_not_as_agreed_is_no_leaver_but_an_error(string fault)
    {
        await using var world = await GraphWorld.StartAsync();
        world.Server.Script = _ => fault switch
        {
            "an answer is missing" => new(200, Json: new JsonObject { ["responses"] = new JsonArray(new JsonObject { ["id"] = "0", ["status"] = 404, ["body"] = new JsonObject() }) }),
            "no answers" => new(200, Json: new JsonObject()),
            "no JSON" => new(200, Text: "<html>"),
            "cut" => new(200, IsCut: true),
            "not allowed" => GraphServer.Error(403, "Authorization_RequestDenied"),
            _ => null,
        };
        world.Server.BatchScript = _ => fault switch
        {
            "one not allowed" => GraphServer.Error(403, "Authorization_RequestDenied"),
            "an error of the server's" => GraphServer.Error(500, "generalException"),
            "a user without an id" => new(200, Json: new JsonObject { ["displayName"] = "Anna Ek" }),
            _ => null,
        };

        var error = await Assert.ThrowsAsync<SourceException>(() => Directory(world).LookAsync(["user0", "user1"], Ct));

        Assert.DoesNotContain("user0", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_counts_as_not_said()
    {
        await using var world = await GraphWorld.StartAsync();
        world.Server.BatchScript = id => new(200, Json: new JsonObject { ["id"] = id, ["accountEnabled"] = "maybe", ["mail"] = 7, ["businessPhones"] = "08" });

        var look = (await Directory(world).LookAsync(["user"], Ct))["user"];

        Assert.Equal((AccountState.Active, null, 0), (look.State, look.Email, look.Phones.Count));
    }

    private static GraphDirectory Directory(GraphWorld world) => new(world.Calls(), world.City.Clock);

    /// <summary>Tells what is waited for.</summary>
    private sealed class WatchedClock(TimeProvider inner) : TimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TimeSpan> FirstWait => _first.Task;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = inner.CreateTimer(callback, state, dueTime, period);
            _first.TrySetResult(dueTime);
            return timer;
        }
    }
}
