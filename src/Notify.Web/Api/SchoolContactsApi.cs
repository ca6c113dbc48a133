using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Api;

/// <summary>Who is the contact of a school, now or on a day.</summary>
public static class SchoolContactsApi
{
    private static readonly ApiOperation Contacts = new(
        "getSchoolContacts", "Who is, or was, the contact of a school in the social services",
        ApiParameter.District, ApiParameter.Day("on", "On this day in Stockholm. Absent: now, and with what the school has been told."))
    {
        Description = "A school that no district has, or had on the day, is not found.",
    };

    /// <summary>Maps <c>/schools/{code}/contacts</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<SchoolContacts>("/schools/{code}/contacts", Contacts, ReadAsync);

    private static async Task<IResult> ReadAsync(
        string code, HttpContext http, RegisterStore register, RegisterHistory history, DistrictList districts, ContactsReader contacts, TimeProvider clock, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (district, on) = (query.District(), query.Day("on"));
        if (query.Refusal(http) is { } refusal)
        {
            return refusal;
        }

        if (!SchoolUnitCode.TryParse(code, out var school))
        {
            return NotFound(http);
        }

        var asked = (district is not { } one ? await register.DistrictsAsync(ct) : on is null ? [one] : await history.LineOfAsync(one, ct)).Where(http.PortalUser().Reads.Includes).ToList();
        var row = await SchoolAsync(school, asked, districts, ct);
        var day = on ?? StockholmTime.DateOf(clock.GetUtcNow());

        // A school that moved or closed since stands in the history of districts that no longer have it.
        var where = on is null ? asked.Where(d => row?.Districts.Contains(d) == true).ToList() : asked;
        var found = await history.ContactsOnAsync(school, day, where, ct);
        return row is null && found.Count == 0
            ? NotFound(http)
            : ApiJson.Answer(new SchoolContacts(
                school.ToString(), day, row?.Name, [.. found.Select(ContactItem.Of)], on is null ? await ToldAsync(school, where, contacts, ct) : []));
    }

    /// <summary>Every district that has a school has its whole row: the first that is found says which the others are.</summary>
    private static async Task<School?> SchoolAsync(SchoolUnitCode code, IEnumerable<DistrictCode> asked, DistrictList districts, CancellationToken ct)
    {
        foreach (var district in asked)
        {
            if ((await districts.FindAsync(district, ct))?.Schools.FirstOrDefault(s => s.Code == code) is { } school)
            {
                return school;
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<ToldItem>> ToldAsync(SchoolUnitCode code, IEnumerable<DistrictCode> where, ContactsReader contacts, CancellationToken ct)
    {
        var told = new List<ToldItem>();
        foreach (var district in where)
        {
            told.AddRange((await contacts.ReadAsync(district, ct))?.Schools.Where(r => r.School.Code == code).Select(ToldItem.Of) ?? []);
        }

        return told;
    }

    private static JsonHttpResult<Problem> NotFound(HttpContext http) => Problem.NotFound(http, "There is no such school in the districts that you may see.");
}
