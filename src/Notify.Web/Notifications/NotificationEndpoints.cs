using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Notifications;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Notifications;

/// <summary>The list of mails, a page per mail, and the mail itself as a document of its own.</summary>
public static class NotificationEndpoints
{
    /// <summary>Maps <c>/notifications</c>, <c>/notifications/{id}</c> and <c>/notifications/{id}/html</c>.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/notifications", Pages.Looking, ListAsync);
        routes.MapMethods("/notifications/{id}", Pages.Looking, OneAsync);
        routes.MapMethods("/notifications/{id}/html", Pages.Looking, HtmlAsync);
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

        var all = await districts.ReadAsync(http.PortalUser(), ct);
        return Pages.Show<NotificationsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Filter", filter),
            ("Districts", all.Select(d => d.District).ToList()),
            ("Kinds", templates.Kinds),
            ("Found", await search.ReadAsync(all, filter, ct)));
    }

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
            ("Written", await preview.RenderAsync(mail, ct)));
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
