using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>Walking the cursor gives each item once, whatever comes meanwhile.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 23)]
    [InlineData(4, 200)]
    public async Task Every_mail_stands_on_one_page_while_new_ones_come_in(int seed, int limit)
    {
        await using var world = await ApiWorld.StartAsync();
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            world.Clock.Advance(TimeSpan.FromHours(random.Next(2) * random.Next(60)));
            await AddAsync(world, i);
        }

        var before = await AllAsync(world, "");
        Assert.True(before.Count > 60);
        var (seen, next, more) = (new List<string>(), (string?)"", 60);
        while (next is not null)
        {
            var page = (await world.Client().GetAsync($"/api/v1/notifications?limit={limit}" + (next.Length == 0 ? "" : $"&cursor={next}"))).IsOk();
            Assert.True(page.Items.Count <= limit);
            seen.AddRange(page.Items.Select(m => m.GetProperty("id").GetString()!));
            next = page.Next;
            await AddAsync(world, more++);
            world.Clock.Advance(TimeSpan.FromSeconds(random.Next(2)));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(before, seen);
    }

    [Fact]
    public async Task A_filter_walks_the_same_way()
    {
        await using var world = await ApiWorld.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            world.Clock.Advance(TimeSpan.FromHours(30));
            await AddAsync(world, i);
        }

        foreach (var filter in new[] { "&district=FARSTA", "&since=2026-03-10&until=2026-03-30", "&until=2026-03-12", "&kind=material-published" })
        {
            var all = await AllAsync(world, filter);
            Assert.NotEmpty(all);
            Assert.Equal(all, await WalkAsync(world, $"/api/v1/notifications?limit=3{filter}", "id"));
        }

        Assert.All(await DaysAsync(world), day => Assert.InRange(day, "2026-03-10", "2026-03-31"));
    }

    [Fact]
    public async Task A_search_that_finds_little_goes_on_on_the_next_page_instead_of_reading_for_ever()
    {
        var store = new InMemoryRecordStore();
        await using var world = await WebWorld.StartAsync(store);
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();
        foreach (var chunk in Enumerable.Range(0, Web.Api.NotificationPages.MostLooked + 50).Chunk(50))
        {
            await store.CommitAsync("BROMMA", [.. chunk.Select(i => new RecordChange.Insert(Made(world.Clock.GetUtcNow().AddSeconds(-i), i, out var brief), brief))], TestContext.Current.CancellationToken);
        }

        var first = (await world.Client().GetAsync("/api/v1/notifications?kind=agreement-overdue")).IsOk();
        var second = (await world.Client().GetAsync($"/api/v1/notifications?kind=agreement-overdue&cursor={first.Next}")).IsOk();

        Assert.Empty(first.Items);
        Assert.NotNull(first.Next);
        Assert.Empty(second.Items);
        Assert.Null(second.Next);
    }

    [Theory]
    [InlineData("schools", "school", 1)]
    [InlineData("schools", "school", 2)]
    [InlineData("schools", "school", 200)]
    [InlineData("districts", "code", 1)]
    [InlineData("jobs", "job", 3)]
    public async Task Lists_of_districts_are_walked_one_item_after_the_other(string list, string name, int limit)
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta().School("98000010").School("98000011").District("ALVSJO").School("98000020").School("98000021"));
        var whole = (await world.Client().GetAsync($"/api/v1/{list}?limit=200")).IsOk();
        Assert.Null(whole.Next);

        Assert.Equal(whole.Items.Select(i => i.GetProperty(name).GetString()!), await WalkAsync(world, $"/api/v1/{list}?limit={limit}", name));
    }

    private static async Task<List<string>> WalkAsync(WebWorld world, string path, string name)
    {
        var (seen, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var page = (await world.Client().GetAsync(path + (next.Length == 0 ? "" : $"&cursor={next}"))).IsOk();
            seen.AddRange(page.Items.Select(m => m.GetProperty(name).GetString()!));
            next = page.Next;
        }

        return seen;
    }

    private static async Task<List<string>> AllAsync(WebWorld world, string filter) =>
        [.. (await world.Client().GetAsync("/api/v1/notifications?limit=200" + filter)).IsOk().Items.Select(m => m.GetProperty("id").GetString()!)];

    private static async Task<List<string>> DaysAsync(WebWorld world) =>
        [.. (await world.Client().GetAsync("/api/v1/notifications?limit=200&since=2026-03-10&until=2026-03-30")).IsOk().Items.Select(m => m.GetProperty("createdAt").GetString()![..10])];

    /// <summary>A mail in one of the districts; several in the same moment when the clock stands still.</summary>
    private static async Task AddAsync(WebWorld world, int number)
    {
        var district = number % 2 == 0 ? "BROMMA" : "FARSTA";
        var key = Made(world.Clock.GetUtcNow(), number, out var brief, district);
        await world.Get<IRecordStore>().CommitAsync(district, [new RecordChange.Insert(key, brief)], TestContext.Current.CancellationToken);
    }

    private static string Made(DateTimeOffset at, int number, out string brief, string district = "BROMMA")
    {
        var id = $"{district}-{RecordKey.Hash($"{number}")}";
        brief = System.Text.Json.JsonSerializer.Serialize(
            new(NotificationId.Parse(id), "material-published", "school:98000001", NotificationState.Accepted, at, at, [new(EmailAddress.Parse("rektor@skola.example"), RecipientOutcome.Accepted)]),
            NotificationJson.Default.NotificationBrief);
        return $"{NotificationRows.MadePrefix}{RecordKey.NewestFirst(at)}:{id}";
    }
}
