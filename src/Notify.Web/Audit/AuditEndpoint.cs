using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Audit;
using Notify.Core.Time;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Audit;

/// <summary>The trail of what people did, month by month.</summary>
public static class AuditEndpoint
{
    private const int PageSize = 100;

    /// <summary>Maps <c>/audit</c>.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/audit", Pages.Looking, ShowAsync);
        routes.MapMethods("/audit.csv", Pages.Looking, ShowAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var (text, page) = (query.Text("month"), query.Page("page"));
        var present = StockholmTime.DateOf(clock.GetUtcNow());
        var isMonth = DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month);
        if (!query.IsValid || (text.Length > 0 && !isMonth))
        {
            return MessagePages.BadRequest(http);
        }

        month = isMonth ? month : new(present.Year, present.Month, 1);
        var (user, frame) = (http.PortalUser(), PageFrame.Of(http, isPortal: true));
        var rows = (await trail.ReadAsync(month, ct)).Where(r => r.District is { } district ? user.Reads.Includes(district) : user.Reads.IsAll).ToList();
        return http.IsForCsv() ? Csv(frame, rows) : Pages.Show<AuditPage>(
            StatusCodes.Status200OK,
            ("Frame", frame),
            ("Month", month),
            ("Page", page),
            ("HasMore", rows.Count > page * PageSize),
            ("Rows", rows.Skip((page - 1) * PageSize).Take(PageSize).ToList()));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<AuditRow> rows) => new(
        "audit",
        [frame.T.Moment, frame.T.Who, frame.T.Action, frame.T.What, frame.T.Detail, frame.T.Outcome],
        rows.Select(r => (IReadOnlyList<string>)[Moments.Show(r.At), r.Who, frame.T.AuditAction(r.Action), r.Path, r.Detail, frame.T.AuditOutcomeName(r.Outcome)]));
}
