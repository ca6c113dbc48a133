using System.Globalization;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Contacts;

/// <summary>What a watch costs grows with what changed, and with nothing else (DESIGN "The store").</summary>
public sealed class CostGrowthTests
{
    private const int Few = 10;
    private const int Many = 200;

    private static readonly string[] Districts = ["BROMMA", "FARSTA", "KISTA", "NORRMALM", "SKARPNACK"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idle_watch_costs_the_same_for_ten_schools_and_for_two_hundred() =>
        Assert.Equal(await WatchAsync(1, Few, 0, 0), await WatchAsync(1, Many, 0, 0));

    [Fact]
    public async Task A_watch_after_a_change_costs_the_same_for_ten_schools_and_for_two_hundred() =>
        Assert.Equal(await WatchAsync(1, Few, 1, 1), await WatchAsync(1, Many, 1, 1));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_change_in_each_of_so_many_districts_costs_so_many_times_what_one_costs(int districts)
    {
        var idle = await WatchAsync(districts, Few, 0, 0);
        var one = await WatchAsync(1, Few, 1, 1) - await WatchAsync(1, Few, 0, 0);

        Assert.Equal(idle + (districts * one), await WatchAsync(districts, Few, districts, 1));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task So_many_changes_in_one_district_share_commits_and_cost_less_than_so_many_times_one(int changes)
    {
        var idle = await WatchAsync(1, Many, 0, 0);
        var ten = await WatchAsync(1, Many, 1, 10) - idle;
        var cost = await WatchAsync(1, Many, 1, changes) - idle;

        Assert.InRange(cost, ten, ten * changes / 10);
    }

    /// <summary>The operations of one run over all districts, after a baseline and changes of the first schools of the first districts.</summary>
    private static async Task<int> WatchAsync(int districts, int schools, int changedDistricts, int changesInEach)
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = new ContactsWorld("2026-03-02T10:00", store);
        var city = Districts.Take(districts).Aggregate(RegisterBuilder.City(), (c, d) => With(c, d, schools));
        await world.ImportAsync(city);
        await world.RunAsync();
        var changed = Districts.Take(changedDistricts).SelectMany(d => Enumerable.Range(0, changesInEach).Select(n => (District: d, School: Code(d, n))));
        await world.ImportAsync(changed.Aggregate(city, (c, at) => c.Replace($"anna-{at.District}", $"bo-{at.District}", at.School)));
        store.Reset();
        foreach (var district in Districts.Take(districts))
        {
            await world.Get<ContactsJob>().RunAsync(DistrictCode.Parse(district), Ct);
        }

        var mailsToSchools = Districts.Take(districts).Select(async d => (await world.WaitingAsync(d)).Count(n => n.Kind == ContactKinds.Changed));
        Assert.Equal(changedDistricts * changesInEach, (await Task.WhenAll(mailsToSchools)).Sum());
        return store.Operations;
    }

    private static RegisterBuilder With(RegisterBuilder city, string district, int schools) => Enumerable.Range(0, schools).Aggregate(
        city.District(district).Contact("anna-" + district).Contact("bo-" + district), (c, n) => c.School(Code(district, n)).Assign("anna-" + district));

    private static string Code(string district, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"98{Array.IndexOf(Districts, district):D3}{number:D3}");
}
