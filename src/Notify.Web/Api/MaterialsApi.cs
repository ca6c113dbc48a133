using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Access;

namespace Notify.Web.Api;

/// <summary>How a school or contact stands to the present version of a support material.</summary>
/// <param name="Material">The material's id.</param>
/// <param name="Recipient">The school's or contact's name.</param>
/// <param name="Provider">Of a school: who answers for it; null of a contact.</param>
/// <param name="ToldAt">When it was first told; null: not yet.</param>
/// <param name="ConfirmedAt">When it confirmed; null: not yet.</param>
/// <param name="Waiting">Whether a mail about it is on its way.</param>
public sealed record MaterialItem(
    string District, string Material, string Title, string Version, string Recipient, RecipientRole Role, Provider? Provider, CoverageState State,
    DateTimeOffset? ToldAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? RemindedAt, bool Waiting)
{
    /// <summary>The item of a row.</summary>
    public static MaterialItem Of(CoverageRow r) => new(
        r.District.Code.ToString(), r.Material.Id, r.Material.Title, r.Material.Version, r.Reader.Name, r.Reader.Role, r.Reader.Provider, r.State,
        r.Told.Count > 0 ? r.Told[0].At : null, r.ConfirmedAt, r.RemindedAt, r.IsWaiting);
}

/// <summary>The support material.</summary>
public static class MaterialsApi
{
    private static readonly ApiOperation List = new(
        "listMaterials", "Who knows the present versions of support material, by district, material and recipient",
        ApiParameter.District, new("material", "Only this material, by its id."), ApiParameter.Word<CoverageState>("state", "Only those that stand so."),
        ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/materials</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<MaterialItem>>("/materials", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, MaterialsReader materials, DistrictPages pages, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var (district, material, state) = (query.District(), query.Text("material"), query.Word<CoverageState>("state"));
        var paging = query.Paging();
        return query.Refusal(http) ?? ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), district, paging, ReadAsync, ct));

        async Task<IEnumerable<(string, MaterialItem)>> ReadAsync(DistrictCode code) =>
            (await materials.ReadAsync(code, ct))?.Rows
                .Where(r => (material.Length == 0 || r.Material.Id == material) && (state is null || r.State == state))
                .Select(r => ($"{r.Material.Id}\n{r.Reader.Recipient}", MaterialItem.Of(r))) ?? [];
    }
}
