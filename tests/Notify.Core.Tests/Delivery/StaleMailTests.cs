using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Nobody is told of a contact who had already been replaced when the mail was claimed.</summary>
public sealed class StaleMailTests
{
    private readonly DeliveryStage _stage = new();
    private bool _isCurrent;

    public StaleMailTests() => _stage.Owner.IsCurrent = _ => Task.FromResult(Volatile.Read(ref _isCurrent));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_watch_catches_up_first_and_the_old_truth_is_replaced_by_the_new()
    {
        var old = await _stage.QueueAsync(Sample.Notification(1), Ct);
        var next = Sample.Notification(2);
        _stage.Owner.CatchUp = async () =>
        {
            Volatile.Write(ref _isCurrent, true);
            await _stage.Actions.SupersedeAsync(old, "the watch", Ct);
            await _stage.QueueAsync(next, Ct);
        };

        await _stage.DeliverAsync(Ct);

        Assert.Equal(next.Id, Assert.Single(_stage.Transport.Calls).Id);
        Assert.Equal(NotificationState.Superseded, (await _stage.ReadAsync(old, Ct)).State);
        Assert.Empty(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task What_still_holds_is_sent_and_the_claim_given_back_does_not_count()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Owner.CatchUp = () =>
        {
            Volatile.Write(ref _isCurrent, true);
            return Task.CompletedTask;
        };

        await _stage.DeliverAsync(Ct);

        Assert.Single(_stage.Transport.Calls);
        Assert.Equal(1, (await _stage.ReadAsync(id, Ct)).Attempts);
    }

    [Fact]
    public async Task Many_stale_mails_make_the_watch_run_once()
    {
        for (var i = 1; i <= 20; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        _stage.Owner.CatchUp = () =>
        {
            Volatile.Write(ref _isCurrent, true);
            return Task.CompletedTask;
        };

        await _stage.DeliverAsync(Ct);

        Assert.Equal((20, 1), (_stage.Transport.Taken.Count, _stage.Owner.CaughtUp));
    }

    [Fact]
    public async Task A_watch_that_never_catches_up_keeps_the_mail_back_and_the_run_ends()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);

        var report = await _stage.DeliverAsync(Ct);

        Assert.Equal(1, report[DeliveryResult.Stale]);
        Assert.Empty(_stage.Transport.Calls);
        var kept = await _stage.ReadAsync(id, Ct);
        Assert.Equal((NotificationState.Queued, 0), (kept.State, kept.Attempts));
    }

    [Fact]
    public async Task What_trial_mode_suppresses_must_be_the_present_truth_too()
    {
        _stage.Options.Trial = true;
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Owner.CatchUp = async () =>
        {
            Volatile.Write(ref _isCurrent, true);
            await _stage.Actions.SupersedeAsync(id, "the watch", Ct);
        };

        await _stage.DeliverAsync(Ct);

        Assert.Equal(NotificationState.Superseded, (await _stage.ReadAsync(id, Ct)).State);
    }

    [Fact]
    public async Task A_watch_that_throws_leaves_the_mail_queued_and_the_error_is_told()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        _stage.Owner.IsCurrent = _ => throw new InvalidOperationException();
        await Assert.ThrowsAsync<AggregateException>(() => _stage.DeliverAsync(Ct));
        Assert.Equal(NotificationState.Queued, (await _stage.ReadAsync(id, Ct)).State);
    }
}
