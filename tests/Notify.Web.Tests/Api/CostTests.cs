using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>No answer reads more than it shows: counted in store operations.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("districts", 3)]
    [InlineData("districts?limit=1", 2)]
    [InlineData("schools?district=BROMMA", 3)]
    [InlineData("schools?limit=1", 4)]
    [InlineData("schools", 7)]
    [InlineData("schools/98000001/contacts", 7)]
    [InlineData("schools/98000001/contacts?district=BROMMA", 6)]
    [InlineData("notifications?district=BROMMA", 2)]
    [InlineData("notifications", 5)]
    [InlineData("notifications?school=98000001", 4)]
    [InlineData("notifications?kind=forum-changed&until=2026-01-01", 9)]
    [InlineData("notifications/ID", 1)]
    [InlineData("agreements?district=BROMMA", 2)]
    [InlineData("forums?district=BROMMA", 3)]
    [InlineData("materials?district=BROMMA", 2)]
    [InlineData("followups?district=BROMMA", 2)]
    [InlineData("calls?district=BROMMA", 3)]
    [InlineData("jobs", 1)]
    [InlineData("audit", 1)]
    [InlineData("status?district=BROMMA", 19)]
    [InlineData("status", 34)]
    [InlineData("nowhere", 0)]
    [InlineData("schools?limit=0", 0)]
    [InlineData("schools?nonsense=1", 0)]
    public async Task An_answer_costs(string path, int operations)
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await ApiWorld.StartAsync(store: store);
        path = "/api/v1/" + path.Replace("ID", (await world.MailAsync()).ToString(), StringComparison.Ordinal);
        await world.Client().GetAsync(path);
        store.Reset();

        await world.Client(ApiWorld.ReaderKey).GetAsync(path);

        Assert.Equal((operations, 0), (store.Operations, store.Commits));
    }

    [Fact]
    public async Task An_action_costs_what_it_does_and_two_rows_of_the_trail()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await ApiWorld.StartAsync(store: store);
        var path = $"/api/v1/notifications/{await world.MailAsync()}/hold";
        store.Reset();

        (await world.Client(ApiWorld.CityKey).PostAsync(path)).IsOk();

        Assert.True(store.Operations <= 5, $"{store.Finds} finds, {store.Scans} scans, {store.Commits} commits");
    }

    [Fact]
    public async Task The_description_reads_nothing()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await ApiWorld.StartAsync(store: store);
        store.Reset();

        (await world.Client().GetAsync("/openapi/v1.json")).IsOk();

        Assert.Equal(0, store.Operations);
    }
}
