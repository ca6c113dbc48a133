using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Templates.Wording;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Notifications;

namespace Notify.Web.Templates;

/// <summary>The texts of mails: every kind in both languages, and what the municipality puts in their place.</summary>
public static class TemplatesEndpoints
{
    /// <summary>Bytes of the longest text that is answered with what is wrong with it: twice what is allowed, of letters that take six. A longer one is refused unread.</summary>
    private const int LongestField = 2 * 6 * WordingText.MaxLength;

    private const string One = "/templates/{kind}/{language}";

    /// <summary>Maps <c>/templates</c>, <c>/templates/{kind}/{language}</c> and what is done there.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/templates", Pages.Looking, ListAsync).RequireWholeCity();
        routes.MapMethods(One, Pages.Looking, OneAsync).RequireWholeCity();
        routes.MapMethods(One + "/html", Pages.Looking, HtmlAsync).RequireWholeCity();
        routes.MapMethods(One + "/edit", Pages.Looking, EditAsync).RequireWholeCity();
        routes.MapPost(One + "/preview", PreviewAsync).RequireWholeCity().RequireForm(longest: LongestField);
        routes.MapPost(One + "/edit", SaveAsync).RequireWholeCity().RequireForm(longest: LongestField).Audited("template.save");
        routes.MapPost(One + "/revert", RevertAsync).RequireWholeCity().RequireForm().Audited("template.revert");
    }

    /// <summary>The address of one.</summary>
    public static string PathOf(string kind, string language) => $"/templates/{kind}/{language}";

    private static async Task<IResult> ListAsync(HttpContext http, Wordings wordings, CancellationToken ct) =>
        Pages.Show<TemplatesPage>(StatusCodes.Status200OK, ("Frame", PageFrame.Of(http, isPortal: true)), ("States", await wordings.ReadAsync(ct)));

    private static async Task<IResult> OneAsync(
        string kind, string language, HttpContext http, Wordings wordings, TemplateViewer viewer, CancellationToken ct)
    {
        if (await wordings.ReadAsync(kind, language, ct) is not { } state || await viewer.ReadAsync(state, http.Request.Query, ct) is not { } shown)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        var real = http.Request.Query["real"].Count > 0 ? await viewer.RealAsync(kind, http.PortalUser(), ct) : null;
        return Pages.Show<TemplatePage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("State", state),
            ("Shown", shown),
            ("Values", WordingValue.Of(state.Ours, wordings.Sample(kind, language))),
            ("Real", real),
            ("Done", http.Request.Query["done"].ToString()));
    }

    private static async Task<IResult> HtmlAsync(string kind, string language, HttpContext http, Wordings wordings, TemplateViewer viewer, CancellationToken ct)
    {
        if (await wordings.ReadAsync(kind, language, ct) is not { } state || await viewer.ReadAsync(state, http.Request.Query, ct) is not { Mail: { } mail })
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        http.Response.Headers.ContentSecurityPolicy = MailPreview.PolicyOf(mail.Html);
        return Results.Content(mail.Html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> EditAsync(string kind, string language, HttpContext http, EditForms forms, Wordings wordings, CancellationToken ct) =>
        await wordings.ReadAsync(kind, language, ct) is { } state
            ? forms.Show(http, kind, language, new((state.Own ?? state.Ours).Source.Text, state.History.Revision, ""), state.Faults)
            : MessagePages.NotFound(http, isPortal: true);

    private static IResult PreviewAsync(string kind, string language, HttpContext http, EditForms forms, Wordings wordings)
    {
        if (!wordings.Has(kind, language) || EditForm.Read(http.Request.Form) is not { } form)
        {
            return MessagePages.BadRequest(http);
        }

        var (template, faults) = wordings.Try(kind, language, form.Text);
        return forms.Show(http, kind, language, form, faults, template);
    }

    private static async Task<IResult> SaveAsync(string kind, string language, HttpContext http, EditForms forms, Wordings wordings, CancellationToken ct)
    {
        if (!wordings.Has(kind, language) || EditForm.Read(http.Request.Form) is not { } form)
        {
            return MessagePages.BadRequest(http);
        }

        http.AuditDetail(form.Note);
        var answer = await wordings.SaveAsync(kind, language, form.Text, form.Revision, http.PortalUser().Name, form.Note, ct);
        return answer.Result switch
        {
            WordingResult.Refused => forms.Show(http, kind, language, form, answer.Faults, status: StatusCodes.Status422UnprocessableEntity),
            WordingResult.Outrun => await OutrunAsync(kind, language, http, forms, wordings, form, ct),
            _ => Seen(http, kind, language, answer.Result),
        };
    }

    /// <summary>The form again with its text, now knowing what somebody else has saved: whoever saves it again has been told.</summary>
    private static async Task<IResult> OutrunAsync(
        string kind, string language, HttpContext http, EditForms forms, Wordings wordings, EditForm form, CancellationToken ct)
    {
        var state = await wordings.ReadAsync(kind, language, ct);
        return forms.Show(http, kind, language, form with { Revision = state!.History.Revision }, [], other: state.InUse, status: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RevertAsync(string kind, string language, HttpContext http, Wordings wordings, CancellationToken ct)
    {
        var form = http.Request.Form;
        if (!wordings.Has(kind, language) || EditForm.RevisionIn(form) is not { } revision || !form.ContainsKey("version"))
        {
            return MessagePages.BadRequest(http);
        }

        var version = form.Field("version");
        http.AuditDetail(version);
        var answer = await wordings.RevertAsync(kind, language, version.Length > 0 ? version : null, revision, http.PortalUser().Name, ct);
        return answer.Result is WordingResult.Unknown ? MessagePages.BadRequest(http) : Seen(http, kind, language, answer.Result);
    }

    private static SeeOther Seen(HttpContext http, string kind, string language, WordingResult result) =>
        new(PageFrame.Of(http, isPortal: true).Url(PathOf(kind, language), ("done", result.ToString().ToLowerInvariant())));
}
