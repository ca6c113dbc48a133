using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>A line of the call list: somebody must ring.</summary>
/// <param name="Phone">The school's; may be empty.</param>
/// <param name="At">Since when it stands there.</param>
/// <param name="DoneBy">Who, or what, settled it.</param>
/// <param name="Note">What was proposed or found out.</param>
public sealed record CallItem(
    string Id, string District, string School, string SchoolName, CallReason Reason, string Phone, DateTimeOffset At, bool Done, DateTimeOffset? DoneAt,
    string? DoneBy, string? Note)
{
    /// <summary>The item of a row.</summary>
    public static CallItem Of(CallRow c) =>
        new(c.Id, c.District.ToString(), c.School.ToString(), c.SchoolName, c.Reason, c.Phone, c.At, c.Done, c.DoneAt, c.DoneBy, c.Note);
}

/// <summary>Whether a call is done, as a filter has it.</summary>
public enum CallState
{
    /// <summary>It is still to be made.</summary>
    Open,

    /// <summary>It is settled.</summary>
    Done,
}

/// <summary>The call list.</summary>
public static class CallsApi
{
    private static readonly ApiOperation List = new(
        "listCalls", "The call list of each district, the longest waiting first",
        ApiParameter.District, ApiParameter.Word<CallState>("state", "Only those that are open, or done."), ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/calls</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<CallItem>>("/calls", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, ContactsReader contacts, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (district, state, paging) = (query.District(), query.Word<CallState>("state"), query.Paging());
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), district, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, CallItem)>> ReadAsync(DistrictCode code) =>
            (await contacts.ReadAsync(code, ct))?.Calls.Where(c => state is null || c.Done == (state == CallState.Done))
                .Select(c => ($"{RecordKey.Time(c.At)}:{c.Id}", CallItem.Of(c))) ?? [];
    }
}
