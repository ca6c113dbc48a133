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

        var all = (await districts.ReadAsync(http.PortalUser(), ct)).Select(d => d.District).ToList();
        var rows = new List<SchoolRow>();
        foreach (var district in all.Where(d => filter.District is null || filter.District == d.Code))
        {
            rows.AddRange((await contacts.ReadAsync(district.Code, ct))?.Schools.Where(filter.Shows) ?? []);
        }

        var names = all.ToDictionary(d => d.Code, d => d.Name);
        var sorted = rows.OrderBy(r => r.School.Name, DistrictList.ByName).ThenBy(r => names[r.District], DistrictList.ByName).ToList();
        return Pages.Show<ContactsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Districts", all),
            ("Rows", sorted.Skip((filter.Page - 1) * SchoolFilter.PageSize).Take(SchoolFilter.PageSize).ToList()),
            ("Total", sorted.Count));
    }

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

        return Pages.Show<SchoolPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("District", read.District),
            ("Row", row),
            ("Calls", read.Calls.Where(c => c.School == code).ToList()),
            ("Mails", mails.AsEnumerable().Reverse().ToList()),
            ("Day", at),
            ("OnDay", at is { } day ? (await history.ContactsOnAsync(code, day, ct)).Where(c => c.District == districtCode).ToList() : null));
    }
}
