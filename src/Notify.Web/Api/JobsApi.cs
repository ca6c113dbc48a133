using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Notify.Core.Jobs;

namespace Notify.Web.Api;

/// <summary>A job with its schedule and signs of life.</summary>
/// <param name="Expression">When it runs: NCRONTAB with seconds, in UTC.</param>
/// <param name="Last">When it last ended well; null: never.</param>
/// <param name="Due">When it should have run, or should run next.</param>
/// <param name="Late">Whether it is overdue by more than twice its interval.</param>
/// <param name="Failure">The kind of error that its last run ended with; null: it ended well.</param>
/// <param name="Working">When a run that has not ended yet last gave a sign of life; null: none is known.</param>
public sealed record JobItem(
    string Job, string Expression, DateTimeOffset? Last, DateTimeOffset Due, bool Late, string? Failure, DateTimeOffset? Working);

/// <summary>The jobs.</summary>
public static class JobsApi
{
    private static readonly ApiOperation List = new("listJobs", "The jobs with their schedule and heartbeats", ApiParameter.Cursor, ApiParameter.Limit);

    /// <summary>Maps <c>/jobs</c>.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.Get<ApiPage<JobItem>>("/jobs", List, ListAsync);

    private static async Task<IResult> ListAsync(HttpContext http, Heartbeats heartbeats, ISchedule schedule, CancellationToken ct)
    {
        var query = new ApiQuery(http.Request.Query);
        var paging = query.Paging();
        return query.Refusal(http) ?? ApiJson.Answer(ApiPages.Of(
            schedule.Rows.Zip(await heartbeats.ReadAsync(ct)).Index().Select(j => (
                j.Index.ToString("D4", CultureInfo.InvariantCulture),
                new JobItem(j.Item.First.Job, j.Item.First.Expression, j.Item.Second.Last, j.Item.Second.Due, j.Item.Second.Late, j.Item.Second.Failure, j.Item.Second.Working))),
            paging));
    }
}
