using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Work;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Work;

public sealed class WorkHandlerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_from_message_to_mail_is_that_of_the_jobs()
    {
        await using var world = await ChangedAsync();
        var handler = HandlerOf(world);

        Assert.Null(await handler.HandleAsync(Message("contacts"), 1, Ct));
        world.At("2026-03-02T10:20");
        Assert.Null(await handler.HandleAsync(Message("deliver"), 1, Ct));

        Assert.Contains(world.Sent(), m => m.Kind == ContactKinds.Changed);
    }

    [Fact]
    public async Task A_message_that_names_a_mail_delivers_this_one_and_no_other_and_twice_is_once()
    {
        await using var world = await ChangedAsync();
        var handler = HandlerOf(world);
        await handler.HandleAsync(Message("contacts"), 1, Ct);
        var waiting = await world.WaitingAsync();
        world.At("2026-03-02T10:20");
        var message = new WorkItem("deliver", Sample.District, waiting.Single(n => n.Kind == ContactKinds.Changed).Id).Write();

        await Task.WhenAll(handler.HandleAsync(message, 1, Ct), handler.HandleAsync(message, 1, Ct));

        Assert.True(waiting.Count > 1);
        Assert.Equal(ContactKinds.Changed, Assert.Single(world.Sent()).Kind);
    }

    [Fact]
    public async Task A_mail_that_was_named_before_its_time_waits()
    {
        await using var world = await ChangedAsync();
        var handler = HandlerOf(world);
        await handler.HandleAsync(Message("contacts"), 1, Ct);
        var id = (await world.WaitingAsync())[0].Id;

        Assert.Null(await handler.HandleAsync(new WorkItem("deliver", Sample.District, id).Write(), 1, Ct));

        Assert.Empty(world.Sent());
    }

    [Fact]
    public async Task A_mail_that_is_gone_is_no_failure()
    {
        await using var world = await ChangedAsync();

        Assert.Null(await HandlerOf(world).HandleAsync(new WorkItem("deliver", Sample.District, Sample.Notification(99).Id).Write(), 1, Ct));
    }

    [Fact]
    public async Task The_heartbeat_is_left_once_a_minute_and_not_for_every_district()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await ChangedAsync(store);
        var handler = HandlerOf(world);
        await handler.HandleAsync(Message("contacts"), 1, Ct);
        await handler.HandleAsync(Message("contacts"), 1, Ct);
        store.Reset();

        await handler.HandleAsync(Message("contacts"), 1, Ct);
        var quiet = store.Operations;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        store.Reset();
        await handler.HandleAsync(Message("contacts"), 1, Ct);

        Assert.Equal(quiet + 2, store.Operations);
        Assert.Equal(world.Clock.GetUtcNow(), (await world.Get<IRecordStore>().FindAsync(Partitions.System, "heartbeat:contacts", HeartbeatJson.Default.Heartbeat, Ct))!.Value.Last);
    }

    [Fact]
    public async Task What_failed_is_kept_for_a_breath_and_then_thrown_and_leaves_no_heartbeat()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await ChangedAsync(store);
        var handler = HandlerOf(world);
        store.IsDown = true;

        var work = handler.HandleAsync(Message("contacts"), 2, Ct);
        world.Clock.Advance(WorkHandler.Breathers[1] - TimeSpan.FromMilliseconds(1));
        Assert.False(work.IsCompleted);
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<IOException>(() => work);
        store.IsDown = false;
        Assert.Null(await store.FindAsync(Partitions.System, "heartbeat:contacts", Ct));
    }

    [Fact]
    public async Task A_stop_cuts_the_breath_short()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await ChangedAsync(store);
        store.IsDown = true;
        using var stop = new CancellationTokenSource();

        var work = HandlerOf(world).HandleAsync(Message("contacts"), 4, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    private static string Message(string job) => new WorkItem(job, Sample.District).Write();

    [Fact]
    public async Task A_job_of_the_city_is_done_without_a_district_and_leaves_its_heartbeat()
    {
        await using var world = await ChangedAsync();

        Assert.Null(await HandlerOf(world).HandleAsync("""{"job":"sources"}""", 1, Ct));

        Assert.Equal(world.Clock.GetUtcNow(), (await world.Get<Heartbeats>().ReadAsync(Ct)).Single(h => h.Job == "sources").Last);
    }

    [Theory]
    [InlineData("""{"job":"contacts"}""")]
    [InlineData("""{"job":"sources","district":"BROMMA"}""")]
    public async Task A_job_of_districts_needs_one_and_a_job_of_the_city_takes_none(string message)
    {
        await using var world = await ChangedAsync();

        Assert.NotNull(await HandlerOf(world).HandleAsync(message, 1, Ct));
    }

    private static WorkHandler HandlerOf(ContactsWorld world) => new(
        world.Get<JobRunner>(), world.Get<DeliverJob>(), world.Get<Heartbeats>(), world.Clock, NullLogger<WorkHandler>.Instance);

    /// <summary>Two schools whose contact has just changed.</summary>
    private static async Task<ContactsWorld> ChangedAsync(IRecordStore? store = null)
    {
        var city = RegisterBuilder.City().District("BROMMA").Contact("anna").Contact("berit")
            .School("98000001").Assign("anna").School("98000002").Assign("anna");
        var world = new ContactsWorld("2026-03-02T10:00", store);
        await world.ImportAsync(city);
        await world.RunAsync();
        await world.ImportAsync(city.Replace("anna", "berit", "98000001"));
        return world;
    }
}
