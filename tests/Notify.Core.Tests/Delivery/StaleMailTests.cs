using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Nobody is told of a contact who had already been replaced when the mail was claimed.</summary>
public sealed class StaleMailTests
{
    private readonly DeliveryStage stage = new();
    private bool isCurrent;

    public StaleMailTests() => stage.Owner.IsCurrent = _ => Task.FromResult(Volatile.Read(ref isCurrent));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_watch_catches_up_first_and_the_old_truth_is_replaced_by_the_new()
    {
        var old = await stage.QueueAsync(Sample.Notification(1), Ct);
        var next = Sample.Notification(2);
        stage.Owner.CatchUp = async () =>
        {
            Volatile.Write(ref isCurrent, true);
            await stage.Actions.SupersedeAsync(old, "the watch", Ct);
            await stage.QueueAsync(next, Ct);
        };

        await stage.DeliverAsync(Ct);

        Assert.Equal(next.Id, Assert.Single(stage.Transport.Calls).Id);
        Assert.Equal(NotificationState.Superseded, (await stage.ReadAsync(old, Ct)).State);
        Assert.Empty(await stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task What_still_holds_is_sent_and_the_claim_given_back_does_not_count()
    {
        var id = await stage.QueueAsync(Sample.Notification(), Ct);
        stage.Owner.CatchUp = () =>
        {
            Volatile.Write(ref isCurrent, true);
            return Task.CompletedTask;
        };

        await stage.DeliverAsync(Ct);

        Assert.Single(stage.Transport.Calls);
        Assert.Equal(1, (await stage.ReadAsync(id, Ct)).Attempts);
    }

    [Fact]
    public async Task Many_stale_mails_make_the_watch_run_once()
    {
        for (var i = 1; i <= 20; i++)
        {
            await stage.QueueAsync(Sample.Notification(i), Ct);
        }

        stage.Owner.CatchUp = () =>
        {
            Volatile.Write(ref isCurrent, true);
            return Task.CompletedTask;
        };

        await stage.DeliverAsync(Ct);

        Assert.Equal((20, 1), (stage.Transport.Taken.Count, stage.Owner.CaughtUp));
    }

    [Fact]
    public async Task A_watch_that_never_catches_up_keeps_the_mail_back_and_the_run_ends()
    {
        var id = await stage.QueueAsync(Sample.Notification(), Ct);

        var report = await stage.DeliverAsync(Ct);

        Assert.Equal(1, report[DeliveryResult.Stale]);
        Assert.Empty(stage.Transport.Calls);
        var kept = await stage.ReadAsync(id, Ct);
        Assert.Equal((NotificationState.Queued, 0), (kept.State, kept.Attempts));
    }

    [Fact]
    public async Task What_trial_mode_suppresses_must_be_the_present_truth_too()
    {
        stage.Options.Trial = true;
        var id = await stage.QueueAsync(Sample.Notification(), Ct);
        stage.Owner.CatchUp = async () =>
        {
            Volatile.Write(ref isCurrent, true);
            await stage.Actions.SupersedeAsync(id, "the watch", Ct);
        };

        await stage.DeliverAsync(Ct);

        Assert.Equal(NotificationState.Superseded, (await stage.ReadAsync(id, Ct)).State);
    }

    [Fact]
    public async Task A_watch_that_throws_leaves_the_mail_queued_and_the_error_is_told()
    {
        var id = await stage.QueueAsync(Sample.Notification(), Ct);
        stage.Owner.IsCurrent = _ => throw new InvalidOperationException();
        await Assert.ThrowsAsync<AggregateException>(() => stage.DeliverAsync(Ct));
        Assert.Equal(NotificationState.Queued, (await stage.ReadAsync(id, Ct)).State);
    }
}
