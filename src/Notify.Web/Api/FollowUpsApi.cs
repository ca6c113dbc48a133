using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>A round of follow-up. Its figures are those that docs/adr/0008 lets be shown, as everywhere.</summary>
/// <param name="Term">The term in which it opens, as <c>2026-VT</c>.</param>
/// <param name="Goal">The goal that it serves; null: none is named.</param>
/// <param name="ReplyRate">The share of those asked who have answered, 0 to 1; null: nobody is asked.</param>
/// <param name="Index">0 to 100; null: it has not closed, or too few answered.</param>
/// <param name="Axes">Those that may be shown, in the order of the questionnaire.</param>
public sealed record FollowUpItem(
    string District, string Id, string Title, string? Goal, DateOnly Opens, DateOnly Closes, string Term, RoundStage State,
    int Asked, int Answered, decimal? ReplyRate, decimal? Index, IReadOnlyList<AxisItem> Axes)
{
    private const int Decimals = 4;

    /// <summary>The item of a round.</summary>
    public static FollowUpItem Of(RoundRow r) => new(
        r.District.Code.ToString(), r.Round.Id, r.Round.Title, r.Round.Goal, r.Round.Opens, r.Round.Closes, r.Term.ToString(), r.Round.Stage,
        r.Asked, r.Answered, r.ReplyRate is { } rate ? Math.Round(rate, Decimals) : null, r.Figures?.Index is { } index ? FigureText.Rounded(index) : null,
        [.. r.Figures?.Axes.Select(a => new AxisItem(a.Axis, FigureText.Rounded(a.Index))) ?? []]);
}

/// <summary>The figure of an axis.</summary>
/// <param name="Index">0 to 100.</param>
public sealed record AxisItem(string Axis, decimal Index);

/// <summary>The rounds of follow-up.</summary>
public static class FollowUpsApi
{
    private static readonly ApiOperation List = new(
        "listFollowUps", "The rounds of follow-up of each district with the figures that may be shown, by district and id",
        ApiParameter.District, ApiParameter.Word<RoundStage>("state", "Only those that have come so far."), ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/followups</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<FollowUpItem>>("/followups", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, FollowUpsReader followUps, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (district, state, paging) = (query.District(), query.Word<RoundStage>("state"), query.Paging());
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), district, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, FollowUpItem)>> ReadAsync(DistrictCode code) =>
            (await followUps.ReadAsync(code, ct))?.Rows.Where(r => state is null || r.Round.Stage == state).Select(r => (r.Round.Id, FollowUpItem.Of(r))) ?? [];
    }
}
