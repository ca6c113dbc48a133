using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class SweepTests : IJobWaker
{
    private static readonly DateTimeOffset Night = Sample.Monday.AddHours(12);
    private readonly DeliveryStage _stage = new();
    private readonly List<string> _woken = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    void IJobWaker.Wake(string job, DistrictCode? district) => _woken.Add(job);

    [Fact]
    public async Task By_night_it_settles_what_a_dead_process_left_so_that_it_is_known_and_sends_nothing()
    {
        var (taken, lost) = (await ClaimedAsync(1), await ClaimedAsync(2));
        await _stage.Transport.SendAsync(new(taken, "k", Sample.District, _stage.Options.ToSender(), Sample.School, [Sample.School], Night, Core.Register.Language.Swedish, new("s", "t", "h")), Ct);
        _stage.Clock.SetUtcNow(Night);

        await SweepAsync();

        Assert.Equal(NotificationState.Accepted, (await _stage.ReadAsync(taken, Ct)).State);
        Assert.Equal(NotificationState.Queued, (await _stage.ReadAsync(lost, Ct)).State);
        Assert.Single(_stage.Transport.Calls);
        Assert.Single(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task A_claim_that_still_holds_is_left_alone()
    {
        var id = await ClaimedAsync(1);
        await SweepAsync();
        Assert.Equal(NotificationState.Sending, (await _stage.ReadAsync(id, Ct)).State);
    }

    [Fact]
    public async Task What_would_come_too_late_ends_however_old_it_is()
    {
        var id = await _stage.QueueAsync(Sample.Notification() with { NotBefore = Sample.Monday.AddYears(1), Expires = Sample.Monday.AddDays(1) }, Ct);
        await SweepAsync();
        Assert.Equal(NotificationState.Queued, (await _stage.ReadAsync(id, Ct)).State);

        _stage.Clock.SetUtcNow(Sample.Monday.AddDays(1));
        await SweepAsync();
        Assert.Equal(NotificationState.Expired, (await _stage.ReadAsync(id, Ct)).State);
        Assert.Empty(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task Delivery_is_called_for_what_is_due_and_forgotten_when_it_may_leave()
    {
        await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Clock.SetUtcNow(Sample.Monday.AddMinutes(9));
        await SweepAsync();
        Assert.Empty(_woken);

        _stage.Clock.SetUtcNow(Sample.Monday.AddMinutes(10));
        await SweepAsync();
        Assert.Equal(["deliver"], _woken);

        _stage.Clock.SetUtcNow(Night);
        await SweepAsync();
        Assert.Single(_woken);

        await _stage.QueueAsync(Sample.Notification(2) with { Urgent = true }, Ct);
        await SweepAsync();
        Assert.Equal(2, _woken.Count);
    }

    [Fact]
    public async Task What_waits_for_its_time_costs_one_scan()
    {
        for (var i = 1; i <= 50; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i) with { NotBefore = Sample.Monday.AddDays(i) }, Ct);
        }

        _stage.Counted.Reset();
        await SweepAsync();
        Assert.Equal(1, _stage.Counted.Operations);
    }

    private async Task<NotificationId> ClaimedAsync(int sequence)
    {
        var queued = Sample.Notification(sequence);
        await _stage.QueueAsync(queued, Ct);
        var stored = (await NotificationRows.FindAsync(_stage.Memory, queued.Id, Ct))!;
        var claimed = DeliveryPolicy.Claim(queued, "dead", "v1", _stage.Options.Lease, Sample.Monday).Next!;
        await _stage.Memory.CommitAsync(Sample.District.ToString(), [.. NotificationRows.Replace(stored, claimed)], Ct);
        return queued.Id;
    }

    private Task SweepAsync() => new SweepJob(
        _stage.Counted, _stage.Moves, _stage.Unconfirmed, new WorkingCalendar(new()), new(() => this), [], _stage.Clock, NullLogger<SweepJob>.Instance)
        .RunAsync(Sample.District, Ct);
}
