using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Web.Health;

/// <summary>Says whether Notify is well. Jobs that are overdue are woken on the way; both at most once a minute, as anyone may ask.</summary>
public sealed partial class HealthCheck(
    Heartbeats heartbeats, RegisterStore register, IRecordStore store, IJobWaker waker, TimeProvider clock, ILogger<HealthCheck> logger)
    : IDisposable
{
    /// <summary>A mail that was tried so often (after 1, 5 and 15 minutes) fails for a reason that somebody must remove.</summary>
    private const int FailingAttempts = 4;

    private const int MaxLooks = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _one = new(1);
    private (long At, IReadOnlyList<string> Reasons)? _last;

    /// <summary>Why Notify is not well; empty when it is. Names no person and no address.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_last is not { } last || clock.GetElapsedTime(last.At) >= Pause)
            {
                _last = last = (clock.GetTimestamp(), await CheckAsync(ct));
            }

            return last.Reasons;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct)
    {
        try
        {
            var beats = await heartbeats.ReadAsync(ct);
            foreach (var due in beats.Where(b => b.Due <= clock.GetUtcNow()))
            {
                waker.Wake(due.Job);
            }

            var late = beats.Where(b => b.Late).Select(b => $"The job {b.Job} is late.");
            var failed = beats.Where(b => b.Failure is not null).Select(b => $"The job {b.Job} failed at its last run.");
            return [.. late, .. failed, .. await FailingMailAsync(ct)];
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogUnreachable(logger, e);
            return ["The store cannot be reached."];
        }
    }

    private async Task<IReadOnlyList<string>> FailingMailAsync(CancellationToken ct)
    {
        var failing = 0;
        foreach (var district in await register.DistrictsAsync(ct))
        {
            failing += await IsFailingIn(district, ct) ? 1 : 0;
        }

        return failing == 0 ? [] : [$"Mail is failing in {failing} district{(failing == 1 ? "" : "s")}."];
    }

    /// <summary>Looks at the first of what is waiting: what fails is tried again before long.</summary>
    private async Task<bool> IsFailingIn(DistrictCode district, CancellationToken ct)
    {
        var looks = 0;
        await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.PendingPrefix, ct))
        {
            var stored = await NotificationRows.FindAsync(store, NotificationRows.IdIn(row.Key), ct);
            if (stored?.Notification.Attempts >= FailingAttempts)
            {
                return true;
            }

            if (++looks == MaxLooks)
            {
                break;
            }
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The health check could not read the store")]
    private static partial void LogUnreachable(ILogger logger, Exception error);
}
