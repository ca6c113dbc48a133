using System.Runtime.CompilerServices;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Succession;

namespace Notify.Core.Notifications;

/// <summary>Reads notifications for pages and status, each list by the index made for it.</summary>
public sealed class NotificationReader(IRecordStore store)
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

    /// <summary>The district's notifications in brief, newest first, read as far as they are asked for. One store operation.</summary>
    public async IAsyncEnumerable<NotificationBrief> BriefsAsync(DistrictCode district, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.MadePrefix, ct))
        {
            yield return NotificationRows.BriefIn(row);
        }
    }

    /// <summary>The district's notifications, newest first, read as far as they are asked for.</summary>
    public async IAsyncEnumerable<Notification> RecentAsync(DistrictCode district, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var brief in BriefsAsync(district, ct))
        {
            if (await NotificationRows.FindAsync(store, brief.Id, ct) is { } stored)
            {
                yield return stored.Notification;
            }
        }
    }

    /// <summary>The district, and the merged ones that it has taken over from. One store operation for each.</summary>
    public Task<IReadOnlyList<DistrictCode>> LineOfAsync(DistrictCode district, CancellationToken ct) => Lineage.OfAsync(store, district, ct);

    /// <summary>The notifications on one subject, oldest first; also those of merged districts that this one has taken over from.</summary>
    public async IAsyncEnumerable<Notification> OnSubjectAsync(DistrictCode district, string subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var keys = new List<string>();
        foreach (var one in await Lineage.OfAsync(store, district, ct))
        {
            keys.AddRange(await KeysAsync(one, NotificationRows.SubjectPrefix(subject), ct));
        }

        foreach (var key in keys.Order(StringComparer.Ordinal))
        {
            if (await NotificationRows.FindAsync(store, NotificationRows.IdIn(key), ct) is { } stored)
            {
                yield return stored.Notification;
            }
        }
    }

    /// <summary>What is queued or being sent, by its time. One store operation.</summary>
    public async Task<IReadOnlyList<NotificationId>> WaitingKeysAsync(DistrictCode district, CancellationToken ct) =>
        (await KeysAsync(district, NotificationRows.PendingPrefix, ct)).ConvertAll(NotificationRows.IdIn);

    /// <summary>What somebody holds. One store operation.</summary>
    public async Task<IReadOnlyList<NotificationId>> HeldKeysAsync(DistrictCode district, CancellationToken ct) =>
        (await KeysAsync(district, NotificationRows.HeldPrefix, ct)).ConvertAll(NotificationRows.IdIn);

    /// <summary>One of them; null when there is none of that id. One store operation.</summary>
    public async Task<Notification?> FindAsync(NotificationId id, CancellationToken ct) => (await NotificationRows.FindAsync(store, id, ct))?.Notification;

    /// <summary>What is queued or being sent, by its time.</summary>
    public async Task<IReadOnlyList<Notification>> WaitingAsync(DistrictCode district, CancellationToken ct)
    {
        var waiting = new List<Notification>();
        foreach (var id in await WaitingKeysAsync(district, ct))
        {
            if (await FindAsync(id, ct) is { } mail)
            {
                waiting.Add(mail);
            }
        }

        return waiting;
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
}
