using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class ProviderEventTests
{
    private static readonly DateTimeOffset Now = Sample.Monday;

    [Fact]
    public void It_is_delivered_when_anyone_has_it()
    {
        var next = Told(Accepted(), (Sample.School, ProviderEventKind.Delivered), (Sample.Principal, ProviderEventKind.Bounced));
        Assert.Equal(NotificationState.Delivered, next.State);
        Assert.Equal([RecipientOutcome.Bounced, RecipientOutcome.Delivered], next.Recipients.Select(r => r.Outcome));
    }

    [Fact]
    public void It_has_bounced_only_when_it_has_for_everyone()
    {
        Assert.Equal(NotificationState.Accepted, Told(Accepted(), (Sample.School, ProviderEventKind.Bounced)).State);
        Assert.Equal(NotificationState.Bounced, Told(Accepted(), (Sample.School, ProviderEventKind.Bounced), (Sample.Principal, ProviderEventKind.Bounced)).State);
    }

    [Fact]
    public void A_recipient_that_was_refused_at_once_does_not_hide_that_the_other_bounced()
    {
        var accepted = Accepted();
        accepted = accepted with { Recipients = [accepted.Recipients[0] with { Outcome = RecipientOutcome.Failed }, accepted.Recipients[1]] };
        Assert.Equal(NotificationState.Bounced, Told(accepted, (Sample.School, ProviderEventKind.Bounced)).State);
    }

    [Fact]
    public void An_event_ahead_of_the_record_proves_that_the_mail_was_taken()
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(), "p1", "v1", TimeSpan.FromMinutes(5), Now).Next!;
        var next = Tell(sending, Sample.School, ProviderEventKind.Delivered).Next!;
        Assert.Equal((NotificationState.Delivered, Now), (next.State, next.SentAt));
        Assert.Equal(RecipientOutcome.Accepted, next.Recipients[0].Outcome);
    }

    [Fact]
    public void A_bounce_told_again_does_not_end_what_was_queued_again_by_hand()
    {
        var bounced = Told(Accepted(), (Sample.School, ProviderEventKind.Bounced), (Sample.Principal, ProviderEventKind.Bounced));
        var again = DeliveryPolicy.Retry(bounced, "anna", new(new()), Now).Next!;
        Assert.Equal(Refusal.NothingNew, Tell(again, Sample.School, ProviderEventKind.Bounced).Refusal);
    }

    [Fact]
    public void An_address_that_it_never_went_to_says_nothing() => Assert.Equal(
        Refusal.NothingNew, Tell(Accepted(), EmailAddress.Parse("annan@skola.example"), ProviderEventKind.Delivered).Refusal);

    [Fact]
    public void A_bounce_of_the_send_before_a_retry_says_nothing_about_the_one_after()
    {
        var bounced = DeliveryPolicy.Told(Accepted(), [Of(Sample.School, ProviderEventKind.Bounced, "x"), Of(Sample.Principal, ProviderEventKind.Bounced, "x")], Now).Next!;
        var again = DeliveryPolicy.Retry(bounced, "anna", new(new()), Now).Next!;
        var sending = DeliveryPolicy.Claim(again, "p1", "v1", TimeSpan.FromMinutes(5), Now).Next!;
        var taken = DeliveryPolicy.Record(sending, sending.Claim!, new SendOutcome.Accepted("y", []), new(new()), Now).Next!;

        Assert.All([again, sending, taken], n => Assert.Equal(Refusal.NothingNew, DeliveryPolicy.Told(n, [Of(Sample.School, ProviderEventKind.Bounced, "x")], Now).Refusal));
        Assert.Equal(RecipientOutcome.Bounced, DeliveryPolicy.Told(taken, [Of(Sample.School, ProviderEventKind.Bounced, "y")], Now).Next!.Recipients[1].Outcome);
    }

    [Fact]
    public void A_mail_that_was_given_up_and_arrived_all_the_same_is_delivered()
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(), "p1", "v1", TimeSpan.FromMinutes(5), Now).Next!;
        var failed = DeliveryPolicy.Record(sending, sending.Claim!, new SendOutcome.Permanent("given up"), new(new()), Now).Next!;
        Assert.Equal(NotificationState.Delivered, Tell(failed, Sample.School, ProviderEventKind.Delivered).Next!.State);
    }

    [Fact]
    public void Who_calls_it_unwanted_has_it_and_gets_no_more()
    {
        var next = Tell(Accepted(), Sample.School, ProviderEventKind.SpamReport).Next!;
        Assert.Equal((NotificationState.Delivered, RecipientOutcome.Delivered, true), (next.State, next.Recipients[1].Outcome, next.Recipients[1].IsDead));
    }

    [Fact]
    public void Any_order_of_any_events_with_any_repetitions_ends_alike()
    {
        var events = Gen.ListOf(Gen.Zip(Gen.Elements(Sample.School, Sample.Principal), Gen.Elements(Enum.GetValues<ProviderEventKind>()))).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(events, told =>
        {
            var inOrder = Told(Accepted(), [.. told]);
            var reversed = Told(Accepted(), [.. Enumerable.Reverse(told), .. told]);
            return inOrder.State == reversed.State
                && inOrder.Recipients.Select(r => (r.Outcome, r.IsDead)).SequenceEqual(reversed.Recipients.Select(r => (r.Outcome, r.IsDead)));
        }));
    }

    private static Notification Accepted()
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(), "p1", "v1", TimeSpan.FromMinutes(5), Now).Next!;
        return DeliveryPolicy.Record(sending, sending.Claim!, new SendOutcome.Accepted("x", []), new(new()), Now).Next!;
    }

    private static ProviderEvent Of(EmailAddress address, ProviderEventKind kind, string? messageId = null) =>
        new(Sample.Notification().Id, address, kind, Now, messageId, "why");

    private static Move Tell(Notification notification, EmailAddress address, ProviderEventKind kind) =>
        DeliveryPolicy.Told(notification, [Of(address, kind)], Now);

    private static Notification Told(Notification notification, params (EmailAddress Who, ProviderEventKind Kind)[] events) =>
        events.Aggregate(notification, (n, e) => Tell(n, e.Who, e.Kind).Next ?? n);
}
