using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>An agreement, in the district that leads it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Registered">The revision day by the register.</param>
/// <param name="Counts">The revision day that counts: the register's, or an answer's.</param>
/// <param name="OverdueDays">How many days it is overdue; 0: it is not.</param>
/// <param name="Conflict">Whether the register was given an older day than the answer: a human must look.</param>
/// <param name="SteeringGroup">The name of the group that looks after it.</param>
/// <param name="OtherDistricts">Districts that it binds besides.</param>
/// <param name="PartOf">The id of the agreement that it is an annex of.</param>
/// <param name="Answer">What the group answered last.</param>
public sealed record AgreementItem(
    string District, string Id, string Title, string? Url, AgreementStage State, DateOnly Registered, DateOnly Counts, int OverdueDays, bool Conflict,
    string SteeringGroup, IReadOnlyList<string> OtherDistricts, string? PartOf, AgreementAnswerItem? Answer)
{
    /// <summary>The item of a row.</summary>
    public static AgreementItem Of(AgreementRow r)
    {
        var a = r.Agreement;
        return new(
            r.District.ToString(), a.Id, a.Title, a.Url?.AbsoluteUri, r.Stage, r.Standing.Registered, r.Standing.Counts, r.OverdueDays, r.IsInConflict,
            r.Facts.Members[0].Name, [.. a.OtherDistricts.Select(d => d.ToString())], a.PartOf,
            r.State.Answer is { } answer ? new(answer.Kind, answer.Day, answer.By, answer.At) : null);
    }
}

/// <summary>What a steering group answered.</summary>
/// <param name="Day">The next revision day, or that on which the revision is expected.</param>
/// <param name="By">Who answered, as that person said.</param>
public sealed record AgreementAnswerItem(AnswerKind Kind, DateOnly Day, string By, DateTimeOffset At);

/// <summary>The agreements.</summary>
public static class AgreementsApi
{
    private static readonly ApiOperation List = new(
        "listAgreements", "The agreements that each district leads, by district and id",
        ApiParameter.District, ApiParameter.Word<AgreementStage>("state", "Only those that stand so."), ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/agreements</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<AgreementItem>>("/agreements", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, AgreementsReader agreements, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (district, state, paging) = (query.District(), query.Word<AgreementStage>("state"), query.Paging());
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), district, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, AgreementItem)>> ReadAsync(DistrictCode code) =>
            (await agreements.ReadAsync(code, ct))?.Rows.Where(r => state is null || r.Stage == state).Select(r => (r.Agreement.Id, AgreementItem.Of(r))) ?? [];
    }
}
