using System.Globalization;
using System.Runtime.CompilerServices;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Notifications;

/// <summary>Reads notifications for pages and status, each list by the index made for it.</summary>
public sealed class NotificationReader(IRecordStore store, TimeProvider clock)
{
    /// <summary>How many notifications of the district are in each state. One scan.</summary>
    public async Task<IReadOnlyDictionary<NotificationState, int>> CountAsync(DistrictCode district, CancellationToken ct)
    {
        var counts = Enum.GetValues<NotificationState>().ToDictionary(s => s, _ => 0);
        await foreach (var record in store.ScanAsync(district.ToString(), NotificationRows.Prefix, ct))
        {
            counts[NotificationRows.Read(record).Notification.State]++;
        }

        return counts;
    }

    /// <summary>The district's notifications, newest first, read as far as they are asked for.</summary>
    /// <remarks>The index of planning is read month by month, from the one after now back to the first.</remarks>
    public async IAsyncEnumerable<Notification> RecentAsync(DistrictCode district, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await FirstMonthAsync(district, ct) is not { } first)
        {
            yield break;
        }

        for (var month = StartOfMonth(clock.GetUtcNow()).AddMonths(1); month >= first; month = month.AddMonths(-1))
        {
            var prefix = NotificationRows.MadePrefix + month.ToString("yyyyMM", CultureInfo.InvariantCulture);
            foreach (var key in Enumerable.Reverse(await KeysAsync(district, prefix, ct)))
            {
                if (await NotificationRows.FindAsync(store, NotificationRows.IdIn(key), ct) is { } stored)
                {
                    yield return stored.Notification;
                }
            }
        }
    }

    /// <summary>The notifications on one subject, oldest first.</summary>
    public async IAsyncEnumerable<Notification> OnSubjectAsync(DistrictCode district, string subject, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var key in await KeysAsync(district, NotificationRows.SubjectPrefix(subject), ct))
        {
            if (await NotificationRows.FindAsync(store, NotificationRows.IdIn(key), ct) is { } stored)
            {
                yield return stored.Notification;
            }
        }
    }

    /// <summary>What is queued or being sent, by its time.</summary>
    public async Task<IReadOnlyList<Notification>> WaitingAsync(DistrictCode district, CancellationToken ct)
    {
        var waiting = new List<Notification>();
        foreach (var key in await KeysAsync(district, NotificationRows.PendingPrefix, ct))
        {
            if (await NotificationRows.FindAsync(store, NotificationRows.IdIn(key), ct) is { } stored)
            {
                waiting.Add(stored.Notification);
            }
        }

        return waiting;
    }

    private async Task<DateTimeOffset?> FirstMonthAsync(DistrictCode district, CancellationToken ct)
    {
        await foreach (var record in store.ScanAsync(district.ToString(), NotificationRows.MadePrefix, ct))
        {
            return StartOfMonth(RecordKey.ParseTime(record.Key.Split(':')[1]));
        }

        return null;
    }

    private async Task<List<string>> KeysAsync(DistrictCode district, string prefix, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var record in store.ScanAsync(district.ToString(), prefix, ct))
        {
            keys.Add(record.Key);
        }

        return keys;
    }

    private static DateTimeOffset StartOfMonth(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
