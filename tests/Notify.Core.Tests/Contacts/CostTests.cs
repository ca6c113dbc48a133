using System.Globalization;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Contacts;

/// <summary>Cost follows change (DESIGN "The store"): a watch with nothing to do costs one store operation (two are allowed), whatever the district holds.</summary>
public sealed class CostTests : IAsyncDisposable
{
    private const int PerDistrict = 1;

    private static readonly RegisterBuilder City = new[] { "BROMMA", "KISTA", "SKARPNACK" }.Aggregate(RegisterBuilder.City(), WithDistrict);

    private readonly CountingRecordStore _store = new(new InMemoryRecordStore());
    private readonly ContactsWorld _world;

    public CostTests() => _world = new("2026-03-02T10:00", _store);

    [Fact]
    public async Task An_idle_watch_costs_one_read_for_a_district()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();

        await AssertIdleAsync();
    }

    [Fact]
    public async Task So_it_does_for_a_district_that_has_no_assignment_yet()
    {
        await _world.ImportAsync(City.With(c => c with { Assignments = [] }));
        await _world.RunAsync();

        await AssertIdleAsync();
    }

    [Fact]
    public async Task An_import_of_the_same_leaves_it_idle()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(City);

        await AssertIdleAsync();
    }

    [Fact]
    public async Task While_mails_wait_for_their_time_it_is_idle()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(Changed());
        await _world.RunAsync();
        Assert.NotEmpty(await _world.WaitingAsync());

        await AssertIdleAsync();
    }

    [Fact]
    public async Task When_mails_were_delivered_one_run_follows_them_up_and_the_next_is_idle()
    {
        await DeliverAChangeAsync();

        await WatchAsync();
        await AssertIdleAsync();
    }

    [Fact]
    public async Task While_a_receipt_is_awaited_it_is_idle_until_the_reminder_is_due()
    {
        await DeliverAChangeAsync();
        await WatchAsync();

        _world.At("2026-03-06T16:00");
        await AssertIdleAsync();

        _world.At("2026-03-10T10:00");
        await _world.RunAsync();
        Assert.Equal("contact-receipt-reminder", Assert.Single(_world.Sent()).Kind);
        await WatchAsync();
        await AssertIdleAsync();
    }

    [Fact]
    public async Task After_a_change_in_one_district_the_others_are_idle()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(Changed());
        _store.Reset();

        await WatchAsync(DistrictCode.Parse("KISTA"));
        await WatchAsync(DistrictCode.Parse("SKARPNACK"));

        Assert.Equal((2 * PerDistrict, 0), (_store.Reads, _store.Commits));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private static RegisterBuilder WithDistrict(RegisterBuilder city, string district) =>
        Enumerable.Range(1, 20).Aggregate(
            city.District(district).Contact("anna-" + district).Contact("bo-" + district),
            (city, n) => city.School(string.Create(CultureInfo.InvariantCulture, $"98{district.Length:D3}{n:D3}")).Assign("anna-" + district));

    private static RegisterBuilder Changed() => City.Replace("anna-BROMMA", "bo-BROMMA", "98006001");

    private async Task DeliverAChangeAsync()
    {
        await _world.ImportAsync(City);
        await _world.RunAsync();
        await _world.ImportAsync(Changed());
        _world.At("2026-03-02T10:20");
        await _world.RunAsync();
        Assert.Equal(3, _world.Sent().Count);
    }

    private async Task AssertIdleAsync()
    {
        foreach (var district in City.Build().Districts!)
        {
            _store.Reset();
            await WatchAsync(district.Code);
            Assert.InRange(_store.Reads, 1, PerDistrict);
            Assert.Equal(0, _store.Commits);
        }
    }

    private async Task WatchAsync()
    {
        foreach (var district in City.Build().Districts!)
        {
            await WatchAsync(district.Code);
        }
    }

    private Task WatchAsync(DistrictCode district) => _world.Get<ContactsJob>().RunAsync(district, TestContext.Current.CancellationToken);
}
