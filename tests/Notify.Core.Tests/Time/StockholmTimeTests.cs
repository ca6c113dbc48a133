using System.Globalization;
using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

public sealed class StockholmTimeTests
{
    [Theory]
    [InlineData("2026-01-15", "09:00", "2026-01-15T09:00:00+01:00")]
    [InlineData("2026-07-15", "09:00", "2026-07-15T09:00:00+02:00")]
    [InlineData("2026-03-29", "01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29", "02:00", "2026-03-29T03:00:00+02:00")] // 02:00–03:00 does not exist
    [InlineData("2026-03-29", "02:30:15.250", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "02:59:59.999", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25", "01:59:59", "2026-10-25T01:59:59+02:00")]
    [InlineData("2026-10-25", "02:00", "2026-10-25T02:00:00+02:00")] // 02:00–03:00 exists twice
    [InlineData("2026-10-25", "02:59:59", "2026-10-25T02:59:59+02:00")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T03:00:00+01:00")]
    public void A_clock_time_is_the_first_instant_that_shows_it_or_would_have(string day, string time, string expected) =>
        AssertSame(expected, StockholmTime.At(Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00+01:00", 23)]
    [InlineData("2026-10-25", "2026-10-25T00:00:00+02:00", 25)]
    [InlineData("2026-06-01", "2026-06-01T00:00:00+02:00", 24)]
    public void A_day_lasts_from_midnight_to_midnight_whatever_its_hours(string day, string midnight, int hours)
    {
        AssertSame(midnight, StockholmTime.Midnight(Day(day)));
        Assert.Equal(TimeSpan.FromHours(hours), StockholmTime.Midnight(Day(day).AddDays(1)) - StockholmTime.Midnight(Day(day)));
    }

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void The_day_of_an_instant_is_the_one_in_Stockholm(string instant, string day) =>
        Assert.Equal(Day(day), StockholmTime.DateOf(Instant(instant)));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00")]
    [InlineData("2026-03-01T09:00:00.007+01:00", "2026-03-01T09:00:00.007+01:00")]
    [InlineData("2026-03-01T03:00:00.500-05:00", "2026-03-01T09:00:00.500+01:00")]
    public void An_instant_is_written_with_the_offset_of_Stockholm_and_read_back(string instant, string expected)
    {
        Assert.Equal(expected, StockholmTime.Format(Instant(instant)));
        Assert.True(StockholmTime.TryParse(expected, out var again));
        Assert.Equal(Instant(instant), again);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+01:00")]
    [InlineData("2026-03-01T09:00", "2026-03-01T09:00:00+01:00")]
    [InlineData("2026-03-01 09:00", "2026-03-01T09:00:00+01:00")]
    [InlineData("2026-07-01 09:00:30", "2026-07-01T09:00:30+02:00")]
    [InlineData("2026-07-01T09:00:30.25", "2026-07-01T09:00:30.25+02:00")]
    [InlineData("2026-07-01T09:00Z", "2026-07-01T11:00:00+02:00")]
    [InlineData("2026-07-01 09:00:00-05:00", "2026-07-01T16:00:00+02:00")]
    [InlineData("2026-01-01T00:00+05:30", "2025-12-31T19:30:00+01:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("2028-02-29", "2028-02-29T00:00:00+01:00")]
    public void A_written_time_is_read_as_Stockholm_time_unless_it_has_an_offset(string text, string expected)
    {
        Assert.True(StockholmTime.TryParse(text, out var instant));
        AssertSame(expected, instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("idag")]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-3-1")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("01/03/2026")]
    [InlineData("2026-03-01Z")]
    [InlineData("2026-03-01+01:00")]
    [InlineData("2026-03-01T09")]
    [InlineData("2026-03-01T9:00")]
    [InlineData("2026-03-01T24:00")]
    [InlineData("2026-03-01T09:60")]
    [InlineData("2026-03-01T09:00:60")]
    [InlineData("2026-03-01T09:00:00.")]
    [InlineData("2026-03-01T09:00+1")]
    [InlineData("2026-03-01T09:00+0100")]
    [InlineData("2026-03-01T09:00+14:01")]
    [InlineData("2026-03-01T09:00+01:60")]
    [InlineData("2026-03-01t09:00z")]
    [InlineData("2026-03-01  09:00")]
    [InlineData(" 2026-03-01")]
    [InlineData("2026-03-01\n")]
    [InlineData("２０２６-03-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59Z")]
    public void Anything_else_is_refused(string? text) => Assert.False(StockholmTime.TryParse(text, out _));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertSame(string expected, DateTimeOffset actual)
    {
        Assert.Equal(Instant(expected), actual);
        Assert.Equal(Instant(expected).Offset, actual.Offset);
    }
}
