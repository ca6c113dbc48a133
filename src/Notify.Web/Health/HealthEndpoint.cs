using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Health;

/// <summary>What probes ask.</summary>
public static class HealthEndpoint
{
    /// <summary>Maps <c>/healthz</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/healthz", Pages.Looking, async (HealthCheck check, CancellationToken ct) =>
        {
            var reasons = await check.ReadAsync(ct);
            return reasons.Count == 0
                ? Results.Text("Healthy")
                : Results.Text(string.Join('\n', reasons), statusCode: StatusCodes.Status503ServiceUnavailable);
        }).WithMetadata(OpenRoute.Mark);
}
