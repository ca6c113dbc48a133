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

        var read = await ReadAsync(http.PortalUser(), districts, materials, ct);
        var rows = Ordered(read.SelectMany(d => d.Rows));
        return Pages.Show<MaterialsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Districts", read.Select(d => d.Snapshot.District).ToList()),
            ("All", rows),
            ("Rows", rows.Where(filter.Shows).ToList()));
    }

    private static async Task<IResult> VersionAsync(string version, HttpContext http, DistrictList districts, MaterialsReader materials, CancellationToken ct)
    {
        var read = await ReadAsync(http.PortalUser(), districts, materials, ct);
        var path = http.Request.Path.ToString();
        var query = new QueryReader(http.Request.Query);
        var filter = MaterialFilter.Read(query, path);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        return VersionHistory.Find(version, read) is { } found
            ? Pages.Show<MaterialPage>(
                StatusCodes.Status200OK,
                ("Frame", PageFrame.Of(http, isPortal: true)),
                ("Filter", filter),
                ("Districts", read.Select(d => d.Snapshot.District).ToList()),
                ("Version", found),
                ("All", Ordered(found.Rows)),
                ("Rows", Ordered(found.Rows.Where(filter.Shows))))
            : MessagePages.NotFound(http, isPortal: true);
    }

    private static async Task<IReadOnlyList<DistrictMaterials>> ReadAsync(PortalUser user, DistrictList districts, MaterialsReader materials, CancellationToken ct)
    {
        var read = new List<DistrictMaterials>();
        foreach (var snapshot in await districts.ReadAsync(user, ct))
        {
            read.AddRange(await materials.ReadAsync(snapshot.District.Code, ct) is { } district ? [district] : []);
        }

        return read;
    }

    /// <summary>Who has not confirmed first.</summary>
    private static List<CoverageRow> Ordered(IEnumerable<CoverageRow> rows) =>
        [.. rows.OrderByDescending(r => r.State).ThenBy(r => r.Reader.Name, DistrictList.ByName).ThenBy(r => r.Material.Id, StringComparer.Ordinal)];
}
