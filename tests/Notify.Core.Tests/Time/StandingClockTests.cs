using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

public sealed class StandingClockTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void The_clock_stands_still_and_shows_UTC()
    {
        var clock = new StandingClock(Morning);

        Assert.Equal(Morning, clock.GetUtcNow());
        Assert.Equal(Morning, clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
    }

    [Fact]
    public void It_moves_forwards_when_told()
    {
        var clock = new StandingClock(Morning);

        clock.MoveTo(Morning.AddDays(1));
        clock.MoveTo(Morning.AddDays(1));

        Assert.Equal(Morning.AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_moves_back()
    {
        var clock = new StandingClock(Morning);

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(Morning.AddTicks(-1)));
        Assert.Equal(Morning, clock.GetUtcNow());
    }

    [Fact]
    public async Task A_delay_on_it_ends_although_it_stands()
    {
        var clock = new StandingClock(Morning);
        var before = clock.GetTimestamp();

        await Task.Delay(TimeSpan.FromMilliseconds(5), clock, TestContext.Current.CancellationToken);

        Assert.True(clock.GetElapsedTime(before) > TimeSpan.Zero);
        Assert.Equal(Morning, clock.GetUtcNow());
    }
}
