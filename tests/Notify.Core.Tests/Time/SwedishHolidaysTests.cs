using System.Globalization;
using Notify.Core.Time;
using Xunit;

namespace Notify.Core.Tests.Time;

public sealed class SwedishHolidaysTests
{
    // Every holiday and eve in order, written out by hand, so that the test shares no arithmetic with the code.
    private static readonly Dictionary<int, string> Calendar = new()
    {
        [2026] = "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31",
        [2027] = "01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31",
        [2028] = "01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-06 06-23 06-24 11-04 12-24 12-25 12-26 12-31",
        [2029] = "01-01 01-06 03-30 04-01 04-02 05-01 05-10 05-20 06-06 06-22 06-23 11-03 12-24 12-25 12-26 12-31",
        [2030] = "01-01 01-06 04-19 04-21 04-22 05-01 05-30 06-06 06-09 06-21 06-22 11-02 12-24 12-25 12-26 12-31",
    };

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2029)]
    [InlineData(2030)]
    public void A_year_has_the_holidays_and_eves_written_here_and_no_other(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var holidays = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber)
            .Select(first.AddDays)
            .Where(SwedishHolidays.IsHoliday)
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(Calendar[year], string.Join(' ', holidays));
    }

    [Theory]
    [InlineData("2026-01-01", "Nyårsdagen")]
    [InlineData("2026-01-06", "Trettondedag jul")]
    [InlineData("2026-04-03", "Långfredagen")]
    [InlineData("2026-04-05", "Påskdagen")]
    [InlineData("2026-04-06", "Annandag påsk")]
    [InlineData("2026-05-01", "Första maj")]
    [InlineData("2026-05-14", "Kristi himmelsfärdsdag")]
    [InlineData("2026-05-24", "Pingstdagen")]
    [InlineData("2026-06-06", "Nationaldagen")]
    [InlineData("2026-06-19", "Midsommarafton")]
    [InlineData("2026-06-20", "Midsommardagen")]
    [InlineData("2026-10-31", "Alla helgons dag")]
    [InlineData("2026-12-24", "Julafton")]
    [InlineData("2026-12-25", "Juldagen")]
    [InlineData("2026-12-26", "Annandag jul")]
    [InlineData("2026-12-31", "Nyårsafton")]
    [InlineData("2008-05-01", "Första maj")] // also Ascension Day that year
    [InlineData("2049-06-06", "Nationaldagen")] // also Whit Sunday
    [InlineData("2026-04-02", null)] // Maundy Thursday: no holiday
    [InlineData("2026-05-25", null)] // Whit Monday: no holiday since 2005
    [InlineData("2026-10-30", null)]
    public void A_holiday_has_its_Swedish_name(string day, string? name) =>
        Assert.Equal(name, SwedishHolidays.NameOf(Day(day)));

    // Years 2000–2049, the earliest and latest Easter there can be, and the exceptional full moons of 1954 and 1981.
    // Each date was compared with python-dateutil's easter().
    private const string Easters =
        """
        1818-03-22 1886-04-25 1943-04-25 1954-04-18 1981-04-19
        2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12
        2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21
        2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
        2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
        2040-04-01 2041-04-21 2042-04-06 2043-03-29 2044-04-17 2045-04-09 2046-03-25 2047-04-14 2048-04-05 2049-04-18
        2076-04-19 2100-03-28 2285-03-22
        """;

    public static TheoryData<string> EasterSundays =>
        new(Easters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [MemberData(nameof(EasterSundays))]
    public void Easter_is_where_the_table_has_it(string day) =>
        Assert.Equal(Day(day), SwedishHolidays.EasterOf(Day(day).Year));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
