using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Overview;

/// <summary>The first page of the portal.</summary>
public static class OverviewEndpoint
{
    /// <summary>Maps <c>/</c>.</summary>
    public static void MapOverview(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/", Pages.Looking, async (HttpContext http, OverviewReader reader, CancellationToken ct) =>
            Pages.Show<OverviewPage>(
                StatusCodes.Status200OK, ("Frame", PageFrame.Of(http, isPortal: true)), ("Model", await reader.ReadAsync(http.PortalUser(), ct))));
}
