using System.Runtime.CompilerServices;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Notifications;

/// <summary>A mail with the names of its district and of what it is about.</summary>
public sealed record NotificationLine(NotificationBrief Mail, string District, string About);

/// <summary>A page of mails.</summary>
/// <param name="HasMore">Whether there is another page.</param>
/// <param name="Stopped">How many were looked at when the search gave up; null: it did not.</param>
public sealed record NotificationLines(IReadOnlyList<NotificationLine> Lines, bool HasMore, int? Stopped);

/// <summary>Finds mails over districts, newest first, looking no further than the page needs. One store operation a district.</summary>
public sealed class NotificationSearch(NotificationReader notifications)
{
    /// <summary>So many are looked at for one page at most: a search for what is not there has an end.</summary>
    public const int MaxRead = 20_000;

    /// <summary>The most that a file holds.</summary>
    public const int MaxRows = 5_000;

    /// <summary>The page that the filter asks for.</summary>
    /// <param name="rows">On a page.</param>
    public async Task<NotificationLines> ReadAsync(IReadOnlyList<DistrictSnapshot> districts, NotificationFilter filter, int rows, CancellationToken ct)
    {
        var lines = new List<NotificationLine>();
        var (skip, read) = ((filter.Page - 1) * rows, 0);
        await foreach (var (mail, snapshot) in NewestAsync(districts.Where(d => filter.District is null || d.District.Code == filter.District), ct))
        {
            if (filter.IsBefore(mail))
            {
                break;
            }

            var about = SubjectNames.Of(mail.Subject, snapshot);
            if (filter.Shows(mail, about) && skip-- <= 0)
            {
                lines.Add(new(mail, snapshot.District.Name, about));
            }

            if (lines.Count > rows)
            {
                return new(lines[..rows], true, null);
            }

            if (++read == MaxRead)
            {
                return new(lines, false, read);
            }
        }

        return new(lines, false, null);
    }

    /// <summary>Merges the districts' lists, of which each is newest first.</summary>
    private async IAsyncEnumerable<(NotificationBrief Mail, DistrictSnapshot Snapshot)> NewestAsync(
        IEnumerable<DistrictSnapshot> districts, [EnumeratorCancellation] CancellationToken ct)
    {
        var queue = new PriorityQueue<(IAsyncEnumerator<NotificationBrief> Mails, DistrictSnapshot Snapshot), DateTimeOffset>(
            Comparer<DateTimeOffset>.Create((a, b) => b.CompareTo(a)));
        var open = new List<IAsyncEnumerator<NotificationBrief>>();
        try
        {
            foreach (var snapshot in districts)
            {
                var mails = notifications.BriefsAsync(snapshot.District.Code, ct).GetAsyncEnumerator(ct);
                open.Add(mails);
                if (await mails.MoveNextAsync())
                {
                    queue.Enqueue((mails, snapshot), mails.Current.CreatedAt);
                }
            }

            while (queue.TryDequeue(out var next, out _))
            {
                yield return (next.Mails.Current, next.Snapshot);
                if (await next.Mails.MoveNextAsync())
                {
                    queue.Enqueue(next, next.Mails.Current.CreatedAt);
                }
            }
        }
        finally
        {
            foreach (var mails in open)
            {
                await mails.DisposeAsync();
            }
        }
    }
}
