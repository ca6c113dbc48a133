using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Status;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Web.Access;
using Notify.Web.Notifications;

namespace Notify.Web.Api;

/// <summary>The mails, one mail, and what is done to it by hand.</summary>
public static class NotificationsApi
{
    private const string One = "/notifications/{id}";

    private static readonly ApiOperation List = new(
        "listNotifications", "The mails, newest first",
        ApiParameter.District, new("school", "Only what is about this school, or went to one of its present addresses."),
        new("kind", "Only this kind of mail, as `contact-changed`."),
        ApiParameter.Word<NotificationState>("state", "Only those in this state. A send that is under way shows as what it was before."),
        ApiParameter.Text, ApiParameter.Day("since", "Only what was planned on this day in Stockholm or later."),
        ApiParameter.Day("until", "Only what was planned on this day or earlier."), ApiParameter.Cursor, ApiParameter.Limit)
    {
        Description = "A page may have fewer items than asked for, or none, although there are more: go on while there is a `next`.",
    };

    private static readonly ApiOperation Show = new("getNotification", "One mail: state, history, and how it reads, as `notify show --json`")
    {
        Description = "Links by which a recipient answers are hidden.",
    };

    /// <summary>Maps <c>/notifications</c> and what is below.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.Get<ApiPage<NotificationItem>>("/notifications", List, ListAsync);
        api.Get<NotificationAnswer>(One, Show, OneAsync);
        MapAction(api, MailAction.Hold, "Keeps a queued mail from leaving");
        MapAction(api, MailAction.Release, "Lets a held mail leave");
        MapAction(api, MailAction.Now, "Has a queued or held mail leave without waiting for its time");
        MapAction(api, MailAction.Cancel, "Ends a mail that has not left");
        MapAction(api, MailAction.Retry, "Queues a mail again that failed, bounced, was suppressed or cancelled");
    }

    private static void MapAction(IEndpointRouteBuilder api, MailAction action, string summary)
    {
        var verb = StatusAnswer.Word(action);
        api.Act<NotificationAnswer>(
            $"{One}/{verb}", "notification.act", new($"{verb}Notification", summary) { Description = "409 when its state allows no such thing. The history says who did it." },
            (string id, HttpContext http, NotificationActions actions, IJobWaker waker, MailPreview preview, CancellationToken ct) =>
                ActAsync(action, id, http, actions, waker, preview, ct));
    }

    private static async Task<IResult> ActAsync(
        MailAction action, string id, HttpContext http, NotificationActions actions, IJobWaker waker, MailPreview preview, CancellationToken ct)
    {
        http.AuditDetail(action.ToString());
        return NotificationId.TryParse(id, out var mail)
            ? await AnswerAsync(http, StatusAnswer.Word(action), await NotificationEndpoints.DoAsync(actions, waker, action, mail, http.PortalUser().Name, ct), preview, ct)
            : NotFound(http);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, string verb, ActionAnswer answer, MailPreview preview, CancellationToken ct) => answer switch
    {
        { Result: ActionResult.Done, Notification: { } mail } => ApiJson.Answer(NotificationAnswer.Of(mail, (await preview.RenderAsync(mail, ct)).Mail)),
        { Notification: { } mail } => Problem.Of(
            http, StatusCodes.Status409Conflict, $"There is nothing to do for {verb}: the notification is {mail.State.ToString().ToLowerInvariant()}, or a newer truth has replaced it."),
        _ => NotFound(http),
    };

    private static async Task<IResult> ListAsync(
        HttpContext http, NotificationPages pages, BuiltInTemplates templates, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var filter = new NotificationFilter(
            query.District(), query.Text("kind"), query.Word<NotificationState>("state"), query.Text("q"), query.Day("since"), query.Day("until"), 1);
        var (school, paging) = (query.School("school"), query.Paging());
        if (query.Refusal(http) is { } refusal)
        {
            return refusal;
        }

        if (paging.After is { } after && !RecordKey.IsValid(after.Key))
        {
            return Problem.BadRequest(http, "The parameter 'cursor' is of another list.");
        }

        if (filter.Kind.Length > 0 && !templates.Kinds.Contains(filter.Kind))
        {
            return Problem.BadRequest(http, $"There is no such kind. There are: {string.Join(", ", templates.Kinds)}.");
        }

        return ApiJson.Answer(await pages.ReadAsync(http.PortalUser(), filter, school, paging, ct));
    }

    private static async Task<IResult> OneAsync(string id, HttpContext http, IRecordStore store, MailPreview preview, CancellationToken ct) =>
        NotificationId.TryParse(id, out var parsed) && await NotificationRows.FindAsync(store, parsed, ct) is { Notification: var mail }
            ? ApiJson.Answer(NotificationAnswer.Of(mail, (await preview.RenderAsync(mail, ct)).Mail))
            : NotFound(http);

    private static JsonHttpResult<Problem> NotFound(HttpContext http) => Problem.NotFound(http, "There is no such notification.");
}
