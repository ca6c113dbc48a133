using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Materials;

/// <summary>The list of who knows the support material, and a page per version.</summary>
public static class MaterialsEndpoints
{
    /// <summary>Maps <c>/materials</c> and <c>/materials/{version}</c>.</summary>
    public static void MapMaterials(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/materials", Pages.Looking, ListAsync);
        routes.MapMethods("/materials.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/materials/{version}", Pages.Looking, VersionAsync);
    }

    /// <summary>Where the page of a version is. Ids and versions are the register's, and may hold anything; so the address has a hash.</summary>
    public static string PathOf(VersionName version) => $"/materials/{MaterialsKeys.Version(version.Material, version.Version)}";

    private static async Task<IResult> ListAsync(HttpContext http, DistrictList districts, MaterialsReader materials, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = MaterialFilter.Read(query, "/materials");
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var rows = Ordered((await ReadAsync(choice, materials, ct)).SelectMany(d => d.Rows));
        var shown = rows.Where(filter.Shows).ToList();
        return http.IsForCsv() ? Csv(PageFrame.Of(http, isPortal: true), shown) : Pages.Show<MaterialsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Choice", choice),
            ("All", rows),
            ("Rows", shown));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<CoverageRow> rows) => new(
        "materials",
        [frame.T.District, frame.T.Material, frame.T.Version, frame.T.About, frame.T.State, frame.T.Confirmed],
        rows.Select(r => (IReadOnlyList<string>)
        [
            r.District.Name, r.Material.Title, r.Material.Version, r.Reader.Name, frame.T.CoverageName(r.State),
            r.ConfirmedAt is { } at ? Moments.Show(at) : "",
        ]));

    private static async Task<IResult> VersionAsync(string version, HttpContext http, DistrictList districts, MaterialsReader materials, CancellationToken ct)
    {
        var path = http.Request.Path.ToString();
        var query = new QueryReader(http.Request.Query);
        var filter = MaterialFilter.Read(query, path);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var read = await ReadAsync(choice.MustChoose ? choice with { Shown = [choice.All[0].Code] } : choice, materials, ct);

        return VersionHistory.Find(version, read) is { } found
            ? Pages.Show<MaterialPage>(
                StatusCodes.Status200OK,
                ("Frame", PageFrame.Of(http, isPortal: true)),
                ("Filter", filter),
                ("Choice", choice),
                ("Version", found),
                ("All", Ordered(found.Rows)),
                ("Rows", Ordered(found.Rows.Where(filter.Shows))))
            : MessagePages.NotFound(http, isPortal: true);
    }

    private static async Task<IReadOnlyList<DistrictMaterials>> ReadAsync(DistrictChoice choice, MaterialsReader materials, CancellationToken ct)
    {
        var read = new List<DistrictMaterials>();
        foreach (var code in choice.Shown)
        {
            read.AddRange(await materials.ReadAsync(code, ct) is { } district ? [district] : []);
        }

        return read;
    }

    /// <summary>Who has not confirmed first.</summary>
    private static List<CoverageRow> Ordered(IEnumerable<CoverageRow> rows) =>
        [.. rows.OrderByDescending(r => r.State).ThenBy(r => r.Reader.Name, DistrictList.ByName).ThenBy(r => r.Material.Id, StringComparer.Ordinal)];
}
