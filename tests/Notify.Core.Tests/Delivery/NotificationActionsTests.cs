using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class NotificationActionsTests
{
    private readonly DeliveryStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_held_does_not_leave_until_it_is_released()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        Assert.Equal(ActionResult.Done, (await _stage.Actions.HoldAsync(id, "anna", Ct)).Result);
        await _stage.DeliverAsync(Ct);
        Assert.Empty(_stage.Transport.Calls);

        Assert.Equal(ActionResult.Done, (await _stage.Actions.ReleaseAsync(id, "bo", Ct)).Result);
        await _stage.DeliverAsync(Ct);
        Assert.Single(_stage.Transport.Calls);
        Assert.Equal(["planned", "held by anna", "released by bo"], (await _stage.ReadAsync(id, Ct)).History.Take(3).Select(h => h.Detail));
    }

    [Fact]
    public async Task What_is_cancelled_does_not_leave_unless_it_is_retried()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        var answer = await _stage.Actions.CancelAsync(id, "anna", Ct);
        Assert.Equal((ActionResult.Done, NotificationState.Cancelled), (answer.Result, answer.Notification!.State));
        Assert.Empty(await _stage.PendingAsync(Ct));
        await _stage.DeliverAsync(Ct);
        Assert.Empty(_stage.Transport.Calls);

        await _stage.Actions.RetryAsync(id, "anna", Ct);
        await _stage.DeliverAsync(Ct);
        Assert.Single(_stage.Transport.Calls);
    }

    [Fact]
    public async Task The_watch_follows_what_is_done_by_hand()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.Actions.CancelAsync(id, "anna", Ct);
        Assert.Equal("\"Cancelled\"", (await _stage.Memory.FindAsync("BROMMA", FakeOwner.KeyOf(id), Ct))!.Value);
    }

    [Fact]
    public async Task What_cannot_be_done_changes_nothing_and_says_so()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);
        var answer = await _stage.Actions.CancelAsync(id, "anna", Ct);
        Assert.Equal((ActionResult.NothingToDo, NotificationState.Accepted), (answer.Result, answer.Notification!.State));
        Assert.Equal(3, (await _stage.ReadAsync(id, Ct)).History.Count);
    }

    [Fact]
    public async Task An_id_that_nobody_has_is_not_found() =>
        Assert.Equal(new ActionAnswer(ActionResult.NotFound, null), await _stage.Actions.RetryAsync(Sample.Notification(7).Id, "anna", Ct));
}
