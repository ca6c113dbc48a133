using System.Globalization;
using Microsoft.Extensions.Options;
using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Usual = new(new SendWindowOptions());

    [Theory]
    [InlineData("2026-03-02T06:59:59.999+01:00", false)]
    [InlineData("2026-03-02T07:00:00+01:00", true)]
    [InlineData("2026-03-02T16:59:59.999+01:00", true)]
    [InlineData("2026-03-02T17:00:00+01:00", false)]
    [InlineData("2026-07-01T05:00:00Z", true)] // summer: 07:00
    [InlineData("2026-07-01T15:00:00Z", false)] // summer: 17:00
    [InlineData("2026-03-01T12:00:00+01:00", false)] // Sunday
    [InlineData("2026-04-03T12:00:00+02:00", false)] // Good Friday
    public void The_window_holds_its_opening_and_not_its_closing(string instant, bool open) =>
        Assert.Equal(open, Usual.IsOpen(Instant(instant)));

    [Theory]
    [InlineData("2026-03-02T06:59:59.999+01:00", "2026-03-02T07:00:00+01:00")]
    [InlineData("2026-03-02T07:00:00+01:00", "2026-03-02T07:00:00+01:00")]
    [InlineData("2026-03-02T16:59:59.999+01:00", "2026-03-02T16:59:59.999+01:00")]
    [InlineData("2026-03-02T17:00:00+01:00", "2026-03-03T07:00:00+01:00")]
    [InlineData("2026-04-02T23:00:00+02:00", "2026-04-07T07:00:00+02:00")] // Maundy Thursday to Tuesday after Easter
    [InlineData("2026-03-27T17:00:00+01:00", "2026-03-30T07:00:00+02:00")] // across the spring change
    [InlineData("2026-03-29T00:30:00Z", "2026-03-30T07:00:00+02:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-30T07:00:00+02:00")]
    [InlineData("2026-10-23T17:00:00+02:00", "2026-10-26T07:00:00+01:00")] // across the autumn change
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T07:00:00+01:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-26T07:00:00+01:00")]
    [InlineData("2026-06-18T18:00:00+02:00", "2026-06-22T07:00:00+02:00")] // over Midsummer
    [InlineData("2026-12-23T17:00:00+01:00", "2026-12-28T07:00:00+01:00")] // over Christmas
    [InlineData("2026-12-30T17:00:00+01:00", "2027-01-04T07:00:00+01:00")] // over New Year
    public void Mail_waits_for_the_next_opening(string instant, string expected) =>
        Assert.Equal(Instant(expected), Usual.NextOpen(Instant(instant)));

    [Fact]
    public void An_open_window_gives_the_instant_back_as_it_was()
    {
        var instant = Instant("2026-03-02T08:00:00Z");

        Assert.True(instant.EqualsExact(Usual.NextOpen(instant)));
    }

    [Theory]
    [InlineData("2026-04-02", 0, "2026-04-02")]
    [InlineData("2026-04-03", 0, "2026-04-07")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-03", 1, "2026-04-07")]
    [InlineData("2026-03-02", 5, "2026-03-09")]
    [InlineData("2026-03-02", 10, "2026-03-16")]
    [InlineData("2026-12-22", 2, "2026-12-28")]
    [InlineData("2026-04-30", 10, "2026-05-18")] // May Day and Ascension Day do not count
    public void The_nth_working_day_after_a_day_does_not_count_the_day(string day, int n, string expected)
    {
        Assert.Equal(Day(expected), Usual.WorkingDayAfter(Day(day), n));
        Assert.Equal(StockholmTime.At(Day(expected), new TimeOnly(7, 0)), Usual.DueAfter(Day(day), n));
    }

    [Fact]
    public void There_is_no_working_day_a_negative_number_after() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Usual.WorkingDayAfter(Day("2026-03-02"), -1));

    [Theory]
    [InlineData("2026-04-02", "2026-04-02", "2026-04-02")]
    [InlineData("2026-04-03", "2026-04-02", "2026-04-07")]
    [InlineData("2026-04-06", "2026-04-02", "2026-04-07")]
    [InlineData("2026-06-20", "2026-06-18", "2026-06-22")]
    [InlineData("2026-12-25", "2026-12-23", "2026-12-28")]
    public void A_step_moves_back_to_a_working_day_or_on_to_one(string day, string before, string after)
    {
        Assert.Equal(Day(before), Usual.OnOrBefore(Day(day)));
        Assert.Equal(Day(after), Usual.OnOrAfter(Day(day)));
    }

    [Fact]
    public void Quiet_days_are_no_working_days_and_pause_the_count()
    {
        var calendar = new WorkingCalendar(new SendWindowOptions { Quiet = "2026-12-21..2027-01-06 2026-10-26..2026-10-30" });

        Assert.True(calendar.IsWorkingDay(Day("2026-12-18")));
        Assert.False(calendar.IsWorkingDay(Day("2026-12-21")));
        Assert.False(calendar.IsWorkingDay(Day("2027-01-05")));
        Assert.True(calendar.IsWorkingDay(Day("2027-01-07")));
        Assert.Equal(Day("2027-01-11"), calendar.WorkingDayAfter(Day("2026-12-17"), 4));
        Assert.Equal(Day("2026-10-23"), calendar.OnOrBefore(Day("2026-10-30")));
        Assert.Equal(Instant("2027-01-07T07:00:00+01:00"), calendar.NextOpen(Instant("2026-12-18T17:00:00+01:00")));
    }

    [Fact]
    public void A_Sunday_may_be_chosen_but_not_one_that_is_a_holiday()
    {
        var calendar = new WorkingCalendar(new SendWindowOptions { Days = "Sunday" });

        Assert.Equal(Day("2026-04-12"), calendar.OnOrAfter(Day("2026-03-30"))); // not Easter Sunday
    }

    [Theory]
    [InlineData("02:10", "02:50", "2026-03-28T12:00:00+01:00", "2026-04-12T02:10:00+02:00")] // no such window on 29 March; then Easter
    [InlineData("02:30", "04:00", "2026-03-28T12:00:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("02:10", "02:50", "2026-10-24T12:00:00+02:00", "2026-10-25T02:10:00+02:00")]
    [InlineData("02:10", "02:50", "2026-10-25T02:15:00+01:00", "2026-11-01T02:10:00+01:00")] // the second 02:15 is past the closing
    public void A_window_at_night_opens_at_most_once_when_the_clocks_change(string start, string end, string instant, string expected)
    {
        var calendar = new WorkingCalendar(new SendWindowOptions
        {
            Start = TimeOnly.Parse(start, CultureInfo.InvariantCulture),
            End = TimeOnly.Parse(end, CultureInfo.InvariantCulture),
            Days = "Sun",
        });

        Assert.Equal(Instant(expected), calendar.NextOpen(Instant(instant)));
    }

    [Fact]
    public void Options_that_leave_no_window_are_refused_rather_than_searched_for_ever() =>
        Assert.Throws<OptionsValidationException>(() => new WorkingCalendar(new SendWindowOptions { Quiet = "0001-01-01..9999-12-31" }));

    [Fact]
    public void Beyond_the_last_year_there_is_an_error_not_a_loop() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Usual.WorkingDayAfter(Day("9999-12-01"), int.MaxValue));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
