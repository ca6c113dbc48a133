using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Audit;
using Notify.Core.Time;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>What somebody did.</summary>
/// <param name="Who">As the sign-in names the person, or the settings the key.</param>
/// <param name="Path">The address it was done at.</param>
/// <param name="District">Null: it concerns the whole municipality.</param>
/// <param name="Detail">What was chosen or written; may be empty.</param>
public sealed record AuditItem(DateTimeOffset At, string Who, string Action, string Path, string? District, string Detail, AuditOutcome Outcome)
{
    /// <summary>The item of a row.</summary>
    public static AuditItem Of(AuditRow r) => new(r.At, r.Who, r.Action, r.Path, r.District?.ToString(), r.Detail, r.Outcome);
}

/// <summary>The audit trail.</summary>
public static class AuditApi
{
    private static readonly ApiOperation List = new(
        "listAudit", "What people and programs did in a month, in the order in which they did it",
        new("month", "A month of UTC. Absent: the present one.") { Pattern = "^[0-9]{4}-[0-9]{2}$" }, ApiParameter.Cursor, ApiParameter.Limit)
    {
        Description = "Whose role is limited to districts sees what was done in these.",
    };

    /// <summary>Maps <c>/audit</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<AuditItem>>("/audit", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var (query, reads) = (new ApiQuery(http.Request.Query), http.PortalUser().Reads);
        var (month, paging) = (query.Month("month"), query.Paging());
        return query.Refusal(http) ?? ApiJson.Answer(ApiPages.Of(
            (await trail.ReadAsync(month ?? StockholmTime.DateOf(clock.GetUtcNow()), ct))
                .Where(r => reads.IsAll || (r.District is { } district && reads.Includes(district)))
                .Reverse().Select(r => (r.Id, AuditItem.Of(r))),
            paging));
    }
}
