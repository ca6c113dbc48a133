using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Contacts;

/// <summary>The list of schools with their contacts, and a page per school.</summary>
public static class ContactsEndpoints
{
    /// <summary>Maps <c>/contacts</c> and <c>/contacts/{district}/{school}</c>.</summary>
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/contacts", Pages.Looking, ListAsync);
        routes.MapMethods("/contacts.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/contacts/{district}/{school}", Pages.Looking, SchoolAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, ContactsReader contacts, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = SchoolFilter.Read(query);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var rows = await RowsAsync(await SearchedAsync(choice, filter, districts, ct), filter, contacts, ct);
        var names = choice.All.ToDictionary(d => d.Code, d => d.Name);
        var sorted = rows.OrderBy(r => r.School.Name, DistrictList.ByName).ThenBy(r => names[r.District], DistrictList.ByName).ToList();
        return http.IsForCsv() ? Csv(PageFrame.Of(http, isPortal: true), sorted, names) : Pages.Show<ContactsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Choice", choice),
            ("Rows", sorted.Skip((filter.Page - 1) * SchoolFilter.PageSize).Take(SchoolFilter.PageSize).ToList()),
            ("Total", sorted.Count));
    }

    /// <summary>Who searches among more districts than are shown at once is shown those whose register has the words, as far as one can read them.</summary>
    private static async Task<IReadOnlyList<DistrictCode>> SearchedAsync(DistrictChoice choice, SchoolFilter filter, DistrictList districts, CancellationToken ct)
    {
        if (!choice.MustChoose || filter.Text.Length == 0)
        {
            return choice.Shown;
        }

        var found = new List<DistrictCode>();
        foreach (var district in choice.All.TakeWhile(_ => found.Count < DistrictList.MostAtOnce))
        {
            found.AddRange(await districts.FindAsync(district.Code, ct) is { } snapshot && filter.Finds(snapshot) ? [district.Code] : []);
        }

        return found;
    }

    private static async Task<IReadOnlyList<SchoolRow>> RowsAsync(IReadOnlyList<DistrictCode> districts, SchoolFilter filter, ContactsReader contacts, CancellationToken ct)
    {
        var rows = new List<SchoolRow>();
        foreach (var district in districts)
        {
            rows.AddRange((await contacts.ReadAsync(district, ct))?.Schools.Where(filter.Shows) ?? []);
        }

        return rows;
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<SchoolRow> rows, Dictionary<DistrictCode, string> names) => new(
        "contacts",
        [frame.T.District, frame.T.Code, frame.T.School, frame.T.ProviderLabel, frame.T.Contacts, frame.T.Email, frame.T.Phone, frame.T.State],
        rows.Select(r => (IReadOnlyList<string>)
        [
            names[r.District], r.School.Code.ToString(), r.School.Name, frame.T.ProviderName(r.School.Provider), string.Join(", ", r.Present.Select(h => h.Name)),
            string.Join(", ", r.Present.Select(h => h.Email)), string.Join(", ", r.Present.Select(h => h.Phone)), frame.T.SchoolFilter(SchoolFilter.StateOf(r)),
        ]));

    private static async Task<IResult> SchoolAsync(
        string district,
        string school,
        HttpContext http,
        ContactsReader contacts,
        RegisterHistory history,
        NotificationReader notifications,
        CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var at = query.Day("at");
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        if (!DistrictCode.TryParse(district, out var districtCode) || !SchoolUnitCode.TryParse(school, out var code)
            || await contacts.ReadAsync(districtCode, ct) is not { } read || read.Schools.FirstOrDefault(r => r.School.Code == code) is not { } row)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        var mails = new List<Notification>();
        await foreach (var mail in notifications.OnSubjectAsync(districtCode, ContactsKeys.SchoolSubject(code), ct))
        {
            mails.Add(mail);
        }

        var line = await history.LineOfAsync(districtCode, ct);
        return Pages.Show<SchoolPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("District", read.District),
            ("Row", row),
            ("Calls", read.Calls.Where(c => c.School == code).ToList()),
            ("Mails", mails.AsEnumerable().Reverse().ToList()),
            ("CanAct", http.PortalUser().Acts.Includes(districtCode)),
            ("Done", DoneNotice.Of(http)),
            ("Day", at),
            ("OnDay", at is { } day ? (await history.ContactsOnAsync(code, day, ct)).Where(c => line.Contains(c.District)).ToList() : null));
    }
}
