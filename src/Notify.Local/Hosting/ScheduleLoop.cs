using System.Collections.Concurrent;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Local.Hosting;

/// <summary>Runs every job when the schedule says so, or when it is woken. All run once at the start: after a stop there is something to catch up with.</summary>
public sealed partial class ScheduleLoop(
    JobRunner runner, ISchedule schedule, Heartbeats heartbeats, RegisterImport import, TimeProvider clock, ILogger<ScheduleLoop> logger)
    : BackgroundService, IJobWaker
{
    private readonly ConcurrentDictionary<string, bool> _woken = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0);

    /// <inheritdoc/>
    public void Wake(string job)
    {
        if (_woken.TryAdd(job, true))
        {
            _signal.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await import.FinishAsync(stoppingToken);
        await heartbeats.BeginAsync(stoppingToken);
        var due = schedule.Rows.ToDictionary(r => r.Job, _ => clock.GetUtcNow());
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            foreach (var row in schedule.Rows.Where(r => due[r.Job] <= now || _woken.TryRemove(r.Job, out _)))
            {
                due[row.Job] = schedule.NextAfter(row.Job, now);
                await RunAsync(row.Job, stoppingToken);
            }

            await WaitAsync(due.Values.Min() - clock.GetUtcNow(), stoppingToken);
        }
    }

    private async Task RunAsync(string job, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(job, null, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(logger, e, job);
        }
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken ct)
    {
        if (time > TimeSpan.Zero)
        {
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var delay = Task.Delay(time < TimeSpan.FromHours(1) ? time : TimeSpan.FromHours(1), clock, wake.Token);
            await Task.WhenAny(delay, _signal.WaitAsync(wake.Token));
            await wake.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} did not end well; it runs again at its next time")]
    private static partial void LogFailed(ILogger logger, Exception error, string job);
}
