using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Delivery.Pace;
using Xunit;

namespace Notify.Core.Tests.Delivery.Pace;

public sealed class PaceRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PaceState Fresh = new([], null);

    [Fact]
    public void A_block_is_a_tenth_of_the_limit_and_never_more_than_is_wanted()
    {
        Assert.Equal(60, Go(PaceRule.Take(Fresh, 600, 1000, Now)).Count);
        Assert.Equal(7, Go(PaceRule.Take(Fresh, 600, 7, Now)).Count);
        Assert.Equal(1, Go(PaceRule.Take(Fresh, 3, 1000, Now)).Count);
    }

    [Fact]
    public void When_the_minute_is_used_up_the_answer_says_when_there_is_room_again()
    {
        var full = new PaceState([new(Now.AddSeconds(-30), 1), new(Now, 2)], null);
        var until = Assert.IsType<PaceAnswer.Wait>(PaceRule.Take(full, 3, 1, Now)).Until;

        Assert.Equal(Now.AddSeconds(-30) + TimeSpan.FromMinutes(1) + PaceRule.Validity, until);
        Assert.IsType<PaceAnswer.Wait>(PaceRule.Take(full, 3, 1, until.AddTicks(-1)));
        Assert.Equal(1, Go(PaceRule.Take(full, 3, 1, until)).Count);
    }

    [Fact]
    public void A_pause_holds_for_all_and_for_no_more_than_an_hour()
    {
        var paused = PaceRule.Pause(Fresh, Now.AddMinutes(2), Now);
        Assert.Equal(Now.AddMinutes(2), Assert.IsType<PaceAnswer.Wait>(PaceRule.Take(paused, 600, 1, Now)).Until);
        Assert.Null(Go(PaceRule.Take(paused, 600, 1, Now.AddMinutes(2))).Next.PausedUntil);

        Assert.Equal(Now.AddHours(1), PaceRule.Pause(Fresh, Now.AddDays(1), Now).PausedUntil);
        Assert.Equal(Now.AddMinutes(2), PaceRule.Pause(paused, Now.AddMinutes(1), Now).PausedUntil);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_stop_mail_for_long()
    {
        var tomorrow = new PaceState([new(Now.AddDays(1), 600)], Now.AddDays(1));
        Assert.Equal(60, Go(PaceRule.Take(tomorrow, 600, 60, Now)).Count);
    }

    [Fact]
    public void In_no_minute_does_more_leave_than_the_limit_whoever_asks_when()
    {
        var asks = Gen.Zip(Gen.Choose(1, 40), Gen.ListOf(Gen.Zip(Gen.Choose(0, 20_000), Gen.Choose(1, 50)))).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(asks, run =>
        {
            var (state, at, left) = (Fresh, Now, new List<PaceBlock>());
            foreach (var (milliseconds, wanted) in run.Item2)
            {
                at = at.AddMilliseconds(milliseconds);
                if (PaceRule.Take(state, run.Item1, wanted, at) is PaceAnswer.Go go)
                {
                    state = go.Next;
                    left.Add(new(at, go.Count));
                }
            }

            // Each block is used at any time within its validity, at worst so that two minutes' blocks meet.
            return left.All(first => left.Where(b => b.At >= first.At && b.At < first.At + TimeSpan.FromMinutes(1) + PaceRule.Validity).Sum(b => b.Count) <= run.Item1);
        }));
    }

    private static PaceAnswer.Go Go(PaceAnswer answer) => Assert.IsType<PaceAnswer.Go>(answer);
}
