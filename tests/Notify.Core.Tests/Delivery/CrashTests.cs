using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

/// <summary>Whatever moment a process dies or stops at, nothing is lost, and what can be told apart is not doubled.</summary>
public sealed class CrashTests
{
    private readonly DeliveryStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every operation of a run with three mails (1 + 3 × (3 + 1) of them), with and without its last commit written.</summary>
    public static TheoryData<int, bool> Moments() => [.. Enumerable.Range(1, 13).SelectMany(n => new[] { (n, false), (n, true) })];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Killed_at_any_store_operation_every_mail_arrives_once(int lastOperation, bool isWritten)
    {
        var dying = new DyingRecordStore(_stage.Memory, lastOperation, isWritten);
        var ids = await QueueThreeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => _stage.Process("p1", dying, new FakeOwner(dying)).DeliverAsync(Sample.District, Ct));

        await _stage.Process("p2", gone: "p1").DeliverAsync(Sample.District, Ct);

        Assert.True(dying.IsDead);
        Assert.Equal(ids.Order(), _stage.Transport.Calls.Select(m => m.Id.ToString()).Order());
        await AssertAllAcceptedAsync();
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Where_nobody_knows_of_the_death_the_lease_runs_out_first(int lastOperation, bool isWritten)
    {
        var dying = new DyingRecordStore(_stage.Memory, lastOperation, isWritten);
        await QueueThreeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => _stage.Process("p1", dying, new FakeOwner(dying)).DeliverAsync(Sample.District, Ct));
        await _stage.Process("p2").DeliverAsync(Sample.District, Ct);
        _stage.Clock.Advance(_stage.Options.Lease);

        await _stage.Process("p2").DeliverAsync(Sample.District, Ct);

        Assert.Equal(3, _stage.Transport.Calls.Count);
        await AssertAllAcceptedAsync();
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_transport_without_memory_gets_a_mail_again_rather_than_never(int lastOperation, bool isWritten)
    {
        _stage.Transport.Remembers = false;
        var dying = new DyingRecordStore(_stage.Memory, lastOperation, isWritten);
        await QueueThreeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => _stage.Process("p1", dying, new FakeOwner(dying)).DeliverAsync(Sample.District, Ct));

        await _stage.Process("p2", gone: "p1").DeliverAsync(Sample.District, Ct);

        Assert.Equal(3, _stage.Transport.Taken.Count);
        Assert.InRange(_stage.Transport.Calls.Count, 3, 4);
        await AssertAllAcceptedAsync();
    }

    [Fact]
    public async Task Two_processes_at_once_send_each_mail_once()
    {
        for (var i = 1; i <= 200; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        _stage.Transport.Answer = async (_, _) =>
        {
            await Task.Yield();
            return new SendOutcome.Accepted(null, []);
        };
        var reports = await Task.WhenAll(
            Task.Run(() => _stage.Process("p1").DeliverAsync(Sample.District, Ct)),
            Task.Run(() => _stage.Process("p2").DeliverAsync(Sample.District, Ct)));

        Assert.Equal(200, _stage.Transport.Calls.Count);
        Assert.Equal(200, _stage.Transport.Taken.Count);
        Assert.Equal(200, reports[0].Plus(reports[1])[DeliveryResult.Accepted]);
        await AssertAllAcceptedAsync();
    }

    [Fact]
    public async Task Stopped_between_claim_and_send_it_gives_the_claim_back()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        _stage.Owner.IsCurrent = async _ =>
        {
            await stopping.CancelAsync();
            return true;
        };
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stage.DeliverAsync(stopping.Token));

        Assert.Empty(_stage.Transport.Calls);
        var kept = await _stage.ReadAsync(id, Ct);
        Assert.Equal((NotificationState.Queued, 0), (kept.State, kept.Attempts));
    }

    [Fact]
    public async Task Stopped_during_a_send_it_finishes_and_records_it()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        _stage.Transport.Answer = async (_, ct) =>
        {
            await stopping.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return new SendOutcome.Accepted(null, []);
        };
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stage.DeliverAsync(stopping.Token));

        Assert.Equal(NotificationState.Accepted, (await _stage.ReadAsync(id, Ct)).State);
    }

    [Fact]
    public async Task A_send_without_an_answer_ends_before_its_lease_and_is_settled_by_the_next_run()
    {
        var silent = new TaskCompletionSource<SendOutcome>();
        var called = new TaskCompletionSource();
        _stage.Transport.Answer = (_, ct) =>
        {
            called.SetResult();
            return silent.Task.WaitAsync(ct);
        };
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        var run = _stage.DeliverAsync(Ct);
        await called.Task;
        _stage.Clock.Advance(_stage.Options.Lease * 0.9);

        Assert.Equal(1, (await run)[DeliveryResult.Unconfirmed]);
        Assert.Equal(NotificationState.Sending, (await _stage.ReadAsync(id, Ct)).State);

        _stage.Transport.Script(new SendOutcome.Accepted(null, []));
        Assert.Equal(1, (await _stage.DeliverAsync(Ct))[DeliveryResult.Skipped]);
        _stage.Clock.Advance(_stage.Options.Lease * 0.1);
        Assert.Equal(1, (await _stage.DeliverAsync(Ct))[DeliveryResult.Accepted]);
        await AssertAllAcceptedAsync();
    }

    [Fact]
    public async Task A_lost_race_with_the_watch_while_recording_is_decided_again()
    {
        var owner = new ContendedOwner(_stage.Memory, conflicts: 3);
        await _stage.QueueAsync(Sample.Notification(), Ct);
        Assert.Equal(1, (await _stage.Process("p1", owner: owner).DeliverAsync(Sample.District, Ct))[DeliveryResult.Accepted]);
        Assert.Single(_stage.Transport.Calls);
    }

    [Fact]
    public async Task A_race_that_is_lost_again_and_again_leaves_the_mail_to_be_settled()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        var owner = new ContendedOwner(_stage.Memory, conflicts: int.MaxValue);
        Assert.Equal(1, (await _stage.Process("p1", owner: owner).DeliverAsync(Sample.District, Ct))[DeliveryResult.Unconfirmed]);
        Assert.Equal(NotificationState.Sending, (await _stage.ReadAsync(id, Ct)).State);

        await _stage.Process("p2", gone: "p1").DeliverAsync(Sample.District, Ct);
        Assert.Single(_stage.Transport.Calls);
        await AssertAllAcceptedAsync();
    }

    private async Task<IReadOnlyList<string>> QueueThreeAsync()
    {
        _stage.Options.Concurrency = 1;
        var ids = new List<string>();
        for (var i = 1; i <= 3; i++)
        {
            ids.Add((await _stage.QueueAsync(Sample.Notification(i), Ct)).ToString());
        }

        return ids;
    }

    private async Task AssertAllAcceptedAsync()
    {
        Assert.Empty(await _stage.PendingAsync(Ct));
        await foreach (var record in _stage.Memory.ScanAsync("BROMMA", NotificationRows.Prefix, Ct))
        {
            var notification = NotificationRows.Read(record).Notification;
            Assert.Equal(NotificationState.Accepted, notification.State);
            Assert.Equal("\"Accepted\"", (await _stage.Memory.FindAsync("BROMMA", FakeOwner.KeyOf(notification.Id), Ct))!.Value);
        }
    }
}
