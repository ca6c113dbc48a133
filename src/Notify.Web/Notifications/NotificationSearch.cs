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

/// <summary>Finds mails over districts, newest first, looking no further than the page needs. Two store operations a district.</summary>
public sealed class NotificationSearch(NotificationFeed feed, NotificationReader notifications)
{
    /// <summary>So many are looked at for one page at most: a search for what is not there has an end.</summary>
    public const int MaxRead = 20_000;

    /// <summary>The most that a file holds.</summary>
    public const int MaxRows = 5_000;

    /// <summary>The page that the filter asks for; what merged districts sent stands among the mails of their successor.</summary>
    /// <param name="rows">On a page.</param>
    public async Task<NotificationLines> ReadAsync(IReadOnlyList<DistrictSnapshot> districts, NotificationFilter filter, int rows, CancellationToken ct)
    {
        var lines = new List<NotificationLine>();
        var (skip, read) = ((filter.Page - 1) * rows, 0);
        var asked = new Dictionary<DistrictCode, DistrictSnapshot>();
        foreach (var district in districts.Where(d => filter.District is null || d.District.Code == filter.District))
        {
            foreach (var code in await notifications.LineOfAsync(district.District.Code, ct))
            {
                asked.TryAdd(code, district);
            }
        }

        await foreach (var (_, mail) in feed.AfterAsync("", asked.Keys, ct))
        {
            if (filter.IsBefore(mail))
            {
                break;
            }

            var snapshot = asked[mail.District];
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
}
