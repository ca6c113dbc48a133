using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Importing;

/// <summary>Importing in the browser: send files, see every error and every change, then apply; and take back.</summary>
public static class ImportEndpoints
{
    /// <summary>Errors that are shown in full.</summary>
    private const int MostErrors = 200;

    /// <summary>Maps <c>/import</c> and what is under it.</summary>
    public static void MapImporting(this IEndpointRouteBuilder routes)
    {
        var import = routes.MapGroup("/import").RequireWholeCity();
        import.MapMethods("", Pages.Looking, ShowAsync);
        import.MapPost("", UploadAsync).RequireFiles(Upload.MostBytes + 64 * 1024, Upload.MostFiles, TooLargeAsync).Audited("import.upload");
        import.MapPost("/undo", UndoAsync).RequireForm().Audited("import.undo");
        import.MapMethods("/versions", Pages.Looking, VersionsAsync);
        import.MapPost("/restore", RestoreAsync).RequireForm().Audited("import.restore");
        import.MapDownloads();
        import.MapDrafts();
    }

    private static Task<IResult> ShowAsync(HttpContext http, ImportHistory history, CancellationToken ct) =>
        PageAsync(http, history, StatusCodes.Status200OK, refusal: null, ct);

    private static async Task<IResult> PageAsync(HttpContext http, ImportHistory history, int status, string? refusal, CancellationToken ct)
    {
        var frame = PageFrame.Of(http, isPortal: true);
        var notice = http.Request.Query["done"].ToString() switch
        {
            "discarded" => frame.T.ImportDiscarded,
            "late" => frame.T.ImportTooLate,
            _ => null,
        };
        return Pages.Show<ImportPage>(
            status,
            ("Frame", frame with { Query = [] }),
            ("Past", await history.ReadAsync(ct)),
            ("Refusal", refusal),
            ("Notice", notice));
    }

    private static async Task<IResult> TooLargeAsync(HttpContext http) =>
        await PageAsync(
            http,
            http.RequestServices.GetRequiredService<ImportHistory>(),
            StatusCodes.Status413PayloadTooLarge,
            PageFrame.Of(http, isPortal: true).T.ImportTooLarge(Upload.MostBytes / 1024 / 1024),
            http.RequestAborted);

    private static async Task<IResult> UploadAsync(HttpContext http, IRegisterFiles reader, ImportDesk desk, ImportHistory history, CancellationToken ct)
    {
        var frame = PageFrame.Of(http, isPortal: true);
        var files = await Upload.ReadAsync(http.Request.Form, ct);
        if (files.Count == 0)
        {
            return await PageAsync(http, history, StatusCodes.Status400BadRequest, frame.T.ImportNoFiles, ct);
        }

        var raw = await reader.ReadAsync(files, ct);
        var names = string.Join(", ", raw.Tables.Select(t => t.File.Split('/')[0]).Distinct());
        http.AuditDetail(names);
        var receipt = await desk.ReceiveAsync(raw, names, http.PortalUser().Name, ct);
        return receipt.Draft is { } draft
            ? new SeeOther(frame.Url($"/import/{draft}"))
            : Pages.Show<RefusedPage>(
                StatusCodes.Status422UnprocessableEntity,
                ("Frame", frame with { Query = [] }),
                ("Errors", receipt.Errors.Count),
                ("Sheets", ErrorSheet.Of(raw, receipt.Errors, MostErrors)),
                ("Warnings", receipt.Warnings));
    }

    private static async Task<IResult> UndoAsync(HttpContext http, ImportDesk desk, ImportHistory history, CancellationToken ct)
    {
        var frame = PageFrame.Of(http, isPortal: true);
        if (await history.ReadAsync(ct) is not [var past, ..] || past.Id != http.Request.Form.Field("import"))
        {
            return new SeeOther(frame.Url("/import", ("done", "late")));
        }

        var name = frame.T.ImportUndoName(Moments.Show(past.At), past.Source);
        http.AuditDetail(name);
        return new SeeOther(await desk.UndoAsync(past, name, http.PortalUser().Name, ct) is { } draft
            ? frame.Url($"/import/{draft}")
            : frame.Url("/import", ("done", "late")));
    }

    private static async Task<IResult> VersionsAsync(HttpContext http, RegisterStore register, CancellationToken ct)
    {
        var query = new QueryReader(http.Request.Query);
        if (query.Text("district").Length == 0)
        {
            return Results.LocalRedirect(PageFrame.Of(http, isPortal: true).Url("/import"));
        }

        return query.District("district") is { } district && await register.PointerAsync(district, ct) is { } pointer
            ? Pages.Show<VersionsPage>(
                StatusCodes.Status200OK, ("Frame", PageFrame.Of(http, isPortal: true)), ("District", district), ("Pointer", pointer))
            : MessagePages.NotFound(http, isPortal: true);
    }

    private static async Task<IResult> RestoreAsync(HttpContext http, ImportDesk desk, RegisterStore register, CancellationToken ct)
    {
        var (form, frame) = (http.Request.Form, PageFrame.Of(http, isPortal: true));
        if (!DistrictCode.TryParse(form.Field("district"), out var district) || await register.PointerAsync(district, ct) is not { } pointer
            || !long.TryParse(form.Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || pointer.Kept.FirstOrDefault(k => k.Version == number) is not { } version)
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        var name = frame.T.ImportRestoreName(district, version.Version, Moments.Show(version.At));
        http.AuditDetail(name);
        return await desk.RestoreAsync(district, number, name, http.PortalUser().Name, ct) is { } draft
            ? new SeeOther(frame.Url($"/import/{draft}"))
            : MessagePages.NotFound(http, isPortal: true);
    }
}
