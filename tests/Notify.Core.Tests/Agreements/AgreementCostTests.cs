using Notify.Core.Agreements;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Agreements;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Agreements;

/// <summary>Cost follows change (DESIGN "The store"): a watch with nothing to do costs one store operation (two are allowed).</summary>
public sealed class AgreementCostTests : IAsyncDisposable
{
    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly AgreementsWorld _world;

    public AgreementCostTests() => _world = new("2026-03-02T10:00", store: _store);

    [Fact]
    public async Task An_idle_watch_costs_one_read_for_a_district()
    {
        await _world.ImportAsync(City("2027-03-15"));
        await _world.RunAsync();

        await AssertIdleAsync();
    }

    [Fact]
    public async Task So_it_does_for_a_district_without_agreements_and_one_that_was_imported_again()
    {
        var city = RegisterBuilder.City().District("BROMMA");
        await _world.ImportAsync(city);
        await _world.RunAsync();
        await _world.ImportAsync(city);

        await AssertIdleAsync();
    }

    [Fact]
    public async Task While_a_reminder_waits_for_its_day_it_is_idle_and_when_it_was_sent_one_run_follows_it_up()
    {
        _world.At("2026-03-07T10:00"); // a Saturday
        await _world.ImportAsync(City("2026-03-21"));
        await _world.RunAsync();
        Assert.Single(await _world.WaitingAsync());
        await AssertIdleAsync();

        _world.At("2026-03-09T10:00");
        await _world.RunAsync();
        Assert.Single(_world.Sent());
        await WatchAsync();
        await AssertIdleAsync();
    }

    /// <summary>A bounce, a look by hand and the like come on top; this is the road that nearly every mail takes.</summary>
    [Fact]
    public async Task From_planned_to_accepted_a_reminder_costs_at_most_eight_store_operations_besides_the_watchs_own_reading()
    {
        var city = Enumerable.Range(1, 40).Aggregate(
            RegisterBuilder.City().District("BROMMA"), (city, n) => city.Agreement($"A{n}", a => a with { NextRevision = AgreementsWorld.Day("2026-03-20") }));
        await _world.ImportAsync(city.With(c => c with
        {
            SteeringGroups = [.. c.SteeringGroups!.Select(g => g with { MemberEmail = EmailAddress.Parse($"{g.Id.ToLowerInvariant()}@bromma.example") })],
        }));
        _store.Reset();

        await _world.RunAsync();

        var sent = _world.Sent();
        Assert.Equal(40, sent.Count);
        Assert.True(_store.Operations <= 8 * sent.Count, $"{_store.Operations} operations for {sent.Count} mails");
        Assert.Equal(40, (await _world.Get<NotificationReader>().CountAsync(Sample.District, TestContext.Current.CancellationToken))[NotificationState.Accepted]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static RegisterBuilder City(string revision) =>
        Enumerable.Range(1, 20).Aggregate(AgreementsWorld.City(revision), (city, n) => city.Agreement($"B{n}", b => b with { NextRevision = AgreementsWorld.Day("2028-01-10") }));

    private async Task AssertIdleAsync()
    {
        _store.Reset();
        await WatchAsync();
        Assert.Equal((1, 0), (_store.Reads, _store.Commits));
    }

    private Task WatchAsync() => _world.Get<AgreementsJob>().RunAsync(Sample.District, TestContext.Current.CancellationToken);
}
