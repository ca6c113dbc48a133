using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

/// <summary>What holds of the calendar for every window, every choice of days and every instant of 2020–2040.</summary>
public sealed class WorkingCalendarLaws
{
    private static readonly string[] QuietRanges =
        ["", "2026-12-21..2027-01-06", "2026-06-15..2026-08-14 2026-10-26..2026-10-30", "2030-01-01..2030-12-01"];

    private static readonly Gen<WorkingCalendar> Calendars =
        from start in Gen.Choose(0, (24 * 60) - 2)
        from end in Gen.Choose(start + 1, (24 * 60) - 1)
        from days in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
        from quiet in Gen.Elements(QuietRanges)
        select new WorkingCalendar(new SendWindowOptions
        {
            Start = TimeOnly.MinValue.AddMinutes(start),
            End = TimeOnly.MinValue.AddMinutes(end),
            Days = string.Join(',', days),
            Quiet = quiet,
        });

    private static readonly Gen<DateOnly> Days =
        Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly> ClockChanges =
        Gen.Elements(new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25), new DateOnly(2027, 3, 28), new DateOnly(2027, 10, 31));

    private static readonly Gen<DateTimeOffset> Instants =
        from day in Gen.OneOf(Days, ClockChanges)
        from milliseconds in Gen.Choose(0, 24 * 60 * 60 * 1000)
        select new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(milliseconds);

    [Fact]
    public void The_next_opening_is_open_is_not_in_the_past_and_is_its_own_next_opening() =>
        Hold(Calendars.Zip(Instants), pair =>
        {
            var (calendar, instant) = pair;
            var next = calendar.NextOpen(instant);
            return calendar.IsOpen(next) && next >= instant && calendar.NextOpen(next) == next;
        });

    [Fact]
    public void Nothing_is_open_between_an_instant_and_its_next_opening() =>
        Hold(Calendars.Zip(Instants.Zip(Gen.Choose(0, 999))), sample =>
        {
            var (calendar, (instant, thousandths)) = sample;
            var next = calendar.NextOpen(instant);
            var between = instant + ((next - instant) * (thousandths / 1000.0));
            return between >= next || !calendar.IsOpen(between);
        });

    [Fact]
    public void Counting_n_and_then_m_working_days_is_counting_n_plus_m() =>
        Hold(Calendars.Zip(Days.Zip(Gen.Choose(1, 30).Zip(Gen.Choose(0, 30)))), sample =>
        {
            var (calendar, (day, (n, m))) = sample;
            return calendar.WorkingDayAfter(day, n + m) == calendar.WorkingDayAfter(calendar.WorkingDayAfter(day, n), m);
        });

    [Fact]
    public void Moving_to_a_working_day_ends_on_one_and_leaves_a_working_day_alone() =>
        Hold(Calendars.Zip(Days), sample =>
        {
            var (calendar, day) = sample;
            var (before, after) = (calendar.OnOrBefore(day), calendar.OnOrAfter(day));
            return calendar.IsWorkingDay(before) && calendar.IsWorkingDay(after) && before <= day && day <= after
                && (before == after) == calendar.IsWorkingDay(day);
        });

    [Fact]
    public void A_written_instant_reads_back_to_the_millisecond() =>
        Hold(Instants, instant => StockholmTime.TryParse(StockholmTime.Format(instant), out var again) && again == instant);

    private static void Hold<T>(Gen<T> samples, Func<T, bool> law) =>
        Prop.ForAll(samples.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
