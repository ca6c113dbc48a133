using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class DeliverJobTests
{
    private readonly DeliveryStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_is_due_is_handed_over_with_everything_it_needs()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);

        var report = await _stage.DeliverAsync(Ct);

        Assert.Equal(1, report[DeliveryResult.Accepted]);
        Assert.False(report.NeedsHuman);
        var mail = Assert.Single(_stage.Transport.Calls);
        Assert.Equal((id, "contact-changed", Sample.District, Sample.Monday), (mail.Id, mail.Kind, mail.District, mail.Date));
        Assert.Equal(new MailSender("Notify", EmailAddress.Parse("notify@stad.example")), mail.From);
        Assert.Equal(_stage.ReplyTo, mail.ReplyTo);
        Assert.Equal([Sample.Principal, Sample.School], mail.To);
        Assert.Equal("contact-changed (sv)", mail.Content.Subject);

        var sent = await _stage.ReadAsync(id, Ct);
        Assert.Equal((NotificationState.Accepted, 1, _stage.Renderer.Version, Sample.Monday, "provider-1"), (sent.State, sent.Attempts, sent.TemplateVersion, sent.SentAt, sent.ProviderId));
        Assert.Equal(["queued", "sending", "accepted"], sent.History.Select(h => h.State.ToString().ToLowerInvariant()));
        Assert.Empty(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task The_watch_follows_in_the_same_commit_every_move_but_the_claim()
    {
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);
        Assert.Equal([(NotificationState.Sending, NotificationState.Accepted)], _stage.Owner.Followed);
        Assert.Equal("\"Accepted\"", (await _stage.Memory.FindAsync("BROMMA", FakeOwner.KeyOf(id), Ct))!.Value);
    }

    [Fact]
    public async Task A_second_run_finds_nothing_to_do()
    {
        await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);
        _stage.Counted.Reset();

        Assert.Empty((await _stage.DeliverAsync(Ct)).Counts);
        Assert.Single(_stage.Transport.Calls);
        Assert.Equal(2, _stage.Counted.Operations);
    }

    [Fact]
    public async Task What_is_not_due_stays()
    {
        await _stage.QueueAsync(Sample.Notification() with { NotBefore = Sample.Monday.AddMinutes(1) }, Ct);
        await _stage.DeliverAsync(Ct);
        Assert.Empty(_stage.Transport.Calls);

        _stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await _stage.DeliverAsync(Ct);
        Assert.Single(_stage.Transport.Calls);
    }

    [Fact]
    public async Task While_the_window_is_closed_only_what_is_urgent_leaves()
    {
        _stage.Clock.Advance(TimeSpan.FromHours(7));
        await _stage.QueueAsync(Sample.Notification(1), Ct);
        var urgent = await _stage.QueueAsync(Sample.Notification(2) with { Urgent = true }, Ct);

        await _stage.DeliverAsync(Ct);

        Assert.Equal(urgent, Assert.Single(_stage.Transport.Calls).Id);
        Assert.Single(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task A_window_that_closes_during_the_run_stops_it()
    {
        _stage.Options.Concurrency = 1;
        _stage.Transport.Answer = (_, _) =>
        {
            _stage.Clock.Advance(TimeSpan.FromHours(7));
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null, []));
        };
        await _stage.QueueAsync(Sample.Notification(1), Ct);
        await _stage.QueueAsync(Sample.Notification(2), Ct);

        var report = await _stage.DeliverAsync(Ct);

        Assert.Equal((1, 1), (report[DeliveryResult.Accepted], report[DeliveryResult.Skipped]));
        Assert.Single(_stage.Transport.Calls);
    }

    [Fact]
    public async Task A_mail_that_fails_for_now_climbs_the_ladder_and_then_fails_for_good()
    {
        _stage.Transport.Script(new SendOutcome.Transient("421 later"));
        var id = await _stage.QueueAsync(Sample.Notification() with { Urgent = true }, Ct);
        foreach (var wait in DeliveryPolicy.Ladder)
        {
            Assert.Equal(1, (await _stage.DeliverAsync(Ct))[DeliveryResult.Postponed]);
            _stage.Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
            Assert.Empty((await _stage.DeliverAsync(Ct)).Counts);
            _stage.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.True((await _stage.DeliverAsync(Ct)).NeedsHuman);
        Assert.Equal(8, _stage.Transport.Calls.Count);
        Assert.Equal(NotificationState.Failed, (await _stage.ReadAsync(id, Ct)).State);
        Assert.Empty(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task A_transport_that_throws_has_failed_for_now_and_the_reason_is_the_type_alone()
    {
        _stage.Transport.Answer = (_, _) => throw new InvalidOperationException("rektor@skola.example");
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);
        var notification = await _stage.ReadAsync(id, Ct);
        Assert.Equal(NotificationState.Queued, notification.State);
        Assert.EndsWith("InvalidOperationException", notification.History[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_rendered_has_failed_with_the_reason()
    {
        _stage.Renderer.Broken.Add("contact-changed");
        var id = await _stage.QueueAsync(Sample.Notification(), Ct);
        Assert.True((await _stage.DeliverAsync(Ct)).NeedsHuman);
        Assert.Contains("school_name is missing", (await _stage.ReadAsync(id, Ct)).History[^1].Detail, StringComparison.Ordinal);
        Assert.Empty(_stage.Transport.Calls);
    }

    [Fact]
    public async Task What_would_come_too_late_expires()
    {
        var id = await _stage.QueueAsync(Sample.Notification() with { Expires = Sample.Monday }, Ct);
        Assert.Equal(1, (await _stage.DeliverAsync(Ct))[DeliveryResult.Expired]);
        Assert.Equal(NotificationState.Expired, (await _stage.ReadAsync(id, Ct)).State);
        Assert.Empty(_stage.Transport.Calls);
    }

    [Fact]
    public async Task In_trial_mode_only_the_allow_list_receives()
    {
        (_stage.Options.Trial, _stage.Options.AllowList) = (true, [Sample.School.ToString()]);
        var both = await _stage.QueueAsync(Sample.Notification(1), Ct);
        var none = await _stage.QueueAsync(Sample.Notification(2, Sample.Principal), Ct);

        var report = await _stage.DeliverAsync(Ct);

        Assert.Equal((1, 1), (report[DeliveryResult.Accepted], report[DeliveryResult.Suppressed]));
        Assert.Equal([Sample.School], Assert.Single(_stage.Transport.Calls).To);
        Assert.Equal([RecipientOutcome.Suppressed, RecipientOutcome.Accepted], (await _stage.ReadAsync(both, Ct)).Recipients.Select(r => r.Outcome));
        Assert.Equal(NotificationState.Suppressed, (await _stage.ReadAsync(none, Ct)).State);
        Assert.Empty(await _stage.PendingAsync(Ct));
    }

    [Fact]
    public async Task Without_a_reply_address_answers_go_to_the_sender()
    {
        _stage.ReplyTo = null;
        await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);
        Assert.Equal(_stage.Options.ToSender().Address, Assert.Single(_stage.Transport.Calls).ReplyTo);
    }

    [Fact]
    public async Task One_broken_notification_keeps_no_other_from_its_turn()
    {
        var broken = Sample.Notification(1);
        await _stage.QueueAsync(broken, Ct);
        await _stage.QueueAsync(Sample.Notification(2), Ct);
        await _stage.Memory.CommitAsync("BROMMA", [new Core.Store.RecordChange.Put(NotificationRows.KeyOf(broken.Id), "{}")], Ct);

        await Assert.ThrowsAsync<AggregateException>(() => _stage.DeliverAsync(Ct));
        Assert.Single(_stage.Transport.Calls);
    }

    [Fact]
    public async Task A_mail_costs_three_store_operations_what_its_watch_reads_and_four_of_the_run()
    {
        await _stage.QueueAsync(Sample.Notification(), Ct);
        await _stage.DeliverAsync(Ct);

        // Read, claim, record, and one row that the watch reads to follow. Of the run: what is in trouble, what is due, and two
        // for a block of the pace.
        Assert.Equal(4 + 4, _stage.Counted.Operations);
    }

    [Fact]
    public async Task A_hundred_mails_cost_three_store_operations_each_and_a_few_of_the_run()
    {
        for (var i = 1; i <= 100; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        await _stage.DeliverAsync(Ct);
        Assert.Equal(100, _stage.Transport.Taken.Count);
        Assert.Equal((100 * (3 + 1)) + 2 + (2 * 2), _stage.Counted.Operations);
    }

    [Fact]
    public async Task No_more_are_sent_at_once_than_the_setting_says()
    {
        _stage.Options.Concurrency = 3;
        var (now, most) = (0, 0);
        var gate = new Lock();
        _stage.Transport.Answer = async (_, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Yield();
            lock (gate)
            {
                now--;
            }

            return new SendOutcome.Accepted(null, []);
        };
        for (var i = 1; i <= 50; i++)
        {
            await _stage.QueueAsync(Sample.Notification(i), Ct);
        }

        await _stage.DeliverAsync(Ct);
        Assert.InRange(most, 1, 3);
    }
}
