using Notify.Core.Register;

namespace Notify.Core.Jobs;

/// <summary>A row of the schedule table: which job runs when.</summary>
/// <param name="Job">A name of CONTRACT.md "Jobs".</param>
/// <param name="Expression">NCRONTAB with seconds, in UTC: the only clock that the platform's timers know.</param>
public sealed record ScheduleRow(string Job, string Expression);

/// <summary>The schedule as it is in force.</summary>
public interface ISchedule
{
    /// <summary>One row per job.</summary>
    IReadOnlyList<ScheduleRow> Rows { get; }

    /// <summary>The first moment after the given one at which the job is due.</summary>
    DateTimeOffset NextAfter(string job, DateTimeOffset time);
}

/// <summary>The schedule that every host follows, unless <c>Schedules:{job}</c> says otherwise.</summary>
public static class DefaultSchedule
{
    /// <summary>One row per job that exists.</summary>
    public static IReadOnlyList<ScheduleRow> Rows { get; } =
    [
        new("sources", "0 */15 * * * *"),
        new("contacts", "0 */5 * * * *"),
        new("agreements", "0 0 * * * *"),
        new("forums", "0 0 * * * *"),
        new("materials", "0 0 * * * *"),
        new("followups", "0 0 * * * *"),
        new("digest", "0 0 * * * *"),
        new("deliver", "0 */5 * * * *"),
        new("sweep", "0 */10 * * * *"),
    ];
}

/// <summary>Makes a job run before its time.</summary>
public interface IJobWaker
{
    /// <summary>Asks for a run soon; never waits, never throws.</summary>
    /// <param name="district">Where it is needed; null: everywhere. A host that runs jobs for all at once does so.</param>
    void Wake(string job, DistrictCode? district = null);
}

/// <summary>For commands that run the jobs themselves, one after the other: delivery comes last anyway.</summary>
public sealed class NobodyToWake : IJobWaker
{
    /// <inheritdoc/>
    public void Wake(string job, DistrictCode? district = null)
    {
        // See above.
    }
}
