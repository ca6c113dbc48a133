using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Rehearsals;

/// <summary>Goes through the coming time on a copy of the store, from one moment at which something is due to the next.</summary>
internal sealed class Rehearsal(IServiceProvider services, StandingClock clock)
{
    private readonly IRecordStore _store = services.GetRequiredService<IRecordStore>();
    private readonly NotificationReader _notifications = services.GetRequiredService<NotificationReader>();
    private readonly IReadOnlyList<IJob> _watches = [.. services.GetServices<IJob>().Where(j => j is IWatch)];
    private readonly HashSet<string> _heads = [.. services.GetServices<IJob>().OfType<IWatch>().Select(w => WatchKeys.Head(w.Name))];
    private readonly Dictionary<NotificationId, Notification> _seen = [];

    /// <summary>What waits now or is planned until then, by its time, without what a later plan took back.</summary>
    /// <param name="only">The districts to go through; null: all.</param>
    public async Task<IReadOnlyList<Notification>> RunAsync(DateTimeOffset until, IReadOnlySet<DistrictCode>? only, CancellationToken ct)
    {
        var start = clock.GetUtcNow();
        var districts = await services.GetRequiredService<RegisterStore>().DistrictsAsync(ct);
        var due = districts.Where(d => only is null || only.Contains(d)).ToDictionary(d => d, _ => start);
        while (due.Count > 0 && due.Values.Min() is var next && next < until)
        {
            clock.MoveTo(next > start ? next : start);
            foreach (var district in due.Where(d => d.Value <= next).Select(d => d.Key).ToList())
            {
                due[district] = await StepAsync(district, ct) is { } later && later > next ? later : DateTimeOffset.MaxValue;
            }
        }

        var left = new List<Notification>();
        foreach (var id in _seen.Keys)
        {
            if ((await NotificationRows.FindAsync(_store, id, ct))?.Notification is { State: not NotificationState.Superseded })
            {
                left.Add(_seen[id]);
            }
        }

        return [.. left.Where(n => n.NotBefore < until).OrderBy(n => n.NotBefore).ThenBy(n => n.Id.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Runs every watch, then delivery, then the watches again, since what was delivered sets new times.</summary>
    /// <returns>When something is due next; null: never.</returns>
    private async Task<DateTimeOffset?> StepAsync(DistrictCode district, CancellationToken ct)
    {
        foreach (var job in _watches)
        {
            await job.RunAsync(district, ct);
        }

        await NoteAsync(district, ct);
        await services.GetRequiredService<DeliverJob>().RunAsync(district, ct);
        foreach (var job in _watches)
        {
            await job.RunAsync(district, ct);
        }

        var waiting = await NoteAsync(district, ct);
        var now = clock.GetUtcNow();
        DateTimeOffset? opening = waiting.Any(n => n.NotBefore <= now) ? services.GetRequiredService<WorkingCalendar>().NextOpen(now) : null;
        DateTimeOffset?[] times = [.. await NextDueAsync(district, ct), opening, .. waiting.Select(n => (DateTimeOffset?)n.NotBefore)];
        return times.Where(t => t > now).Min();
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> NextDueAsync(DistrictCode district, CancellationToken ct)
    {
        var due = new List<DateTimeOffset?>();
        await foreach (var record in _store.ScanAsync(district.ToString(), RegisterStore.HeadPrefix, ct))
        {
            due.Add(_heads.Contains(record.Key) ? record.As(WatchHeadJson.Default.WatchHead).Value.NextDue : null);
        }

        return due;
    }

    private async Task<IReadOnlyList<Notification>> NoteAsync(DistrictCode district, CancellationToken ct)
    {
        var waiting = await _notifications.WaitingAsync(district, ct);
        foreach (var notification in waiting)
        {
            _seen.TryAdd(notification.Id, notification);
        }

        return waiting;
    }
}
