using Microsoft.Extensions.Options;

namespace Notify.Core.Time;

/// <summary>
/// Working days and send windows, on the Stockholm calendar. A working day is a day with a send window, and "due on a day"
/// means at its opening (CONTRACT.md, "Time"). Everything ends: options that leave no window are refused at construction,
/// and past the year 9999 there is <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly TimeOnly start;
    private readonly TimeOnly end;
    private readonly WindowDays days;

    /// <summary>A calendar by these options, as they are now: later changes to them do not reach it.</summary>
    /// <exception cref="OptionsValidationException">The options have errors; it lists all of them.</exception>
    public WorkingCalendar(SendWindowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = options.Validate();
        if (errors.Count > 0)
        {
            throw new OptionsValidationException(SendWindowOptions.SectionName, typeof(SendWindowOptions), errors);
        }

        (start, end, days) = (options.Start, options.End, options.ToDays([]));
    }

    /// <summary>Whether the day has a send window: a chosen weekday, no holiday or eve (<see cref="SwedishHolidays"/>), not quiet.</summary>
    // The last clause: a night window that lies whole in the hour skipped in spring is no window.
    public bool IsWorkingDay(DateOnly day) => days.Contains(day) && OpeningOf(day) < ClosingOf(day);

    /// <summary>The n-th working day after the day, which itself never counts.</summary>
    /// <param name="day">Any day, working or not.</param>
    /// <param name="n">Working days, 0 or more; 0 is the day itself if it is a working day, else the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative n, or a result past the year 9999.</exception>
    public DateOnly WorkingDayAfter(DateOnly day, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n == 0)
        {
            return OnOrAfter(day);
        }

        for (var i = 0; i < n; i++)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The day if it is a working day, else the next: where an overdue step goes.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day if it is a working day, else the last before it: where a step ahead of a date goes.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The instant at which the window opens on a day, or would if the day had one.</summary>
    public DateTimeOffset OpeningOf(DateOnly day) => StockholmTime.At(day, start);

    /// <summary>When something is due so many working days after a day: the opening of that working day.</summary>
    /// <inheritdoc cref="WorkingDayAfter" path="/exception"/>
    public DateTimeOffset DueAfter(DateOnly day, int workingDays) => OpeningOf(WorkingDayAfter(day, workingDays));

    /// <summary>Whether mail may leave at the instant: on a working day, from the opening and before the closing.</summary>
    public bool IsOpen(DateTimeOffset instant)
    {
        var day = StockholmTime.DateOf(instant);
        return IsWorkingDay(day) && OpeningOf(day) <= instant && instant < ClosingOf(day);
    }

    /// <summary>The instant itself if the window is open, else the next opening.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset instant)
    {
        if (IsOpen(instant))
        {
            return instant;
        }

        var today = StockholmTime.DateOf(instant);
        var day = instant < OpeningOf(today) ? today : today.AddDays(1);
        return OpeningOf(OnOrAfter(day));
    }

    private DateTimeOffset ClosingOf(DateOnly day) => StockholmTime.At(day, end);
}
