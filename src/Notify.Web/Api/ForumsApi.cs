using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Forums;

namespace Notify.Web.Api;

/// <summary>A forum, with how many take part.</summary>
/// <param name="Place">Null: not known yet.</param>
/// <param name="Term">As <c>2026-VT</c>.</param>
/// <param name="Capacity">How many people it has room for; null: any number.</param>
public sealed record ForumItem(
    string District, string Id, ForumKind Kind, string Title, DateTimeOffset Starts, DateTimeOffset Ends, string? Place, ForumStage State, string Term,
    int? Capacity, int Invited, int Answered, int Accepted, int Attended)
{
    /// <summary>The item of a forum.</summary>
    public static ForumItem Of(ForumRecord r, DateTimeOffset now)
    {
        var (forum, invited) = (r.Forum, r.Invitees.Where(r.IsInvited).ToList());
        return new(
            r.District.ToString(), forum.Id, forum.Kind, forum.Title, forum.Meeting.Starts, forum.Meeting.Ends, forum.Meeting.Place,
            ForumFilter.StageOf(r, now), r.Term.ToString(), forum.Capacity, invited.Count,
            invited.Count(i => i.Answer is not null), invited.Count(i => i.Answer?.Reply == ForumReply.Yes), invited.Count(i => i.Attendance is { Attended: true }));
    }
}

/// <summary>The forums.</summary>
public static class ForumsApi
{
    private static readonly ApiOperation List = new(
        "listForums", "The forums of each district with how many take part, by district and id",
        ApiParameter.District, ApiParameter.Word<ForumKind>("kind", "Only this kind."), new("term", "Only this term.") { Pattern = "^[0-9]{4}-(VT|HT)$" },
        ApiParameter.Word<ForumStage>("state", "Only those that stand so."), ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/forums</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<ForumItem>>("/forums", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, ForumsReader forums, DistrictPages pages, TimeProvider clock, CancellationToken ct)
    {
        var (query, now) = (new ApiQuery(http.Request.Query), clock.GetUtcNow());
        var filter = new ForumFilter(query.District(), query.Word<ForumKind>("kind"), query.Text("term"), query.Word<ForumStage>("state"), 1);
        var paging = query.Paging();
        return query.Refusal(http)
            ?? (filter.HasTerm
                ? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), filter.District, paging, ReadAsync, ct))
                : Problem.BadRequest(http, "The parameter 'term' is no term; write 2026-VT or 2026-HT."));

        async Task<IEnumerable<(string, ForumItem)>> ReadAsync(DistrictCode code) =>
            (await forums.ReadAsync(code, ct))?.Forums.Where(f => filter.Shows(f, now)).Select(f => (f.Forum.Id, ForumItem.Of(f, now))) ?? [];
    }
}
