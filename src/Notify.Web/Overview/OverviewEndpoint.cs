using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Contacts;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Overview;

/// <summary>The first page of the portal, and the lines of the call list.</summary>
public static class OverviewEndpoint
{
    /// <summary>Maps <c>/</c> and <c>/calls/{district}/{call}</c>.</summary>
    public static void MapOverview(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Pages.Looking, ShowAsync);
        routes.MapPost("/calls/{district}/{call}", SettleAsync).RequireForm().Audited("call.settle");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, OverviewReader reader, ITrendPictures pictures, CancellationToken ct)
    {
        var asked = http.Request.Query["district"].Where(d => !string.IsNullOrEmpty(d)).ToList();
        return asked.All(d => DistrictCode.TryParse(d, out _))
            ? Pages.Show<OverviewPage>(
                StatusCodes.Status200OK,
                ("Frame", PageFrame.Of(http, isPortal: true)),
                ("Model", await reader.ReadAsync(http.PortalUser(), asked.Select(d => DistrictCode.Parse(d!)).ToHashSet(), ct)),
                ("Pictures", pictures),
                ("Acts", http.PortalUser().Acts),
                ("Done", DoneNotice.Of(http)))
            : MessagePages.BadRequest(http);
    }

    private static async Task<IResult> SettleAsync(string district, string call, HttpContext http, CallBook calls, CancellationToken ct)
    {
        var (code, form) = (DistrictCode.TryParse(district, out var parsed) ? parsed : (DistrictCode?)null, http.Request.Form);
        var (action, note) = (form.Field("do"), form.Field("note"));
        if (action is not ("done" or "reopen" or "note") || !CallBook.IsRemark(note))
        {
            return MessagePages.BadRequest(http);
        }

        http.AuditDetail($"{action} {note}");
        var row = code is { } known ? await calls.SettleAsync(known, call, action == "note" ? null : action == "done", note, http.PortalUser().Name, ct) : null;
        return row is null
            ? MessagePages.NotFound(http, isPortal: true)
            : new SeeOther(PageFrame.Of(http, isPortal: true).Url(form.Field("from") == "school" ? $"/contacts/{row.District}/{row.School}" : "/", (DoneNotice.Field, $"call-{action}")));
    }
}
