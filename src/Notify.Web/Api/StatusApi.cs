using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Status;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>The status.</summary>
public static class StatusApi
{
    private static readonly ApiOperation Status = new(
        "getStatus", "Counts, proofs, call list, heartbeats and figures per district, as `notify status --json`", ApiParameter.District);

    /// <summary>Maps <c>/status</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<StatusAnswer>("/status", Status, ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext http, StatusReader status, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (user, district) = (http.PortalUser(), query.District());
        return query.Refusal(http)
            ?? ApiJson.Answer(StatusAnswer.Of(await status.ReadAsync(d => user.Reads.Includes(d) && (district is null || d == district), ct)));
    }
}
