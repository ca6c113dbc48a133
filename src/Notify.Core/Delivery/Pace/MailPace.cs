using Microsoft.Extensions.Logging;
using Notify.Core.Store;

namespace Notify.Core.Delivery.Pace;

/// <summary>
/// Lets mail out no faster than <see cref="MailOptions.MaxPerMinute"/> over all processes, and not while the provider wants none.
/// Blocks are taken from one row of the store: two operations for each, and none at all without a limit.
/// </summary>
/// <param name="clock">The real one, also where <c>--now</c> stands still: the limit is a promise to a provider who lives in real time.</param>
public sealed partial class MailPace(IRecordStore store, MailOptions options, TimeProvider clock, ILogger<MailPace> logger) : IDisposable
{
    /// <summary>So many refusals in a row are not about single mails: the provider wants a pause.</summary>
    private const int RefusalsInARow = 3;

    private const string Key = "mail:pace";
    private readonly SemaphoreSlim _one = new(1);
    private int _left;
    private int _refusals;
    private DateTimeOffset _validUntil;
    private long _pausedUntilTicks;

    /// <summary>Waits until one mail may leave.</summary>
    /// <param name="wanted">How many are to leave, this one included.</param>
    /// <param name="patience">How long to wait at most.</param>
    /// <returns>False: not within the patience.</returns>
    public async Task<bool> EnterAsync(int wanted, TimeSpan patience, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            while (true)
            {
                var now = clock.GetUtcNow();
                if (await WaitUntilAsync(wanted, now, ct) is not { } until)
                {
                    return true;
                }

                if (until - now > patience)
                {
                    return false;
                }

                await Task.Delay(until - now, clock, ct);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Gives back the right to send a mail that did not leave after all.</summary>
    public void GiveBack() => Interlocked.Increment(ref _left);

    /// <summary>Hears what the provider answered.</summary>
    public async Task HearAsync(SendOutcome outcome, CancellationToken ct)
    {
        if (outcome is not SendOutcome.Throttled told)
        {
            Volatile.Write(ref _refusals, 0);
            return;
        }

        if (Interlocked.Increment(ref _refusals) >= RefusalsInARow)
        {
            await PauseAsync(clock.GetUtcNow() + told.RetryAfter, ct);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Null: one mail may leave now, and is counted.</summary>
    private async Task<DateTimeOffset?> WaitUntilAsync(int wanted, DateTimeOffset now, CancellationToken ct)
    {
        if (Volatile.Read(ref _pausedUntilTicks) is var paused && paused > now.UtcTicks)
        {
            return new(paused, TimeSpan.Zero);
        }

        if (options.MaxPerMinute == 0)
        {
            return null;
        }

        if (_left <= 0 || now >= _validUntil)
        {
            var answer = await TakeAsync(wanted, now, ct);
            if (answer is PaceAnswer.Wait wait)
            {
                return wait.Until;
            }

            Interlocked.Exchange(ref _left, ((PaceAnswer.Go)answer).Count);
            _validUntil = now + PaceRule.Validity;
        }

        Interlocked.Decrement(ref _left);
        return null;
    }

    private async Task<PaceAnswer> TakeAsync(int wanted, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            var kept = await ReadAsync(ct);
            var answer = PaceRule.Take(kept.Value, options.MaxPerMinute, wanted, now);
            if (answer is not PaceAnswer.Go go || await TrySaveAsync(kept, go.Next, ct))
            {
                return answer;
            }
        }
    }

    private async Task PauseAsync(DateTimeOffset until, CancellationToken ct)
    {
        LogPaused(logger, until);
        var kept = await ReadAsync(ct);
        var next = PaceRule.Pause(kept.Value, until, clock.GetUtcNow());
        Volatile.Write(ref _pausedUntilTicks, next.PausedUntil!.Value.UtcTicks);
        await TrySaveAsync(kept, next, ct);
    }

    private async Task<Kept<PaceState>> ReadAsync(CancellationToken ct) =>
        await store.FindAsync(Partitions.System, Key, PaceJson.Default.PaceState, ct) ?? new(new([], null), "");

    private async Task<bool> TrySaveAsync(Kept<PaceState> kept, PaceState next, CancellationToken ct)
    {
        try
        {
            await store.CommitAsync(Partitions.System, [kept.With(Key, next, PaceJson.Default.PaceState)], ct);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail provider wants no mail until {Until:O}")]
    private static partial void LogPaused(ILogger logger, DateTimeOffset until);
}
