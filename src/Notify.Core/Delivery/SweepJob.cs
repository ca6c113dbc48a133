using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>
/// Looks over everything that waits in a district, however old: settles sends without a known outcome, ends what would come too
/// late, and calls delivery where something due was forgotten. Works by night, too: it sends nothing itself. Then other parts keep up what
/// they keep of the district.
/// </summary>
/// <remarks>One scan, and for each notification that needs it one read and one commit.</remarks>
/// <param name="waker">Lazy, since who runs the jobs is also who wakes them.</param>
public sealed partial class SweepJob(
    IRecordStore store, NotificationMoves moves, UnconfirmedSends unconfirmed, WorkingCalendar calendar, Lazy<IJobWaker> waker, IEnumerable<IUpkeep> upkeep, TimeProvider clock,
    ILogger<SweepJob> logger) : IJob
{
    /// <summary>What is due and has waited that long, delivery has missed.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Name => "sweep";

    /// <inheritdoc/>
    public async Task RunAsync(DistrictCode district, CancellationToken ct)
    {
        var forgotten = 0;
        await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.PendingPrefix, ct))
        {
            var (mark, now) = (NotificationRows.MarkIn(row), clock.GetUtcNow());
            if (mark.Claimed || mark.Expires <= now)
            {
                await EndAsync(NotificationRows.IdIn(row.Key), ct);
            }
            else if (NotificationRows.DueIn(row.Key) + Forgotten <= now && (mark.Urgent || calendar.IsOpen(now)))
            {
                forgotten++;
            }
        }

        if (forgotten > 0)
        {
            LogForgotten(logger, district, forgotten);
            waker.Value.Wake("deliver", district);
        }

        foreach (var part in upkeep)
        {
            await part.KeepUpAsync(district, ct);
        }
    }

    private async Task EndAsync(NotificationId id, CancellationToken ct)
    {
        if (await NotificationRows.FindAsync(store, id, ct) is not { } stored)
        {
            return;
        }

        if (stored.Notification.State is NotificationState.Sending)
        {
            await unconfirmed.SettleAsync(stored, ct);
        }
        else if ((await moves.ApplyAsync(stored, n => DeliveryPolicy.Expire(n, clock.GetUtcNow()), ct)).Refusal is null)
        {
            LogExpired(logger, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "District {District}: {Count} notifications are due and have waited for more than ten minutes; delivery is called")]
    private static partial void LogForgotten(ILogger logger, DistrictCode district, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id} would come too late and has expired")]
    private static partial void LogExpired(ILogger logger, NotificationId id);
}
