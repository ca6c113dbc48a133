using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Api;

/// <summary>A district of the register.</summary>
/// <param name="Coordinator">The coordinator's address.</param>
/// <param name="Fallback">The reception that a school is told when it has no contact.</param>
/// <param name="Schools">How many active schools it works with.</param>
public sealed record DistrictItem(string Code, string Name, string Coordinator, DistrictFallback Fallback, string Language, int Schools)
{
    /// <summary>The item of a snapshot.</summary>
    public static DistrictItem Of(DistrictSnapshot snapshot)
    {
        var d = snapshot.District;
        return new(
            d.Code.ToString(), d.Name, d.CoordinatorEmail.ToString(), new(d.FallbackName, d.FallbackEmail.ToString(), d.FallbackPhone),
            d.Language.ToCode(), snapshot.Schools.Count(s => s.Status == SchoolStatus.Active));
    }
}

/// <summary>A district's reception.</summary>
public sealed record DistrictFallback(string Name, string Email, string Phone);

/// <summary>The districts.</summary>
public static class DistrictsApi
{
    private static readonly ApiOperation List = new("listDistricts", "The districts, by code", ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/districts</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<DistrictItem>>("/districts", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = query.Paging();
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), null, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, DistrictItem)>> ReadAsync(DistrictCode code) =>
            await districts.FindAsync(code, ct) is { } found ? [("-", DistrictItem.Of(found))] : [];
    }
}
