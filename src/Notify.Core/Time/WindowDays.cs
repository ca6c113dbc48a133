namespace Notify.Core.Time;

/// <summary>The rule of which days have a send window: a chosen weekday, no holiday or eve, not quiet.</summary>
internal sealed record WindowDays(IReadOnlySet<DayOfWeek> Weekdays, IReadOnlyList<DateRange> Quiet)
{
    /// <summary>The longest time without a window that options may ask for, in days: a school year's silence is a mistake.</summary>
    public const int LongestPause = 366;

    /// <summary>Whether the day has a window.</summary>
    public bool Contains(DateOnly day) =>
        Weekdays.Contains(day.DayOfWeek) && !Quiet.Any(range => range.Contains(day)) && !SwedishHolidays.IsHoliday(day);

    /// <summary>The quiet range in which a pause of more than <see cref="LongestPause"/> days begins, or null. Several may make it together.</summary>
    public DateRange? FirstTooLong()
    {
        foreach (var range in Quiet.OrderBy(range => range.First))
        {
            if (PauseAround(range.First) > LongestPause)
            {
                return range;
            }
        }

        return null;
    }

    // Days without a window in a row that include this one; counted to one past the limit at most each way.
    private int PauseAround(DateOnly day)
    {
        var before = CountWithout(day, -1);
        return before == 0 ? 0 : before + CountWithout(day, 1) - 1;
    }

    private int CountWithout(DateOnly day, int step)
    {
        var count = 0;
        for (var number = day.DayNumber; count <= LongestPause && IsDay(number) && !Contains(DateOnly.FromDayNumber(number)); number += step)
        {
            count++;
        }

        return count;
    }

    private static bool IsDay(int number) => number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber;
}
