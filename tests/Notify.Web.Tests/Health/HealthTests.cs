using System.Net;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task All_is_well_when_every_job_ran_in_time()
    {
        await using var world = await WebWorld.StartAsync();
        await BeatAsync(world);

        var answer = await world.Browser().GetAsync("/healthz");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Body));
        Assert.Empty(world.Waker.Woken);
    }

    [Fact]
    public async Task A_late_job_is_named_and_overdue_jobs_are_woken_at_most_once_a_minute()
    {
        await using var world = await WebWorld.StartAsync();
        await BeatAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(16));

        var answer = await world.Browser().GetAsync("/healthz");
        await world.Browser().GetAsync("/healthz");
        world.Clock.Advance(TimeSpan.FromSeconds(59));
        await world.Browser().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("The job contacts is late.", answer.Body);
        Assert.Equal(DefaultSchedule.Rows.Select(r => r.Job), world.Waker.Woken);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Browser().GetAsync("/healthz");
        Assert.Equal(2 * DefaultSchedule.Rows.Count, world.Waker.Woken.Count);
    }

    [Fact]
    public async Task A_job_that_failed_is_named()
    {
        await using var world = await WebWorld.StartAsync();
        await BeatAsync(world);
        await world.Get<Heartbeats>().BeatAsync("deliver", new IOException("secret"), TestContext.Current.CancellationToken);

        var answer = await world.Browser().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("The job deliver failed", answer.Body);
        Assert.DoesNotContain("secret", answer.Body);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_said_without_details()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await WebWorld.StartAsync(store);
        store.IsDown = true;

        var answer = await world.Browser().GetAsync("/healthz");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The store cannot be reached."), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Mail_that_fails_again_and_again_is_said()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();
        world.Transport.Script(new SendOutcome.Transient("no route"));
        await world.ImportAsync(Cities.Bromma().Replace("anna", "berit"));
        for (var minutes = 0; minutes < 60; minutes += 5)
        {
            await world.RunAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await BeatAsync(world);
        var answer = await world.Browser().GetAsync("/healthz");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Mail is failing in 1 district."), (answer.Status, answer.Body));
    }

    private static async Task BeatAsync(WebWorld world)
    {
        foreach (var row in DefaultSchedule.Rows)
        {
            await world.Get<Heartbeats>().BeatAsync(row.Job, null, TestContext.Current.CancellationToken);
        }
    }
}
