using System.Runtime.CompilerServices;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Web.Notifications;

/// <summary>A mail and its place among all, of which newer ones come first.</summary>
public sealed record FeedEntry(string Place, NotificationBrief Mail);

/// <summary>The mails of several districts as one list, newest first, from any place of it on. Reads no further than it is asked.</summary>
public sealed class NotificationFeed(IRecordStore store)
{
    /// <summary>
    /// A store reads from the beginning of a prefix only: so the rest of the day is read first, then that of the month, the year, and all.
    /// </summary>
    private static readonly int[] Prefixes = ["yyyyMMdd".Length, "yyyyMM".Length, "yyyy".Length, 0];

    /// <summary>The mails after a place; empty: all of them. One store operation a district from the beginning, else up to four.</summary>
    public async IAsyncEnumerable<FeedEntry> AfterAsync(string place, IEnumerable<DistrictCode> districts, [EnumeratorCancellation] CancellationToken ct)
    {
        var queue = new PriorityQueue<IAsyncEnumerator<FeedEntry>, string>(StringComparer.Ordinal);
        var open = new List<IAsyncEnumerator<FeedEntry>>();
        try
        {
            foreach (var district in districts)
            {
                open.Add(OfAsync(district, place, ct).GetAsyncEnumerator(ct));
                await QueueAsync(open[^1]);
            }

            while (queue.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                await QueueAsync(next);
            }
        }
        finally
        {
            foreach (var mails in open)
            {
                await mails.DisposeAsync();
            }
        }

        async Task QueueAsync(IAsyncEnumerator<FeedEntry> mails)
        {
            if (await mails.MoveNextAsync())
            {
                queue.Enqueue(mails, mails.Current.Place);
            }
        }
    }

    private async IAsyncEnumerable<FeedEntry> OfAsync(DistrictCode district, string place, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = place;
        foreach (var prefix in Prefixes.Where(length => length <= place.Length).Select(length => place[..length]))
        {
            await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.MadePrefix + prefix, ct))
            {
                var key = row.Key[NotificationRows.MadePrefix.Length..];
                if (string.CompareOrdinal(key, last) > 0)
                {
                    last = key;
                    yield return new(key, NotificationRows.BriefIn(row));
                }
            }
        }
    }
}
