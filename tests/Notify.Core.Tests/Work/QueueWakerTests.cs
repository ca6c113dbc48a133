using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Work;
using Notify.Testing.Contacts;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Core.Tests.Work;

public sealed class QueueWakerTests
{
    [Fact]
    public async Task Whoever_wakes_a_job_everywhere_puts_one_message_for_each_district_in_line()
    {
        await using var world = await CityAsync();
        var queue = new KeptQueue();
        await using (var waker = WakerOf(world, queue))
        {
            waker.Wake("contacts");
            waker.Wake("deliver", DistrictCode.Parse("FARSTA"));
        }

        Assert.Equal(["contacts BROMMA", "contacts FARSTA", "deliver FARSTA"], queue.Messages.Select(m => $"{m.Item.Job} {m.Item.District}"));
        Assert.Equal(3, queue.Messages.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task Waking_twice_asks_twice_since_the_work_may_have_been_done_in_between()
    {
        await using var world = await CityAsync();
        var queue = new KeptQueue();
        await using (var waker = WakerOf(world, queue))
        {
            waker.Wake("contacts", DistrictCode.Parse("BROMMA"));
            waker.Wake("contacts", DistrictCode.Parse("BROMMA"));
        }

        Assert.Equal(2, queue.Messages.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_queue_that_is_down_hurts_nobody_who_wakes_and_the_next_call_goes_through()
    {
        await using var world = await CityAsync();
        var queue = new KeptQueue { IsDown = true };
        await using (var waker = WakerOf(world, queue))
        {
            waker.Wake("contacts", DistrictCode.Parse("BROMMA"));
            queue.IsDown = false;
            waker.Wake("deliver", DistrictCode.Parse("BROMMA"));
        }

        Assert.Contains(queue.Messages, m => m.Item.Job == "deliver");
    }

    private static QueueWaker WakerOf(ContactsWorld world, KeptQueue queue) => new(
        new WorkDispatch(queue, world.Get<RegisterStore>(), world.Get<JobRunner>(), world.Get<Heartbeats>(), world.Clock), world.Clock, NullLogger<QueueWaker>.Instance);

    private static async Task<ContactsWorld> CityAsync()
    {
        var world = new ContactsWorld("2026-03-02T10:00");
        await world.ImportAsync(RegisterBuilder.City()
            .District("BROMMA").School("98000001").Contact("anna").Assign("anna")
            .District("FARSTA").School("98000002").Contact("berit").Assign("berit"));
        return world;
    }
}
