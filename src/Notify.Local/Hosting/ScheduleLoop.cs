using System.Threading.Channels;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Local.Hosting;

/// <summary>
/// Runs every job when the schedule says so, or when it is woken; each in a loop of its own, so that a long one keeps no other from
/// its turn. All run once at the start, in the order of the schedule: after a stop there is something to catch up with.
/// </summary>
public sealed partial class ScheduleLoop(
    JobRunner runner, ISchedule schedule, Heartbeats heartbeats, RegisterImport import, TimeProvider clock, ILogger<ScheduleLoop> logger)
    : BackgroundService, IJobWaker
{
    /// <summary>How long the jobs after one wait for its first run: what the watches plan leaves with the first delivery.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    // A call that comes while another waits adds nothing.
    private readonly Dictionary<string, Channel<bool>> _calls = schedule.Rows.ToDictionary(
        r => r.Job, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }), StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Wake(string job, DistrictCode? district = null)
    {
        if (_calls.TryGetValue(job, out var calls))
        {
            calls.Writer.TryWrite(true);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await import.FinishAsync(stoppingToken);
        await heartbeats.BeginAsync(stoppingToken);
        var loops = new List<Task>();
        try
        {
            foreach (var row in schedule.Rows)
            {
                var due = schedule.NextAfter(row.Job, clock.GetUtcNow());
                var first = RunAsync(row.Job, stoppingToken);
                loops.Add(LoopAsync(row.Job, first, due, stoppingToken));
                await Task.WhenAny(first, Task.Delay(HeadStart, clock, stoppingToken));
            }
        }
        finally
        {
            await Task.WhenAll(loops);
        }
    }

    private async Task LoopAsync(string job, Task first, DateTimeOffset due, CancellationToken ct)
    {
        await first;
        while (true)
        {
            await WaitAsync(_calls[job].Reader, due, ct);
            due = schedule.NextAfter(job, clock.GetUtcNow());
            await RunAsync(job, ct);
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

    /// <summary>Until it is due or called.</summary>
    private async Task WaitAsync(ChannelReader<bool> calls, DateTimeOffset due, CancellationToken ct)
    {
        while (due - clock.GetUtcNow() is var left && left > TimeSpan.Zero && !calls.TryRead(out _))
        {
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var delay = Task.Delay(left < LongestSleep ? left : LongestSleep, clock, wake.Token);
            await Task.WhenAny(delay, calls.WaitToReadAsync(wake.Token).AsTask());
            await wake.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} did not end well; it runs again at its next time")]
    private static partial void LogFailed(ILogger logger, Exception error, string job);
}
