using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Work;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Work;

/// <summary>Ticks of delivery are at every fifth minute here, as by default.</summary>
public sealed class WakingRecordStoreTests : ISchedule
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly KeptQueue _queue = new();
    private readonly InMemoryRecordStore _inner = new();
    private readonly FakeTimeProvider _clock = new(Sample.Monday.AddSeconds(1));

    private WakingRecordStore Store => new(_inner, _queue, this, _clock, NullLogger<WakingRecordStore>.Instance);

    IReadOnlyList<ScheduleRow> ISchedule.Rows => DefaultSchedule.Rows;

    DateTimeOffset ISchedule.NextAfter(string job, DateTimeOffset time)
    {
        var step = TimeSpan.FromMinutes(5).Ticks;
        return new((time.UtcTicks / step * step) + step, TimeSpan.Zero);
    }

    [Fact]
    public async Task New_mail_calls_delivery_for_the_moment_at_which_it_falls_due()
    {
        await PlanAsync(Sample.Monday.AddMinutes(17).AddSeconds(2));

        var call = Assert.Single(_queue.Messages);
        Assert.Equal(new WorkItem("deliver", Sample.District), call.Item);
        Assert.Equal(Sample.Monday.AddMinutes(17).AddSeconds(10), call.NotBefore);
    }

    [Fact]
    public async Task A_commit_with_many_mails_of_one_moment_calls_once()
    {
        var due = Sample.Monday.AddMinutes(17);
        await Store.CommitAsync("BROMMA", [.. Enumerable.Range(1, 20).SelectMany(i => NotificationRows.Insert(Sample.Notification(i) with { NotBefore = due }))], Ct);

        Assert.Single(_queue.Messages);
    }

    [Theory]
    [InlineData(20.0, "a tick comes at that moment")]
    [InlineData(19.5, "a tick comes half a minute later")]
    public async Task Where_a_tick_comes_anyway_nothing_is_called(double minutes, string because)
    {
        await PlanAsync(Sample.Monday.AddMinutes(minutes));

        Assert.True(_queue.Messages.Count == 0, because);
    }

    [Fact]
    public async Task What_is_due_already_is_called_for_though_the_tick_at_its_time_has_passed()
    {
        await PlanAsync(Sample.Monday);

        Assert.Single(_queue.Messages);
    }

    [Fact]
    public async Task A_mail_that_was_tried_calls_for_itself_at_its_next_rung()
    {
        var before = await PlanAsync(Sample.Monday.AddMinutes(20));
        var tried = before.Notification with { Attempts = 1, NotBefore = Sample.Monday.AddMinutes(21).AddSeconds(30) };

        await Store.CommitAsync("BROMMA", [.. NotificationRows.Replace(before, tried)], Ct);

        Assert.Equal(WorkMessage.Attempt(tried), Assert.Single(_queue.Messages));
    }

    [Fact]
    public async Task What_is_claimed_ended_or_no_mail_at_all_calls_for_nothing()
    {
        var before = await PlanAsync(Sample.Monday.AddMinutes(20));
        var claimed = before.Notification with { State = NotificationState.Sending, NotBefore = Sample.Monday.AddMinutes(7), Attempts = 1 };
        await Store.CommitAsync("BROMMA", [.. NotificationRows.Replace(before, claimed)], Ct);
        var sending = (await NotificationRows.FindAsync(_inner, claimed.Id, Ct))!;
        await Store.CommitAsync("BROMMA", [.. NotificationRows.Replace(sending, claimed with { State = NotificationState.Accepted })], Ct);
        await Store.CommitAsync("BROMMA", [new RecordChange.Put("known:1", "{}")], Ct);

        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public async Task What_is_written_is_written_though_the_queue_be_down()
    {
        _queue.IsDown = true;

        var written = await PlanAsync(Sample.Monday.AddMinutes(17));

        Assert.Equal(NotificationState.Queued, written.Notification.State);
    }

    [Fact]
    public async Task Where_the_store_refuses_nothing_is_called()
    {
        await PlanAsync(Sample.Monday.AddMinutes(17));
        _queue.Messages.Clear();

        await Assert.ThrowsAsync<ConflictException>(() => PlanAsync(Sample.Monday.AddMinutes(17)));

        Assert.Empty(_queue.Messages);
    }

    private async Task<Stored> PlanAsync(DateTimeOffset due)
    {
        var notification = Sample.Notification() with { NotBefore = due };
        await Store.CommitAsync("BROMMA", [.. NotificationRows.Insert(notification)], Ct);
        return (await NotificationRows.FindAsync(_inner, notification.Id, Ct))!;
    }
}
