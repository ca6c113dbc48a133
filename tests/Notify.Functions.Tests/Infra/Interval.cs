using Cronos;
using Notify.Core.Jobs;

namespace Notify.Functions.Tests.Infra;

/// <summary>How far apart the runs of a job are.</summary>
internal static class Interval
{
    /// <summary>The time between the first two runs after a midnight.</summary>
    public static TimeSpan Of(string job)
    {
        var expression = CronExpression.Parse(DefaultSchedule.Rows.Single(r => r.Job == job).Expression, CronFormat.IncludeSeconds);
        var first = expression.GetNextOccurrence(DateTime.UnixEpoch)!.Value;
        return expression.GetNextOccurrence(first)!.Value - first;
    }
}
