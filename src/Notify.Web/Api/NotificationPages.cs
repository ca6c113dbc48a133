using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Succession;
using Notify.Core.Time;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Notifications;

namespace Notify.Web.Api;

/// <summary>Finds mails for programs, page by page. Of a district none of whose mails is looked at, the register is not read.</summary>
public sealed class NotificationPages(NotificationFeed feed, RegisterStore register, DistrictList districts, NotificationReader notifications)
{
    /// <summary>So many are looked at for one page at most; the next goes on from there.</summary>
    public const int MostLooked = NotificationSearch.MaxRead;

    /// <summary>The page.</summary>
    /// <param name="school">Only what is about this school, or went to one of its addresses.</param>
    public async Task<ApiPage<NotificationItem>> ReadAsync(
        PortalUser user, NotificationFilter filter, SchoolUnitCode? school, ApiPaging paging, CancellationToken ct)
    {
        var (items, looked, place) = (new List<NotificationItem>(), 0, "");
        var snapshots = new Dictionary<DistrictCode, DistrictSnapshot?>();
        var among = await AmongAsync(user, filter.District, school, snapshots, ct);
        await foreach (var (next, mail) in feed.AfterAsync(Begin(filter, paging), among, ct))
        {
            if (filter.IsBefore(mail))
            {
                break;
            }

            if (items.Count == paging.Limit || looked++ == MostLooked)
            {
                return new(items, new ApiCursor("", place).ToString());
            }

            place = next;
            if (await SnapshotAsync(mail.District, snapshots, ct) is { } snapshot
                && SubjectNames.Of(mail.Subject, snapshot) is var about && filter.Shows(mail, about) && (school is not { } one || Concerns(mail, one, snapshot)))
            {
                items.Add(NotificationItem.Of(mail, about));
            }
        }

        return new(items, null);
    }

    private async Task<IReadOnlyList<DistrictCode>> AmongAsync(
        PortalUser user, DistrictCode? asked, SchoolUnitCode? school, Dictionary<DistrictCode, DistrictSnapshot?> snapshots, CancellationToken ct)
    {
        var all = (asked is { } one ? [one] : await register.DistrictsAsync(ct)).Where(user.Reads.Includes).ToList();
        if (school is null)
        {
            return all;
        }

        // Every district that has a school has its whole row: the first that is found says which the others are.
        foreach (var district in all)
        {
            if ((await SnapshotAsync(district, snapshots, ct))?.Schools.FirstOrDefault(s => s.Code == school) is { } row)
            {
                var lines = new HashSet<DistrictCode>();
                foreach (var code in row.Districts)
                {
                    lines.UnionWith(await notifications.LineOfAsync(code, ct));
                }

                return [.. all.Where(lines.Contains)];
            }
        }

        return [];
    }

    private async Task<DistrictSnapshot?> SnapshotAsync(DistrictCode district, Dictionary<DistrictCode, DistrictSnapshot?> read, CancellationToken ct)
    {
        if (!read.TryGetValue(district, out var snapshot))
        {
            // The names of what a merged district wrote about stand with its successor.
            read[district] = snapshot = await districts.FindAsync(district, ct) ?? await districts.FindAsync(await Lineage.HeirAsync(register, district, ct), ct);
        }

        return snapshot;
    }

    /// <summary>Where to begin: after the cursor, or at the end of the last day that is wanted, whichever comes later in the list.</summary>
    private static string Begin(NotificationFilter filter, ApiPaging paging)
    {
        var day = filter.Until is { } until ? RecordKey.NewestFirst(StockholmTime.Midnight(until.AddDays(1))) : "";
        var cursor = paging.After?.Key ?? "";
        return string.CompareOrdinal(cursor, day) > 0 ? cursor : day;
    }

    private static bool Concerns(NotificationBrief mail, SchoolUnitCode school, DistrictSnapshot snapshot) =>
        ContactsKeys.SchoolIn(mail.Subject) == school
        || snapshot.Schools.FirstOrDefault(s => s.Code == school)?.Addresses.Any(a => mail.Recipients.Any(r => r.Address == a)) == true;
}
