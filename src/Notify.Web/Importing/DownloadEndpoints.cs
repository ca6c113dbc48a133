using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Web.Layout;

namespace Notify.Web.Importing;

/// <summary>The present register as files, to be changed and sent back.</summary>
public static class DownloadEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps <c>register.xlsx</c> and <c>register/TABLE.csv</c>.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/register.xlsx", Pages.Looking, WorkbookAsync);
        routes.MapMethods("/register/{table}.csv", Pages.Looking, TableAsync);
    }

    private static async Task<IResult> WorkbookAsync(RegisterStore register, IRegisterFiles files, CancellationToken ct) =>
        Results.Bytes(await files.WriteWorkbookAsync(RegisterWriter.Write(await register.ContentAsync(ct)), ct), Workbook, "register.xlsx");

    private static async Task<IResult> TableAsync(string table, HttpContext http, RegisterStore register, IRegisterFiles files, CancellationToken ct) =>
        KnownTables.Names.Contains(table)
            ? Results.Bytes(
                await files.WriteCsvAsync(RegisterWriter.Write(await register.ContentAsync(ct)).Single(t => t.Name == table), ct), "text/csv; charset=utf-8", table + ".csv")
            : MessagePages.NotFound(http, isPortal: true);
}
