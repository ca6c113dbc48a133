using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Now = Sample.Monday;
    private static readonly TimeSpan ReconcileAfter = TimeSpan.FromHours(2);
    private static readonly WorkingCalendar Calendar = new(new SendWindowOptions());

    [Fact]
    public void The_ladder_is_that_of_the_design() => Assert.Equal(
        ["00:01:00", "00:05:00", "00:15:00", "01:00:00", "04:00:00", "12:00:00", "1.00:00:00"],
        DeliveryPolicy.Ladder.Select(wait => wait.ToString("c")));

    [Theory]
    [InlineData(1, "2026-03-02T10:01")]
    [InlineData(2, "2026-03-02T10:05")]
    [InlineData(3, "2026-03-02T10:15")]
    [InlineData(4, "2026-03-02T11:00")]
    [InlineData(5, "2026-03-02T14:00")]
    [InlineData(6, "2026-03-03T07:00")]
    [InlineData(7, "2026-03-03T10:00")]
    public void The_nth_failure_waits_the_nth_rung_and_then_for_the_window(int attempts, string notBefore)
    {
        var next = Transient(Claimed(attempts)).Next!;
        Assert.Equal((NotificationState.Queued, At(notBefore)), (next.State, next.NotBefore));
    }

    [Fact]
    public void What_is_urgent_does_not_wait_for_the_window() =>
        Assert.Equal(Now.AddHours(12), Transient(Claimed(6) with { Urgent = true }).Next!.NotBefore);

    [Fact]
    public void After_the_last_rung_it_has_failed_and_says_why()
    {
        var next = Transient(Claimed(8)).Next!;
        Assert.Equal(NotificationState.Failed, next.State);
        Assert.Contains("421", next.History[^1].Detail, StringComparison.Ordinal);
        Assert.All(next.Recipients, r => Assert.Equal(RecipientOutcome.Failed, r.Outcome));
    }

    [Fact]
    public void A_throttled_send_waits_as_told_and_keeps_its_rung()
    {
        var claimed = Claimed(3);
        var next = Record(claimed, new SendOutcome.Throttled(TimeSpan.FromMinutes(17))).Next!;
        Assert.Equal((2, Now.AddMinutes(17)), (next.Attempts, next.NotBefore));
    }

    [Fact]
    public void What_may_have_left_goes_again_in_the_same_version_and_what_certainly_did_not_in_any()
    {
        var first = Claim(Sample.Notification());
        var unsure = Record(first, new SendOutcome.Transient("no answer")).Next! with { NotBefore = Now };
        var again = DeliveryPolicy.Claim(unsure, "p1", unsure.TemplateVersion, TimeSpan.FromMinutes(5), Now).Next!;

        Assert.Equal(("v1", "v1", true), (unsure.TemplateVersion, again.TemplateVersion, again.Claim!.IsAgain));
        Assert.Equal("v1", DeliveryPolicy.GiveBack(again, again.Claim, "stopping", Now).Next!.TemplateVersion);
        Assert.Equal("v1", Record(again, new SendOutcome.Throttled(TimeSpan.FromMinutes(1))).Next!.TemplateVersion);
        Assert.Equal("v1", Record(again, new SendOutcome.Accepted("p", [])).Next!.TemplateVersion);

        Assert.Null(DeliveryPolicy.GiveBack(first, first.Claim!, "stopping", Now).Next!.TemplateVersion);
        Assert.Null(Record(first, new SendOutcome.Throttled(TimeSpan.FromMinutes(1))).Next!.TemplateVersion);
        var failed = Record(first, new SendOutcome.Permanent("no")).Next!;
        Assert.Equal("v1", failed.TemplateVersion);
        Assert.Null(DeliveryPolicy.Retry(failed, "Eva", new(new()), Now).Next!.TemplateVersion);
    }

    [Fact]
    public void A_claim_given_back_leaves_no_trace_but_in_the_history()
    {
        var queued = Sample.Notification();
        var claimed = Claim(queued);
        var back = DeliveryPolicy.GiveBack(claimed, claimed.Claim!, "stopping", Now).Next!;
        Assert.Equivalent(queued with { History = [] }, back with { History = [] });
        Assert.Equal(3, back.History.Count);
    }

    [Fact]
    public void What_is_not_due_or_too_late_is_not_claimed()
    {
        var queued = Sample.Notification();
        Assert.Equal(Refusal.NotDue, DeliveryPolicy.Claim(queued with { NotBefore = Now.AddTicks(1) }, "p1", "v1", TimeSpan.FromMinutes(5), Now).Refusal);
        Assert.Equal(Refusal.TooLate, DeliveryPolicy.Claim(queued with { Expires = Now }, "p1", "v1", TimeSpan.FromMinutes(5), Now).Refusal);
    }

    [Fact]
    public void Only_the_holder_of_the_claim_records_what_is_not_an_acceptance()
    {
        var claimed = Claimed(1);
        var other = claimed.Claim! with { Owner = "p2" };
        Assert.Equal(Refusal.ClaimLost, DeliveryPolicy.Record(claimed, other, new SendOutcome.Transient("421"), Calendar, Now).Refusal);
        Assert.Equal(Refusal.ClaimLost, DeliveryPolicy.GiveBack(claimed, other, "stopping", Now).Refusal);
    }

    [Fact]
    public void A_claim_is_left_alone_until_its_lease_is_over_or_its_owner_gone()
    {
        var claimed = Claimed(1);
        var until = claimed.Claim!.Until;
        Assert.Equal(Refusal.ClaimHeld, Reconcile(claimed, Reconciliation.Taken, false, until.AddTicks(-1)).Refusal);
        Assert.NotNull(Reconcile(claimed, Reconciliation.Taken, false, until).Next);
        Assert.NotNull(Reconcile(claimed, Reconciliation.Taken, true, Now).Next);
        Assert.Equal(Refusal.ClaimLost, DeliveryPolicy.Reconcile(claimed, claimed.Claim with { Owner = "p0" }, Reconciliation.Taken, true, ReconcileAfter, Calendar, until).Refusal);
    }

    [Fact]
    public void What_died_with_its_process_is_no_failed_attempt_of_the_mail() =>
        Assert.Equal(0, Reconcile(Claimed(1), Reconciliation.Unknown, true, Now).Next!.Attempts);

    [Fact]
    public void A_send_that_nobody_answered_counts_and_climbs_the_ladder()
    {
        var unanswered = Record(Claimed(1), new SendOutcome.Unanswered("reset")).Next!;
        Assert.Equal((NotificationState.Sending, "reset"), (unanswered.State, unanswered.Claim!.Unanswered));

        var next = Reconcile(unanswered, Reconciliation.EventAwaited, false, Now + ReconcileAfter).Next!;
        Assert.Equal((NotificationState.Queued, 1, Now + ReconcileAfter + DeliveryPolicy.Ladder[0]), (next.State, next.Attempts, next.NotBefore));
        Assert.Equal(NotificationState.Failed, Reconcile(unanswered with { Attempts = 8 }, Reconciliation.EventAwaited, false, Now + ReconcileAfter).Next!.State);
    }

    [Fact]
    public void An_event_is_awaited_from_the_claim_on_and_its_coming_ends_the_wait()
    {
        var claimed = Claimed(1);
        var justBefore = Now + ReconcileAfter - TimeSpan.FromTicks(1);
        Assert.Equal(Refusal.NotDue, Reconcile(claimed, Reconciliation.EventAwaited, true, justBefore).Refusal);
        Assert.Equal(0, Reconcile(claimed, Reconciliation.EventAwaited, true, Now + ReconcileAfter).Next!.Attempts);

        var told = DeliveryPolicy.Told(claimed, [new(claimed.Id, Sample.School, ProviderEventKind.Processed, Now, "x", null)], justBefore).Next!;
        Assert.Equal((NotificationState.Accepted, Now), (told.State, told.SentAt));
    }

    [Fact]
    public void A_refused_recipient_is_dead_only_when_the_address_is_at_fault()
    {
        var next = Record(Claimed(1), new SendOutcome.Permanent("refused") { Refused = [new(Sample.School, "550 5.1.1", IsDead: true)] }).Next!;
        Assert.Equal(NotificationState.Failed, next.State);
        Assert.Equal([(false, "refused"), (true, "550 5.1.1")], next.Recipients.Select(r => (r.IsDead, r.Detail!)));
    }

    [Fact]
    public void Sent_is_the_moment_of_the_claim()
    {
        var claimed = Claimed(1);
        var later = Now.AddMinutes(2);
        var next = DeliveryPolicy.Record(claimed, claimed.Claim!, new SendOutcome.Accepted("x", []), Calendar, later).Next!;
        Assert.Equal((Now, "x"), (next.SentAt, next.ProviderId));
    }

    [Fact]
    public void One_refused_recipient_leaves_the_mail_accepted_and_all_of_them_make_it_fail()
    {
        var some = Record(Claimed(1), new SendOutcome.Accepted("x", [new(Sample.School, "550")])).Next!;
        Assert.Equal(NotificationState.Accepted, some.State);
        Assert.Equal([(RecipientOutcome.Accepted, null), (RecipientOutcome.Failed, "550")], some.Recipients.Select(r => (r.Outcome, r.Detail)));

        var all = Record(Claimed(1), new SendOutcome.Accepted("x", [new(Sample.School, "550"), new(Sample.Principal, "551")])).Next!;
        Assert.Equal(NotificationState.Failed, all.State);
    }

    [Fact]
    public void Trial_mode_leaves_out_whoever_is_not_on_the_list()
    {
        var next = DeliveryPolicy.LeaveOut(Sample.Notification(), OnlySchool, Now).Next!;
        Assert.Equal(NotificationState.Queued, next.State);
        Assert.Equal([RecipientOutcome.Suppressed, RecipientOutcome.Waiting], next.Recipients.Select(r => r.Outcome));
        Assert.Equal(Refusal.NothingNew, DeliveryPolicy.LeaveOut(next, OnlySchool, Now).Refusal);
    }

    [Fact]
    public void Retried_by_hand_it_starts_anew_to_everyone()
    {
        var failed = Transient(Claimed(8)).Next!;
        var evening = At("2026-03-06T18:00");
        var again = DeliveryPolicy.Retry(failed, "anna@stad.example", Calendar, evening).Next!;
        Assert.Equal((0, At("2026-03-09T07:00")), (again.Attempts, again.NotBefore));
        Assert.All(again.Recipients, r => Assert.Equal((RecipientOutcome.Waiting, null), (r.Outcome, r.Detail)));
        Assert.Equal("queued again by anna@stad.example", again.History[^1].Detail);
        Assert.Equal(Refusal.TooLate, DeliveryPolicy.Retry(failed with { Expires = Now }, "anna", Calendar, Now).Refusal);
    }

    [Fact]
    public void A_history_without_end_keeps_its_beginning_and_its_end()
    {
        var notification = Sample.Notification();
        for (var i = 0; i < 500; i++)
        {
            var claimed = DeliveryPolicy.Claim(notification, "p1", "v1", TimeSpan.FromMinutes(5), Now.AddDays(i)).Next!;
            notification = DeliveryPolicy.GiveBack(claimed, claimed.Claim!, $"time {i}", Now.AddDays(i)).Next!;
        }

        Assert.Equal(200, notification.History.Count);
        Assert.Equal("planned", notification.History[0].Detail);
        Assert.EndsWith("time 499", notification.History[^1].Detail, StringComparison.Ordinal);
    }

    private static Notification Claim(Notification queued) => DeliveryPolicy.Claim(queued, "p1", "v1", TimeSpan.FromMinutes(5), Now).Next!;

    private static Notification Claimed(int attempts) => Claim(Sample.Notification() with { Attempts = attempts - 1 });

    private static Move Record(Notification claimed, SendOutcome outcome) =>
        DeliveryPolicy.Record(claimed, claimed.Claim!, outcome, Calendar, Now);

    private static Move Transient(Notification claimed) => Record(claimed, new SendOutcome.Transient("421"));

    private static Move Reconcile(Notification claimed, Reconciliation found, bool isGone, DateTimeOffset now) =>
        DeliveryPolicy.Reconcile(claimed, claimed.Claim, found, isGone, ReconcileAfter, Calendar, now);

    private static LeftOut? OnlySchool(EmailAddress address) =>
        address == Sample.School ? null : new(RecipientOutcome.Suppressed, "trial mode");

    private static DateTimeOffset At(string text) => StockholmTime.TryParse(text, out var at) ? at : throw new FormatException(text);
}
