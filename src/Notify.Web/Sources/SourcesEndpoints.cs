using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Sources;

/// <summary>A source as its page shows it.</summary>
public sealed record SourceLine(string Name, SourceState State);

/// <summary>Where the register comes from without anybody sitting at it, and the button that lets pass what the mass-change guard held.</summary>
public static class SourcesEndpoints
{
    /// <summary>Maps <c>/sources</c>.</summary>
    public static void MapSources(this IEndpointRouteBuilder routes)
    {
        var sources = routes.MapGroup("/sources").RequireWholeCity();
        sources.MapMethods("", Pages.Looking, ShowAsync);
        sources.MapPost("/{source}", PassAsync).RequireForm().Audited("source.pass");
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IEnumerable<ISource> sources, SourceBook book, RegisterStore register, CancellationToken ct)
    {
        var states = await book.ReadAsync(ct);
        var lines = sources.Select(s => new SourceLine(s.Name, states.GetValueOrDefault(s.Name, new()))).ToList();
        return Pages.Show<SourcesPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true) with { Query = [] }),
            ("Sources", lines),
            ("Districts", await NamesAsync(lines, register, ct)),
            ("Notice", http.Request.Query["done"].ToString()));
    }

    private static async Task<IResult> PassAsync(
        string source, HttpContext http, IEnumerable<ISource> sources, SourceBook book, IJobWaker waker, SourcesJob job, CancellationToken ct)
    {
        if (sources.All(s => s.Name != source))
        {
            return MessagePages.NotFound(http, isPortal: true);
        }

        http.AuditDetail(source);
        var isPassed = await book.LetPassAsync(source, http.Request.Form.Field("mark"), ct);
        if (isPassed)
        {
            waker.Wake(job.Name);
        }

        return new SeeOther(PageFrame.Of(http, isPortal: true).Url("/sources", ("done", isPassed ? "passed" : "late")));
    }

    /// <summary>The names of the districts that something is held for.</summary>
    private static async Task<IReadOnlyDictionary<DistrictCode, string>> NamesAsync(List<SourceLine> lines, RegisterStore register, CancellationToken ct)
    {
        var names = new Dictionary<DistrictCode, string>();
        foreach (var code in lines.SelectMany(l => l.State.Refusal?.Held ?? []).Select(h => h.District).Distinct())
        {
            names[code] = await register.PointerAsync(code, ct) is { } pointer ? (await register.SnapshotAsync(code, pointer, ct)).District.Name : code.ToString();
        }

        return names;
    }
}
