using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Delivery;
using Notify.Core.Importing;
using Notify.Core.Jobs;
using Notify.Core.Register.Reading;
using Notify.Core.Watches;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Importing;

/// <summary>The page of a draft: what it would do, and the buttons that do it or not.</summary>
public static class DraftEndpoints
{
    /// <summary>Maps the page of a draft, and the lists that go on from it.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{draft}", Pages.Looking, ShowAsync);
        routes.MapPost("/{draft}", DecideAsync).RequireForm().Audited("import.decide");
        routes.MapMethods("/{draft}/changes/{table}", Pages.Looking, ChangesAsync);
        routes.MapMethods("/{draft}/mails", Pages.Looking, MailsAsync);
    }

    private static Task<IResult> ShowAsync(string draft, HttpContext http, ImportDesk desk, MailOptions mail, CancellationToken ct)
    {
        var notice = http.Request.Query["done"].ToString() switch
        {
            "applied" => DraftNotice.Applied,
            "before" => DraftNotice.AppliedBefore,
            "overtaken" => DraftNotice.Overtaken,
            "looked" => DraftNotice.LookedAgain,
            _ => DraftNotice.None,
        };
        return PageAsync(draft, http, notice, StatusCodes.Status200OK, desk, mail, ct);
    }

    private static async Task<IResult> PageAsync(string draft, HttpContext http, DraftNotice notice, int status, ImportDesk desk, MailOptions mail, CancellationToken ct) =>
        await DraftModel.ReadAsync(desk, draft, mail.Trial, ct) is { } model
            ? Pages.Show<DraftPage>(
                status, ("Frame", PageFrame.Of(http, isPortal: true) with { Query = [] }), ("Model", model), ("Notice", notice))
            : Gone(http);

    private static async Task<IResult> DecideAsync(
        string draft, HttpContext http, ImportDesk desk, MailOptions mail, IJobWaker waker, IEnumerable<IJob> jobs, CancellationToken ct)
    {
        var (form, frame) = (http.Request.Form, PageFrame.Of(http, isPortal: true));
        switch (form.Field("do"))
        {
            case "apply":
                http.AuditDetail($"apply {(await desk.FindAsync(draft, ct))?.Aim.Name}");
                return await ApplyAsync(draft, http, desk, mail, waker, jobs, ct);
            case "look":
                http.AuditDetail("look again");
                return await desk.LookAgainAsync(draft, ct) ? new SeeOther(frame.Url($"/import/{draft}", ("done", "looked"))) : Gone(http);
            case "discard":
                http.AuditDetail($"discard {(await desk.FindAsync(draft, ct))?.Aim.Name}");
                await desk.DiscardAsync(draft, ct);
                return new SeeOther(frame.Url("/import", ("done", "discarded")));
            default:
                return MessagePages.BadRequest(http);
        }
    }

    private static async Task<IResult> ApplyAsync(
        string draft, HttpContext http, ImportDesk desk, MailOptions mail, IJobWaker waker, IEnumerable<IJob> jobs, CancellationToken ct)
    {
        var outcome = await desk.ApplyAsync(draft, http.Request.Form.Field("allow") == "yes", http.PortalUser().Name, ct);
        if (outcome == ApplyOutcome.Applied)
        {
            foreach (var watch in jobs.Where(j => j is IWatch))
            {
                waker.Wake(watch.Name);
            }
        }

        return outcome switch
        {
            ApplyOutcome.Gone => Gone(http),
            ApplyOutcome.Held => await PageAsync(draft, http, DraftNotice.Held, StatusCodes.Status409Conflict, desk, mail, ct),
            _ => new SeeOther(PageFrame.Of(http, isPortal: true).Url($"/import/{draft}", ("done", outcome switch
            {
                ApplyOutcome.Applied => "applied",
                ApplyOutcome.AppliedBefore => "before",
                _ => "overtaken",
            }))),
        };
    }

    private static async Task<IResult> ChangesAsync(string draft, string table, HttpContext http, ImportDesk desk, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var page = query.Page("page");
        if (!query.IsValid || !KnownTables.Names.Contains(table) || await OpenAsync(desk, draft, ct) is not var (found, preview))
        {
            return Gone(http);
        }

        var frame = PageFrame.Of(http, isPortal: true);
        var all = preview.Tables.FirstOrDefault(t => t.Table == table)?.All ?? 0;
        return List(frame, found, frame.T.ImportAllChanges(frame.T.TableName(table)), $"changes/{table}", page, all, ("Rows", await desk.DifferencesAsync(found, table, page, ct)));
    }

    private static async Task<IResult> MailsAsync(string draft, HttpContext http, ImportDesk desk, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        var page = query.Page("page");
        if (!query.IsValid || await OpenAsync(desk, draft, ct) is not var (found, preview))
        {
            return Gone(http);
        }

        var frame = PageFrame.Of(http, isPortal: true);
        return List(frame, found, frame.T.ImportAllMails, "mails", page, preview.Mails.Caused.Values.Sum(), ("Mails", await desk.MailsAsync(found, page, ct)));
    }

    private static async Task<(ImportDraft Draft, ImportPreview Preview)?> OpenAsync(ImportDesk desk, string draft, CancellationToken ct) =>
        await desk.FindAsync(draft, ct) is { State: DraftState.Open } found && await desk.PreviewAsync(found, ct) is { } preview ? (found, preview) : null;

    private static IResult List(PageFrame frame, ImportDraft draft, string title, string list, int page, int all, (string Name, object? Value) rows) => Pages.Show<DraftListPage>(
        StatusCodes.Status200OK,
        ("Frame", frame),
        ("Title", title),
        ("Back", frame.Url($"/import/{draft.Id}")),
        ("Path", $"/import/{draft.Id}/{list}"),
        ("Page", page),
        ("HasMore", page * DraftView.PageSize < Math.Min(all, DraftView.MostPages * DraftView.PageSize)),
        rows);

    /// <summary>It has run out, was thrown away, or never was.</summary>
    private static IResult Gone(HttpContext http)
    {
        var frame = PageFrame.Of(http, isPortal: true) with { Query = [] };
        return Pages.Show<MessagePage>(StatusCodes.Status404NotFound, ("Frame", frame), ("Title", frame.T.ImportGoneTitle), ("Text", frame.T.ImportGoneText));
    }
}
