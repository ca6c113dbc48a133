using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Web.Layout;
using Notify.Web.Notifications;

namespace Notify.Web.Api;

/// <summary>Finds mails for programs, page by page.</summary>
public sealed class NotificationPages(NotificationFeed feed)
{
    /// <summary>So many are looked at for one page at most; the next goes on from there.</summary>
    public const int MostLooked = NotificationSearch.MaxRead;

    /// <summary>The page.</summary>
    /// <param name="school">Only what is about this school, or went to one of its addresses.</param>
    public async Task<ApiPage<NotificationItem>> ReadAsync(
        IEnumerable<DistrictSnapshot> districts, NotificationFilter filter, SchoolUnitCode? school, ApiPaging paging, CancellationToken ct)
    {
        var (items, looked, place) = (new List<NotificationItem>(), 0, "");
        var among = districts.Where(d => school is null || d.Schools.Any(s => s.Code == school));
        await foreach (var entry in feed.AfterAsync(Begin(filter, paging), among, ct))
        {
            if (filter.IsBefore(entry.Mail))
            {
                break;
            }

            if (items.Count == paging.Limit || looked++ == MostLooked)
            {
                return new(items, new ApiCursor("", place).ToString());
            }

            var about = SubjectNames.Of(entry.Mail.Subject, entry.Register);
            if (filter.Shows(entry.Mail, about) && (school is not { } one || Concerns(entry, one)))
            {
                items.Add(NotificationItem.Of(entry.Mail, about));
            }

            place = entry.Place;
        }

        return new(items, null);
    }

    /// <summary>Where to begin: after the cursor, or at the end of the last day that is wanted, whichever comes later in the list.</summary>
    private static string Begin(NotificationFilter filter, ApiPaging paging)
    {
        var day = filter.Until is { } until ? RecordKey.NewestFirst(StockholmTime.Midnight(until.AddDays(1))) : "";
        var cursor = paging.After?.Key ?? "";
        return string.CompareOrdinal(cursor, day) > 0 ? cursor : day;
    }

    private static bool Concerns(FeedEntry entry, SchoolUnitCode school) =>
        ContactsKeys.SchoolIn(entry.Mail.Subject) == school
        || entry.Register.Schools.First(s => s.Code == school).Addresses.Any(a => entry.Mail.Recipients.Any(r => r.Address == a));
}
