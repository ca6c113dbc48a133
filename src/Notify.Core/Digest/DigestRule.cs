using System.Globalization;
using Notify.Core.Time;

namespace Notify.Core.Digest;

/// <summary>When the week's digest is due (CONTRACT.md "Time"). Pure.</summary>
public static class DigestRule
{
    /// <summary>The ISO week of the day, as <c>2026-W10</c>.</summary>
    public static string WeekOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(default)):D4}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):D2}");

    /// <summary>
    /// Whether the time has come: the first working day of the week has opened, and a mail planned now still leaves in that week.
    /// A week without a working day has no digest.
    /// </summary>
    public static bool IsDue(DateTimeOffset now, WorkingCalendar calendar)
    {
        var today = StockholmTime.DateOf(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = calendar.OnOrAfter(monday);
        return WeekOf(first) == WeekOf(today) && now >= calendar.OpeningOf(first) && WeekOf(StockholmTime.DateOf(calendar.NextOpen(now))) == WeekOf(today);
    }

    /// <summary>The midnight after the week of the moment: a digest that has not left by then is no news.</summary>
    public static DateTimeOffset EndOfWeek(DateTimeOffset now)
    {
        var today = StockholmTime.DateOf(now);
        return StockholmTime.Midnight(today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)));
    }
}
