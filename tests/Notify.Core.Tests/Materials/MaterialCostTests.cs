using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Notify.Testing.Materials;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Materials;

/// <summary>Cost follows change (DESIGN "The store"): an idle watch costs one store operation (two are allowed).</summary>
public sealed class MaterialCostTests : IAsyncDisposable
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly MaterialsWorld _world;

    public MaterialCostTests() => _world = new("2026-03-02T10:00", _store);

    [Fact]
    public async Task An_idle_watch_costs_one_read_for_a_district_also_while_receipts_are_awaited()
    {
        await _world.ImportAsync(City());
        await _world.RunAsync();
        await AssertIdleAsync(1);

        _world.At("2026-03-03T10:00");
        await _world.ImportAsync(MaterialsWorld.With(City(), "M", "2", "2026-03-03"));
        await _world.LiveUntilAsync("2026-03-03");
        await _world.WatchAsync();
        await AssertIdleAsync(1);
    }

    [Fact]
    public async Task A_district_that_has_nobody_yet_costs_at_most_two()
    {
        await _world.ImportAsync(RegisterBuilder.City().District("BROMMA").Material("M"));
        await _world.RunAsync();
        await AssertIdleAsync(2);
    }

    /// <summary>A bounce, a look by hand and the like come on top; this is the road that nearly every mail takes.</summary>
    [Fact]
    public async Task From_planned_to_accepted_a_mail_costs_at_most_eight_store_operations()
    {
        await _world.ImportAsync(City());
        await _world.RunAsync();
        _world.At("2026-03-03T10:00");
        await _world.ImportAsync(MaterialsWorld.With(City(), "M", "2", "2026-03-03"));
        _store.Reset();

        await _world.LiveUntilAsync("2026-03-03");

        var sent = _world.Sent();
        Assert.Equal(41, sent.Count);
        Assert.True(_store.Operations <= 8 * sent.Count, $"{_store.Operations} operations for {sent.Count} mails");
        Assert.Equal(41, (await _world.Get<NotificationReader>().CountAsync(Sample.District, TestContext.Current.CancellationToken))[NotificationState.Accepted]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static RegisterBuilder City() => Enumerable.Range(1, 40).Aggregate(
        RegisterBuilder.City().District("BROMMA").Contact("anna").Material("M"), (city, n) => city.School($"980001{n:00}"));

    private async Task AssertIdleAsync(int most)
    {
        _store.Reset();
        await _world.Get<MaterialsJob>().RunAsync(Sample.District, TestContext.Current.CancellationToken);
        Assert.True(_store.Reads <= most && _store.Commits == 0, $"{_store.Reads} reads, {_store.Commits} commits");
    }
}
