using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Testing.Delivery;
using Xunit;

namespace Notify.Core.Tests.Delivery;

public sealed class ProviderEventTests
{
    private static readonly DateTimeOffset Now = Sample.Monday;

    [Fact]
    public void It_is_delivered_when_anyone_has_it()
    {
        var next = Told(Accepted(), ("school", true), ("principal", false));
        Assert.Equal(NotificationState.Delivered, next.State);
        Assert.Equal([RecipientOutcome.Bounced, RecipientOutcome.Delivered], next.Recipients.Select(r => r.Outcome));
    }

    [Fact]
    public void It_has_bounced_only_when_it_has_for_everyone()
    {
        Assert.Equal(NotificationState.Accepted, Told(Accepted(), ("school", false)).State);
        Assert.Equal(NotificationState.Bounced, Told(Accepted(), ("school", false), ("principal", false)).State);
    }

    [Fact]
    public void A_recipient_that_was_refused_at_once_does_not_hide_that_the_other_bounced()
    {
        var accepted = Accepted();
        accepted = accepted with { Recipients = [accepted.Recipients[0] with { Outcome = RecipientOutcome.Failed }, accepted.Recipients[1]] };
        Assert.Equal(NotificationState.Bounced, Told(accepted, ("school", false)).State);
    }

    [Fact]
    public void An_event_ahead_of_the_record_proves_that_the_mail_was_taken()
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(), "p1", TimeSpan.FromMinutes(5), Now).Next!;
        var next = DeliveryPolicy.Delivered(sending, Sample.School, Now.AddMinutes(1)).Next!;
        Assert.Equal((NotificationState.Delivered, Now), (next.State, next.SentAt));
        Assert.Equal(RecipientOutcome.Accepted, next.Recipients[0].Outcome);
    }

    [Fact]
    public void A_bounce_told_again_does_not_end_what_was_queued_again_by_hand()
    {
        var bounced = Told(Accepted(), ("school", false), ("principal", false));
        var again = DeliveryPolicy.Retry(bounced, "anna", new(new()), Now).Next!;
        Assert.Equal(Refusal.WrongState, DeliveryPolicy.Bounced(again, Sample.School, "550", Now).Refusal);
    }

    [Fact]
    public void An_address_that_it_never_went_to_says_nothing() => Assert.Equal(
        Refusal.NothingNew, DeliveryPolicy.Delivered(Accepted(), Core.Register.EmailAddress.Parse("annan@skola.example"), Now).Refusal);

    [Fact]
    public void Any_order_of_any_events_with_any_repetitions_ends_alike()
    {
        var events = Gen.ListOf(Gen.Zip(Gen.Elements("school", "principal"), Gen.Elements(true, false))).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(events, told =>
        {
            var inOrder = Told(Accepted(), [.. told]);
            var reversed = Told(Accepted(), [.. Enumerable.Reverse(told), .. told]);
            return inOrder.State == reversed.State
                && inOrder.Recipients.Select(r => r.Outcome).SequenceEqual(reversed.Recipients.Select(r => r.Outcome));
        }));
    }

    private static Notification Accepted()
    {
        var sending = DeliveryPolicy.Claim(Sample.Notification(), "p1", TimeSpan.FromMinutes(5), Now).Next!;
        return DeliveryPolicy.Record(sending, sending.Claim!, new SendOutcome.Accepted("x", []), new(new()), Now).Next!;
    }

    private static Notification Told(Notification notification, params (string Who, bool Arrived)[] events) =>
        events.Aggregate(notification, (n, e) =>
        {
            var address = e.Who == "school" ? Sample.School : Sample.Principal;
            var move = e.Arrived ? DeliveryPolicy.Delivered(n, address, Now) : DeliveryPolicy.Bounced(n, address, "550", Now);
            return move.Next ?? n;
        });
}
