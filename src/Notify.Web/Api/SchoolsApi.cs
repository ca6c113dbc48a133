using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Contacts;

namespace Notify.Web.Api;

/// <summary>A school in a district: one that works with two districts stands twice.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Told">Whether it has been told its present contacts.</param>
/// <param name="Confirmed">Whether it has also confirmed them.</param>
/// <param name="Contacts">Whom it ought to turn to: its contacts, or the district's reception while it has none.</param>
/// <param name="Flags">What a coordinator should look at.</param>
public sealed record SchoolItem(
    string District, string School, string Name, Provider Provider, SchoolType? SchoolType, string? Phone, IReadOnlyList<string> Addresses,
    SchoolFilterState State, bool Told, bool Confirmed, IReadOnlyList<HolderItem> Contacts, IReadOnlyList<ContactFlagKind> Flags)
{
    /// <summary>The item of a row.</summary>
    public static SchoolItem Of(SchoolRow r) => new(
        r.District.ToString(), r.School.Code.ToString(), r.School.Name, r.School.Provider, r.School.SchoolType, r.School.Phone,
        [.. r.School.Addresses.Select(a => a.ToString())], SchoolFilter.StateOf(r), r.IsTold, r.IsConfirmed,
        [.. r.Present.Select(HolderItem.Of)], [.. r.Flags.Select(f => f.Kind)]);
}

/// <summary>Somebody named to a school.</summary>
/// <param name="Contact">Id in the register; empty for the reception.</param>
public sealed record HolderItem(HolderRole Role, string Contact, ContactKind Kind, string Name, string Title, string Email, string Phone)
{
    /// <summary>The item of a holder.</summary>
    public static HolderItem Of(Holder h) => new(h.Role, h.Contact, h.Kind, h.Name, h.Title, h.Email.ToString(), h.Phone);
}

/// <summary>The schools.</summary>
public static class SchoolsApi
{
    private static readonly ApiOperation List = new(
        "listSchools", "The active schools of each district with their contacts, by district and school code",
        ApiParameter.District, ApiParameter.Text, ApiParameter.Word<SchoolFilterState>("state", "Only schools that have come so far."),
        ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/schools</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<SchoolItem>>("/schools", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, ContactsReader contacts, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var filter = new SchoolFilter(query.District(), query.Text("q"), query.Word<SchoolFilterState>("state"), 1);
        var paging = query.Paging();
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), filter.District, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, SchoolItem)>> ReadAsync(DistrictCode code) =>
            (await contacts.ReadAsync(code, ct))?.Schools.Where(filter.Shows).Select(r => (r.School.Code.ToString(), SchoolItem.Of(r))) ?? [];
    }
}
