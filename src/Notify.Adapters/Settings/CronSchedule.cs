using Cronos;
using Notify.Core.Jobs;

namespace Notify.Adapters.Settings;

/// <summary>The schedule as the settings <c>Schedules:{job}</c> have it, or by default.</summary>
public sealed class CronSchedule : ISchedule
{
    private readonly Dictionary<string, CronExpression> _expressions = new(StringComparer.Ordinal);

    private CronSchedule(IReadOnlyList<ScheduleRow> rows) => Rows = rows;

    /// <inheritdoc/>
    public IReadOnlyList<ScheduleRow> Rows { get; }

    /// <summary>Reads the settings; what cannot be read is reported by name.</summary>
    public static CronSchedule Read(SettingsBinder settings)
    {
        var schedule = new CronSchedule([.. DefaultSchedule.Rows.Select(r => r with { Expression = settings.Find($"Schedules:{r.Job}") ?? r.Expression })]);
        foreach (var row in schedule.Rows)
        {
            if (CronExpression.TryParse(row.Expression, CronFormat.IncludeSeconds, out var expression))
            {
                schedule._expressions[row.Job] = expression;
            }
            else
            {
                settings.Add($"Schedules:{row.Job}: cannot be read; expected six fields of NCRONTAB (second minute hour day month weekday, UTC).");
            }
        }

        return schedule;
    }

    /// <inheritdoc/>
    public DateTimeOffset NextAfter(string job, DateTimeOffset time) =>
        _expressions[job].GetNextOccurrence(time, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;
}
