using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Jobs;
using Notify.Core.Work;
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
    private const string Replayed = "replayed";

    /// <summary>Maps <c>/jobs</c>.</summary>
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/jobs", Pages.Looking, ShowAsync);
        routes.MapPost("/jobs", Run).RequireForm().Audited("job.run");
        routes.MapPost("/jobs/dead", ReplayAsync).RequireForm().Audited("dead-letters.replay");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, Heartbeats heartbeats, ISchedule schedule, DeadWork dead, TimeProvider clock, CancellationToken ct)
    {
        var beats = await heartbeats.ReadAsync(ct);
        var now = clock.GetUtcNow();
        var started = http.Request.Query[Started].ToString();
        return Pages.Show<JobsPage>(
            StatusCodes.Status200OK,
            ("Frame", PageFrame.Of(http, isPortal: true)),
            ("Jobs", schedule.Rows.Zip(beats, (row, beat) => new JobLine(row, beat, NextAfter(row.Job, now, schedule))).ToList()),
            ("Started", schedule.Rows.FirstOrDefault(r => r.Job == started)?.Job),
            ("Dead", await dead.ReadAsync(ct)),
            ("Replayed", int.TryParse(http.Request.Query[Replayed], NumberStyles.None, CultureInfo.InvariantCulture, out var replayed) ? replayed : null));
    }

    private static IResult Run(HttpContext http, ISchedule schedule, IJobWaker waker)
    {
        var job = http.Request.Form.Field("do");
        if (schedule.Rows.All(r => r.Job != job))
        {
            return MessagePages.BadRequest(http);
        }

        http.AuditDetail(job);
        waker.Wake(job);
        return new SeeOther(PageFrame.Of(http, isPortal: true).Url("/jobs", (Started, job)));
    }

    private static async Task<IResult> ReplayAsync(HttpContext http, IDeadLetters dead, CancellationToken ct)
    {
        var replayed = await dead.ReplayAsync(ct);
        return new SeeOther(PageFrame.Of(http, isPortal: true).Url("/jobs", (Replayed, replayed.ToString(CultureInfo.InvariantCulture))));
    }

    private static DateTimeOffset? NextAfter(string job, DateTimeOffset now, ISchedule schedule) =>
        schedule.NextAfter(job, now) is var next && next < DateTimeOffset.MaxValue ? next : null;
}
