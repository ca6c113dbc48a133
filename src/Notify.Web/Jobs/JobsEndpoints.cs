using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Jobs;
using Notify.Web.Access;
using Notify.Web.Layout;

namespace Notify.Web.Jobs;

/// <summary>A job as its page shows it.</summary>
/// <param name="Next">When the schedule has it run next; null: never.</param>
public sealed record JobLine(ScheduleRow Row, HeartbeatStatus Beat, DateTimeOffset? Next);

/// <summary>The jobs, and the button that runs one before its time.</summary>
public static class JobsEndpoints
{
    private const string Started = "started";

    /// <summary>Maps <c>/jobs</c>.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/jobs", Pages.Looking, ShowAsync);
        routes.MapPost("/jobs", Run).RequireForm();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Heartbeats heartbeats, ISchedule schedule, TimeProvider clock, IAntiforgery antiforgery, CancellationToken ct)
    {
        var beats = await heartbeats.ReadAsync(ct);
        var now = clock.GetUtcNow();
        var form = antiforgery.GetAndStoreTokens(http);
        var started = http.Request.Query[Started].ToString();
        return Pages.Show<JobsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Jobs", schedule.Rows.Zip(beats, (row, beat) => new JobLine(row, beat, NextAfter(row.Job, now, schedule))).ToList()),
            ("Started", schedule.Rows.FirstOrDefault(r => r.Job == started)?.Job),
            ("FormField", form.FormFieldName),
            ("FormToken", form.RequestToken));
    }

    private static IResult Run(HttpContext http, ISchedule schedule, IJobWaker waker)
    {
        var job = http.Request.Form.Field("do");
        if (schedule.Rows.All(r => r.Job != job))
        {
            return MessagePages.BadRequest(http);
        }

        waker.Wake(job);
        return new SeeOther(PageFrame.Of(http, isPortal: true).Url("/jobs", (Started, job)));
    }

    private static DateTimeOffset? NextAfter(string job, DateTimeOffset now, ISchedule schedule) =>
        schedule.NextAfter(job, now) is var next && next < DateTimeOffset.MaxValue ? next : null;
}
