using System.Text;
using Microsoft.AspNetCore.Http;
using Notify.Core.Reports;

namespace Notify.Web.Layout;

/// <summary>What a list shows, all its pages, as a file for spreadsheets.</summary>
/// <param name="Name">The file's name, without ending.</param>
public sealed record CsvFile(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<string>> Rows) : IResult
{
    /// <summary>The ending that a list's address has when it is asked for as a file.</summary>
    public const string Ending = ".csv";

    /// <summary>The address of a list, as the file of the same.</summary>
    public static string UrlOf(string list) => list.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? list[..query] + Ending + list[query..] : list + Ending;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tables = (ICsvTables)httpContext.RequestServices.GetService(typeof(ICsvTables))!;
        using var text = new StringWriter();
        tables.Write(text, Columns, Rows);
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{Name}{Ending}\"";

        // Excel takes the file for Windows-1252 unless it begins so.
        await httpContext.Response.Body.WriteAsync(new UTF8Encoding(true).GetPreamble(), httpContext.RequestAborted);
        await httpContext.Response.WriteAsync(text.ToString(), httpContext.RequestAborted);
    }
}

/// <summary>Tells a list that is asked for as a file.</summary>
public static class CsvRequests
{
    /// <summary>Whether the list is wanted as a file.</summary>
    public static bool IsForCsv(this HttpContext http) => http.Request.Path.Value?.EndsWith(CsvFile.Ending, StringComparison.Ordinal) == true;
}
