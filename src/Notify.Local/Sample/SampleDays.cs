using System.Globalization;
using Notify.Core.Time;

namespace Notify.Local.Sample;

/// <summary>The days of the sample, counted from the day on which it is filled in.</summary>
internal sealed record SampleDays(DateOnly Today)
{
    /// <summary>So many days from today; before today when negative.</summary>
    public DateOnly In(int days) => Today.AddDays(days);

    /// <summary>The same, but on a day when people work: further from today where need be.</summary>
    public DateOnly WorkdayIn(int days)
    {
        var day = In(days);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || SwedishHolidays.IsHoliday(day) || IsChristmasBreak(day))
        {
            day = day.AddDays(days < 0 ? -1 : 1);
        }

        return day;
    }

    /// <summary>The term that a day is in, as people say it.</summary>
    public static string TermOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day.Month <= 6 ? "våren" : "hösten")} {day.Year}");

    private static bool IsChristmasBreak(DateOnly day) => (day.Month, day.Day) is (12, >= 20) or (1, <= 8);
}
