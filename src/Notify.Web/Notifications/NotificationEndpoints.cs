using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Notifications;

/// <summary>The list of mails, a page per mail, and the mail itself as a document of its own.</summary>
public static class NotificationEndpoints
{
    /// <summary>Maps <c>/notifications</c>, <c>/notifications/{id}</c>, <c>/notifications/{id}/html</c>.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/notifications", Pages.Looking, ListAsync);
        routes.MapMethods("/notifications.csv", Pages.Looking, ListAsync);
        routes.MapMethods("/notifications/{id}", Pages.Looking, OneAsync);
        routes.MapMethods("/notifications/{id}/html", Pages.Looking, HtmlAsync);
        routes.MapPost("/notifications/{id}", ActAsync).RequireForm().Audited("notification.act");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, DistrictList districts, NotificationSearch search, BuiltInTemplates templates, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = NotificationFilter.Read(query);
        if (!query.IsValid)
        {
            return MessagePages.BadRequest(http);
        }

        var choice = await districts.ChooseAsync(http.PortalUser(), filter.District, ct);
        var snapshots = await districts.SnapshotsAsync(choice, ct);
        if (http.IsForCsv())
        {
            return Csv(PageFrame.Of(http, isPortal: true), (await search.ReadAsync(snapshots, filter, NotificationSearch.MaxRows, ct)).Lines);
        }

        return Pages.Show<NotificationsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Choice", choice),
            ("Kinds", templates.Kinds),
            ("Found", await search.ReadAsync(snapshots, filter, NotificationFilter.PageSize, ct)));
    }

    private static CsvFile Csv(PageFrame frame, IEnumerable<NotificationLine> lines) => new(
        "notifications",
        ["Id", frame.T.What, frame.T.About, frame.T.District, frame.T.Recipients, frame.T.Planned, frame.T.State],
        lines.Select(l => (IReadOnlyList<string>)
        [
            l.Mail.Id.ToString(), frame.T.KindName(l.Mail.Kind), l.About, l.District, string.Join(", ", l.Mail.Recipients.Select(r => r.Address)),
            Moments.Show(l.Mail.CreatedAt), frame.T.StateName(l.Mail.State),
        ]));

    private static async Task<IResult> OneAsync(
        string id, HttpContext http, IRecordStore store, DistrictList districts, MailPreview preview, CancellationToken ct)
    {
        if (await FindAsync(id, store, ct) is not { } mail)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        var snapshot = await districts.FindAsync(mail.District, ct);
        return Pages.Show<NotificationPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Mail", mail),
            ("District", snapshot?.District.Name ?? mail.District.ToString()),
            ("About", snapshot is null ? "" : SubjectNames.Of(mail.Subject, snapshot)),
            ("Written", await preview.RenderAsync(mail, ct)),
            ("Actions", http.PortalUser().Acts.Includes(mail.District) ? MailActions.In(mail.State) : []),
            ("Done", DoneNotice.Of(http)));
    }

    private static async Task<IResult> ActAsync(string id, HttpContext http, NotificationActions actions, IJobWaker waker, CancellationToken ct)
    {
        var action = Enum.GetValues<MailAction>().Cast<MailAction?>().FirstOrDefault(a => a.ToString()!.Equals(http.Request.Form.Field("do"), StringComparison.OrdinalIgnoreCase));
        if (action is null)
        {
            return MessagePages.BadRequest(http);
        }

        http.AuditDetail(action.Value.ToString());
        if (!NotificationId.TryParse(id, out var mail) || await DoAsync(actions, waker, action.Value, mail, http.PortalUser().Name, ct) is not { Result: not ActionResult.NotFound } answer)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        var path = http.Request.Form.Field("from") == "overview" ? "/" : $"/notifications/{mail}";
        return new SeeOther(PageFrame.Of(http, isPortal: true).Url(path, (DoneNotice.Field, answer.Result == ActionResult.Done ? action.Value.ToString().ToLowerInvariant() : "nothing")));
    }

    /// <summary>Does it, and has delivery look at once where something may now leave.</summary>
    internal static async Task<ActionAnswer> DoAsync(
        NotificationActions actions, IJobWaker waker, MailAction action, NotificationId mail, string who, CancellationToken ct)
    {
        var answer = await (action switch
        {
            MailAction.Hold => actions.HoldAsync(mail, who, ct),
            MailAction.Release => actions.ReleaseAsync(mail, who, ct),
            MailAction.Now => actions.SendNowAsync(mail, who, ct),
            MailAction.Cancel => actions.CancelAsync(mail, who, ct),
            _ => actions.RetryAsync(mail, who, ct),
        });
        if (answer.Result == ActionResult.Done && action is (MailAction.Now or MailAction.Release or MailAction.Retry))
        {
            waker.Wake("deliver", mail.District);
        }

        return answer;
    }

    private static async Task<IResult> HtmlAsync(string id, HttpContext http, IRecordStore store, MailPreview preview, CancellationToken ct)
    {
        if (await FindAsync(id, store, ct) is not { } mail || (await preview.RenderAsync(mail, ct)).Mail is not { } rendered)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        http.Response.Headers.ContentSecurityPolicy = MailPreview.PolicyOf(rendered.Html);
        return Results.Content(rendered.Html, "text/html; charset=utf-8");
    }

    private static async Task<Notification?> FindAsync(string id, IRecordStore store, CancellationToken ct) =>
        NotificationId.TryParse(id, out var parsed) ? (await NotificationRows.FindAsync(store, parsed, ct))?.Notification : null;
}
