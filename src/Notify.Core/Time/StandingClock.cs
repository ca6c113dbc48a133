namespace Notify.Core.Time;

/// <summary>
/// The clock of <c>--now</c> (CONTRACT.md, "Command line"): it stands still at an instant, for rehearsals, and moves only
/// when told to. Timers and time stamps are the real ones, so that delays and timeouts inside a rehearsal still end.
/// Safe to read and move from several threads.
/// </summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    /// <summary>The instant at which the clock stands, in UTC.</summary>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves the clock to a later instant, or leaves it where it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before the one at which the clock stands.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        var from = Volatile.Read(ref ticks);
        while (true)
        {
            if (instant.UtcTicks < from)
            {
                throw new ArgumentOutOfRangeException(nameof(instant), instant, "The clock moves forwards only.");
            }

            var seen = Interlocked.CompareExchange(ref ticks, instant.UtcTicks, from);
            if (seen == from)
            {
                return;
            }

            from = seen;
        }
    }
}
