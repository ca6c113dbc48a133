using Microsoft.Azure.Functions.Worker;
using Notify.Core.Jobs;
using Notify.Core.Work;
using Notify.Functions.Tests.World;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Functions.Tests.Triggers;

/// <summary>One timer for each row of the schedule, which puts work in line and does nothing else.</summary>
public sealed class TimerTests
{
    [Fact]
    public void Every_row_of_the_schedule_has_one_timer_that_reads_its_setting()
    {
        var timers = FunctionsOfTheApp.Timers.Select(t => $"{t.Name} {FunctionsOfTheApp.TriggerOf<TimerTriggerAttribute>(t.Method)!.Schedule}");

        Assert.Equal(DefaultSchedule.Rows.Select(r => $"{r.Job} %Schedules:{r.Job}%").Order(StringComparer.Ordinal), timers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_timer_fires_when_the_app_starts_since_on_Flex_that_happens_at_every_scaling()
    {
        Assert.DoesNotContain(FunctionsOfTheApp.Timers, t => FunctionsOfTheApp.TriggerOf<TimerTriggerAttribute>(t.Method)!.RunOnStartup);
    }

    [Fact]
    public async Task A_timer_puts_one_message_for_each_district_in_line_in_one_batch_and_reads_the_store_once()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        var outside = new Outside("2026-03-02T10:00", store);
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(TwoDistricts);
        store.Reset();

        await app.FireAsync(TestContext.Current.CancellationToken);

        Assert.Equal(OfDistricts.Count, store.Operations);
        Assert.Equal(DefaultSchedule.Rows.Count, outside.Bus.Queue.Batches.Count);
        var items = outside.Bus.Queue.Take().Select(m => WorkItem.Read(m.Body.ToString())!).Select(i => $"{i.Job} {i.District} {i.Notification}");
        Assert.Equal(
            OfDistricts.SelectMany(job => new[] { $"{job} BROMMA ", $"{job} FARSTA " }).Append($"{OfTheCity}  ").Order(StringComparer.Ordinal), items.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(-4, 0)]
    [InlineData(0, 0)]
    [InlineData(0, 25)]
    public async Task A_timer_that_fires_twice_for_the_same_time_asks_once(int firstSecond, int secondSecond)
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(TwoDistricts);
        outside.Clock.Advance(TimeSpan.FromSeconds(300 + firstSecond));
        await app.FireAsync(TestContext.Current.CancellationToken);
        outside.Clock.Advance(TimeSpan.FromSeconds(secondSecond - firstSecond));
        await app.FireAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2 * OfDistricts.Count) + 1, outside.Bus.Queue.Take().Count);
    }

    [Fact]
    public async Task The_next_time_is_other_work()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);
        await app.ImportAsync(TwoDistricts);
        await app.FireAsync(TestContext.Current.CancellationToken);
        outside.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.FireAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2 * ((2 * OfDistricts.Count) + 1), outside.Bus.Queue.Take().Count);
    }

    [Fact]
    public async Task Before_the_first_import_a_timer_leaves_the_heartbeat_itself_since_there_is_nobody_to_do_work_for()
    {
        var outside = new Outside("2026-03-02T10:00", new InMemoryRecordStore());
        await using var app = await AzureApp.StartAsync(outside);

        await app.FireAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""{"job":"sources"}""", Assert.Single(outside.Bus.Queue.Take()).Body.ToString());
        Assert.All((await app.Get<Heartbeats>().ReadAsync(TestContext.Current.CancellationToken)).Where(h => h.Job != OfTheCity), h => Assert.NotNull(h.Last));
    }

    /// <summary>The job of the whole city: a register may come from a source before there is a district.</summary>
    private const string OfTheCity = "sources";

    private static List<string> OfDistricts => [.. DefaultSchedule.Rows.Select(r => r.Job).Where(job => job != OfTheCity)];

    private static RegisterBuilder TwoDistricts => RegisterBuilder.City()
        .District("BROMMA").School("98000001").Contact("anna").Assign("anna")
        .District("FARSTA").School("98000002").Contact("berit").Assign("berit");
}
