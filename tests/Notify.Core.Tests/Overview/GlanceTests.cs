using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Core.Tests.Overview;

/// <summary>What is known of districts at a glance: never out of date, and a read of one row.</summary>
public sealed class GlanceTests
{
    private static readonly DistrictCode Bromma = DistrictCode.Parse("BROMMA");

    private static readonly RegisterBuilder City = RegisterBuilder.City()
        .District("BROMMA").School("98000001").School("98000002").Contact("anna").Contact("berit").Assign("anna").School("98000001").Assign("anna");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_district_in_which_nothing_has_changed_is_one_operation()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await StartAsync(store);
        await world.Get<Glances>().ReadAsync(Bromma, Ct);
        store.Reset();

        await world.Get<Glances>().ReadAsync(Bromma, Ct);

        Assert.Equal(1, store.Operations);
    }

    [Fact]
    public async Task Whatever_changes_the_next_look_tells_it()
    {
        await using var world = await StartAsync();
        await world.ImportAsync(City.Replace("anna", "berit"));
        await AssertFreshAsync(world);
        await world.RunAsync();
        await AssertFreshAsync(world);
        var mail = (await world.WaitingAsync())[0].Id;
        var actions = world.Get<NotificationActions>();
        foreach (var act in new Func<Task<ActionAnswer>>[] { () => actions.HoldAsync(mail, "Eva", Ct), () => actions.ReleaseAsync(mail, "Eva", Ct), () => actions.SendNowAsync(mail, "Eva", Ct) })
        {
            Assert.Equal(ActionResult.Done, (await act()).Result);
            await AssertFreshAsync(world);
        }

        await world.DeliverAsync();
        await AssertFreshAsync(world);
        await world.ImportAsync(City.Replace("anna", "berit").ChangeSchool("98000001", s => s with { Email = null, PrincipalEmail = null }));
        await world.RunAsync();
        await AssertFreshAsync(world);
        var call = Assert.Single((await world.Get<Glances>().ReadAsync(Bromma, Ct))!.Glance.Calls);
        await world.Get<CallBook>().SettleAsync(Bromma, call.Id, true, "ringt", "Eva", Ct);
        await AssertFreshAsync(world);
        Assert.Empty((await world.Get<Glances>().ReadAsync(Bromma, Ct))!.Glance.Calls);
    }

    [Fact]
    public async Task The_next_day_is_another_glance_and_a_week_is_a_point_of_the_trend()
    {
        await using var world = await StartAsync();
        foreach (var day in new[] { "2026-03-03T09:00", "2026-03-06T09:00", "2026-03-09T09:00", "2026-03-30T09:00" })
        {
            world.At(day);
            await world.RunAsync();
            var read = (await world.Get<Glances>().ReadAsync(Bromma, Ct))!;
            Assert.Equal(DateOnly.FromDateTime(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), read.Glance.Day);
        }

        var weeks = (await world.Get<Glances>().ReadAsync(Bromma, Ct))!.Trend.Points.Select(p => p.Week);
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 30)], weeks);
    }

    [Fact]
    public async Task A_change_while_the_glance_is_taken_makes_it_out_of_date_at_once()
    {
        var memory = new InMemoryRecordStore();
        await using var world = await StartAsync(memory);
        await using var other = new ContactsWorld("2026-03-02T10:00", memory);
        var changing = new ChangeOnRead(memory, () => other.ImportAsync(City.Replace("anna", "berit")));
        await using var slow = new ContactsWorld("2026-03-02T10:00", changing);

        await slow.Get<Glances>().ReadAsync(Bromma, Ct);

        await AssertFreshAsync(world);
        Assert.True(changing.HasChanged);
    }

    [Fact]
    public async Task A_district_that_left_the_register_has_none()
    {
        await using var world = await StartAsync();
        await world.ImportAsync(City.District("KISTA").School("98000003").WithoutDistrict("BROMMA"));

        Assert.Null(await world.Get<Glances>().ReadAsync(Bromma, Ct));
        Assert.Equal(["KISTA"], (await world.Get<Glances>().ReadAsync([Bromma, DistrictCode.Parse("KISTA")], Ct)).Select(g => g.Glance.Code.ToString()));
    }

    [Fact]
    public void The_citys_proofs_from_glances_are_those_from_the_rows_themselves() =>
        Prop.ForAll(RegisterGen.Register.ToArbitrary(), register => AgreeAsync(register).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Trends_of_districts_are_added_and_a_week_without_a_look_counts_as_the_last_before_it()
    {
        var first = new Trend([Point(1, 10), Point(3, 20)]);
        var second = new Trend([Point(2, 5)]);

        Assert.Equal([10, 15, 25], Trend.Sum([first, second]).Points.Select(p => p.Confirmed));
        Assert.Equal([new DateOnly(2026, 1, 5), new(2026, 1, 12), new(2026, 1, 19)], Trend.Sum([first, second]).Points.Select(p => p.Week));
        Assert.Empty(Trend.Sum([]).Points);
        Assert.Equal([30], new Trend([Point(1, 10)]).With(Point(1, 30)).Points.Select(p => p.Confirmed));
        Assert.Equal(Trend.Weeks, Enumerable.Range(1, 80).Aggregate(Trend.Empty, (t, week) => t.With(Point(week, week))).Points.Count);
    }

    private static TrendPoint Point(int week, int confirmed) => new(new DateOnly(2025, 12, 29).AddDays(7 * week), 40, 40, confirmed, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static async Task<ContactsWorld> StartAsync(IRecordStore? store = null)
    {
        var world = new ContactsWorld("2026-03-02T10:00", store);
        await world.ImportAsync(City);
        await world.RunAsync();
        return world;
    }

    /// <summary>What is kept is what is found when everything is read.</summary>
    private static async Task AssertFreshAsync(ContactsWorld world)
    {
        var kept = (await world.Get<Glances>().ReadAsync(Bromma, Ct))!.Glance;
        var fresh = (await world.Get<GlanceTaker>().TakeAsync(Bromma, Ct))!;
        Assert.Equal(JsonSerializer.Serialize(fresh), JsonSerializer.Serialize(kept));
    }

    private static async Task AgreeAsync(RegisterContent register)
    {
        await using var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(register);
        foreach (var district in await world.Get<RegisterStore>().DistrictsAsync(default))
        {
            foreach (var watch in world.GetAll<IJob>().Where(j => j is IWatch))
            {
                await watch.RunAsync(district, default);
            }
        }

        await world.DeliverAsync();
        var codes = await world.Get<RegisterStore>().DistrictsAsync(default);
        await world.Get<Glances>().ReadAsync(codes, default);
        var city = CityGlance.Of([.. (await world.Get<Glances>().ReadAsync(codes, default)).Select(g => g.Glance)]);
        var (schools, agreements, forums, materials, rounds) = (new List<SchoolRow>(), new List<AgreementRow>(), new List<ForumRecord>(), new List<CoverageRow>(), new List<DistrictFollowUps>());
        foreach (var code in codes)
        {
            schools.AddRange((await world.Get<ContactsReader>().ReadAsync(code, default))!.Schools);
            agreements.AddRange((await world.Get<AgreementsReader>().ReadAsync(code, default))!.Rows);
            forums.AddRange((await world.Get<ForumsReader>().ReadAsync(code, default))!.Forums);
            materials.AddRange((await world.Get<MaterialsReader>().ReadAsync(code, default))!.Rows);
            rounds.Add((await world.Get<FollowUpsReader>().ReadAsync(code, default))!);
        }

        Assert.Equal(ContactsProof.Of(schools), city.Contacts);
        Assert.Equal(AgreementsProof.Of(agreements), city.Agreements);
        Assert.Equal(MaterialsProof.Of(materials), city.Materials);
        Assert.Equal(FollowUpsProof.Of(rounds), city.FollowUps);
        Assert.Equal(world.Get<ForumsReader>().Proof(forums).Providers.OrderBy(p => p.Key), city.Forums.Providers.OrderBy(p => p.Key));
    }

    /// <summary>Lets somebody else change the district once, in the middle of a look at it.</summary>
    private sealed class ChangeOnRead(IRecordStore inner, Func<Task> change) : IRecordStore
    {
        public bool HasChanged { get; private set; }

        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

        public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            if (keyPrefix == CallRow.Prefix && !HasChanged)
            {
                HasChanged = true;
                await change();
            }

            await foreach (var record in inner.ScanAsync(partition, keyPrefix, ct))
            {
                yield return record;
            }
        }

        public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) => inner.CommitAsync(partition, changes, ct);
    }
}
