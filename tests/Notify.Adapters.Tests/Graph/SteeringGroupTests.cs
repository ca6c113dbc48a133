using System.Text.Json.Nodes;
using Notify.Adapters.Graph;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Testing.Graph;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Graph;

public sealed class SteeringGroupTests
{
    private const string Group = "33333333-3333-3333-3333-333333333333";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_members_of_a_group_are_the_steering_group_and_the_others_stay()
    {
        await using var world = await CityAsync(Many(5));
        world.Server.PageSize = 2;

        await Source(world).RunAsync(Ct);

        var rows = (await world.RegisterAsync()).SteeringGroups!;
        var members = rows.Where(r => r.Id == "G-A1").ToList();
        Assert.Equal(["m0@stad.example", "m1@stad.example", "m2@stad.example", "m3@stad.example", "m4@stad.example"], members.Select(m => m.MemberEmail.ToString()));
        Assert.Equal(("Ledamot 3", "Enhetschef 3", "Styrgrupp G-A1"), (members[3].MemberName, members[3].MemberRole, members[3].Name));
        Assert.Single(rows, r => r.Id == "G-A2");
        Assert.Equal(3, world.Server.Lines.Count);
        Assert.NotNull((await world.StateAsync("steering-groups")).Changed);
    }

    [Fact]
    public async Task It_is_looked_at_once_an_hour_and_nothing_changes_when_nothing_has()
    {
        await using var world = await CityAsync(Many(2));
        await Source(world).RunAsync(Ct);
        var version = await VersionAsync(world);
        world.City.At("2026-03-02T10:59");
        await Source(world).RunAsync(Ct);
        Assert.Single(world.Server.Lines);
        world.City.At("2026-03-02T11:00");

        await Source(world).RunAsync(Ct);

        Assert.Equal((2, version), (world.Server.Lines.Count, await VersionAsync(world)));
    }

    [Fact]
    public async Task Who_has_no_address_is_left_out_and_so_is_what_is_no_person()
    {
        await using var world = await CityAsync([.. Many(1), new("x", "Utan adress", null), new("x2", "M0", "M0@stad.example")]);
        await Source(world).RunAsync(Ct);
        world.Server.Script = _ => new(200, Json: new JsonObject
        {
            ["value"] = new JsonArray(Many(1)[0].Json(), new JsonObject { ["@odata.type"] = "#microsoft.graph.group", ["id"] = "g", ["displayName"] = "En grupp", ["mail"] = "grupp@stad.example" }),
        });
        world.City.At("2026-03-02T11:00");
        await Source(world).RunAsync(Ct);

        Assert.Single((await world.RegisterAsync()).SteeringGroups!, r => r.Id == "G-A1");
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("nobody with an address")]
    [InlineData("not there")]
    [InlineData("half a page")]
    [InlineData("no value")]
    [InlineData("too long a wait")]
    public async Task A_group_that_cannot_be_read_to_its_end_leaves_the_steering_group_as_it_was(string fault)
    {
        await using var world = await CityAsync(fault is "empty" ? [] : fault is "nobody with an address" ? [new("x", "Utan adress", null)] : Many(5));
        world.Server.PageSize = 2;
        world.Server.Script = line => !line.Query.Contains("skiptoken", StringComparison.Ordinal) ? null : fault switch
        {
            "half a page" => new(200, IsCut: true),
            "no value" => new(200, Json: new JsonObject()),
            "too long a wait" => GraphServer.Error(429, "TooManyRequests", "600"),
            _ => null,
        };
        if (fault is "not there")
        {
            world.Server.Groups.Clear();
        }

        await Assert.ThrowsAsync<SourceException>(() => Source(world).RunAsync(Ct));

        Assert.Equal("ordforande@bromma.example", Assert.Single((await world.RegisterAsync()).SteeringGroups!, r => r.Id == "G-A1").MemberEmail.ToString());
    }

    [Fact]
    public async Task A_group_that_the_register_does_not_have_is_said_and_nothing_is_asked()
    {
        await using var world = await CityAsync(Many(1));

        var error = await Assert.ThrowsAsync<SourceException>(() => Source(world, "G-X").RunAsync(Ct));

        Assert.Contains("Graph:SteeringGroups:G-X", error.Text.Swedish, StringComparison.Ordinal);
        Assert.Empty(world.Server.Lines);
    }

    private static List<GraphUser> Many(int members) =>
        [.. Enumerable.Range(0, members).Select(n => new GraphUser($"id{n}", $"Ledamot {n}", $"m{n}@stad.example", Title: $"Enhetschef {n}"))];

    private static async Task<GraphWorld> CityAsync(IReadOnlyList<GraphUser> members)
    {
        var world = await GraphWorld.StartAsync();
        await world.City.ImportAsync(RegisterBuilder.City().District("BROMMA").Agreement("A1").Agreement("A2"));
        world.Server.Groups[Group] = members;
        return world;
    }

    private static SteeringGroupsSource Source(GraphWorld world, string id = "g-a1")
    {
        var options = world.Options;
        options.SteeringGroups = new Dictionary<string, string> { [id] = Group };
        return new(world.Calls(options), world.City.Store, world.City.Get<RegisterStore>(), world.City.Get<UnattendedImport>(), world.City.Clock);
    }

    private static async Task<long> VersionAsync(GraphWorld world) =>
        (await world.City.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version;
}
