using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Audit;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Web.Layout;

namespace Notify.Web.Access;

/// <summary>Routes that leave a row in the audit trail each time somebody uses them.</summary>
public static class AuditedRoutes
{
    private static readonly object DetailKey = new();

    /// <summary>
    /// The row is written before the route does anything, and learns afterwards what came of it. Stands after <see cref="FormPost.RequireForm"/>,
    /// so that a form that was refused unread leaves none.
    /// </summary>
    /// <param name="action">Dotted words, as <c>notification.hold</c>.</param>
    public static TBuilder Audited<TBuilder>(this TBuilder route, string action)
        where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var trail = (AuditTrail)http.RequestServices.GetService(typeof(AuditTrail))!;
            var row = await trail.BeginAsync(http.PortalUser().Name, action, http.Request.Path.ToString(), DistrictOf(http), http.RequestAborted);
            var outcome = AuditOutcome.Failed;
            try
            {
                var result = await next(context);
                outcome = result is SeeOther or IStatusCodeHttpResult { StatusCode: null or < StatusCodes.Status400BadRequest } ? AuditOutcome.Done : AuditOutcome.Refused;
                return result;
            }
            finally
            {
                // What is done is done, also when nobody waits for the answer any more.
                await trail.EndAsync(row, outcome, http.Items[DetailKey] as string ?? "", CancellationToken.None);
            }
        });

    /// <summary>Says in the row what was chosen or written.</summary>
    public static void AuditDetail(this HttpContext http, string detail) => http.Items[DetailKey] = detail;

    private static DistrictCode? DistrictOf(HttpContext http) =>
        DistrictCode.TryParse(http.GetRouteValue("district") as string, out var district) ? district
        : NotificationId.TryParse(http.GetRouteValue("id") as string, out var id) ? id.District
        : null;
}
