using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.Jobs;

namespace Notify.Core.Work;

/// <summary>Does the work that a message asks for.</summary>
/// <remarks>
/// The heartbeat is left here and not by the timers: so it says that the whole way from timer to work is open. One message is one
/// district, so it is left at most once a minute by each process: two store operations for a tick, not two for each district. What
/// fails leaves none; it comes again, and then lies with the dead letters, where people see it.
/// </remarks>
public sealed partial class WorkHandler(JobRunner runner, DeliverJob deliver, Heartbeats heartbeats, TimeProvider clock, ILogger<WorkHandler> logger)
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _beaten = new(StringComparer.Ordinal);

    /// <summary>
    /// How long work that failed for the n-th time is kept before the queue may hand it out again. Queues do so at once, and a store
    /// that is away for half a minute would make everything a dead letter.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Breathers { get; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)];

    /// <summary>Does the work. Doing it twice, also at the same time, does no harm.</summary>
    /// <param name="message">The body of the message.</param>
    /// <param name="time">How many times it has been handed out, this one included.</param>
    /// <returns>Null: done. Otherwise why it can never be done, and has to be taken out of line.</returns>
    /// <exception cref="Exception">It failed, and may be done later.</exception>
    public async Task<string?> HandleAsync(string message, int time, CancellationToken ct)
    {
        if (WorkItem.Read(message) is not { } item)
        {
            return "The message is no work.";
        }

        if (item.District is null ? !runner.IsOfCity(item.Job) : !runner.IsOfDistricts(item.Job))
        {
            return $"There is no job {item.Job} of {(item.District is null ? "the city" : "a district")}.";
        }

        try
        {
            await DoAsync(item, ct);
            return null;
        }
        catch (Exception e)
        {
            LogFailed(logger, e, item.Job, item.District, time);
            await Task.Delay(Breathers[Math.Clamp(time, 1, Breathers.Count) - 1], clock, ct);
            throw;
        }
    }

    private async Task DoAsync(WorkItem item, CancellationToken ct)
    {
        if (item.Notification is { } id)
        {
            await deliver.DeliverAsync(id, ct);
            return;
        }

        if (item.District is not { } district)
        {
            await runner.RunAsync(item.Job, null, ct);
            return;
        }

        await runner.RunAsync(item.Job, district, ct);
        if (IsTimeToBeat(item.Job))
        {
            await heartbeats.BeatAsync(item.Job, null, ct);
        }
    }

    /// <summary>Of several that ask at once, one beats.</summary>
    private bool IsTimeToBeat(string job)
    {
        var now = clock.GetTimestamp();
        var last = _beaten.GetOrAdd(job, long.MinValue);
        return (last == long.MinValue || clock.GetElapsedTime(last, now) >= BeatEvery) && _beaten.TryUpdate(job, now, last);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Job} for {District} failed, time {Time}")]
    private static partial void LogFailed(ILogger logger, Exception error, string job, Notify.Core.Register.DistrictCode? district, int time);
}
