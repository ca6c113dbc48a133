namespace Notify.Core.Time;

/// <summary>
/// The public holidays of Sweden and the three eves on which offices are closed as on a holiday.
/// Source of the days: lag (1989:253) om allmänna helgdagar, as it stands since 1 April 2005 (SFS 2004:1320), so not meant
/// for earlier years; source of the eves: DESIGN.md, "Send window".
/// Ordinary Sundays are holidays by the law, but here they are weekdays like the rest: <see cref="SendWindowOptions.Days"/> decides.
/// </summary>
public static class SwedishHolidays
{
    /// <summary>Whether the day is a public holiday, or Midsummer's, Christmas or New Year's Eve.</summary>
    public static bool IsHoliday(DateOnly day) => NameOf(day) is not null;

    /// <summary>The Swedish name of the holiday or eve, or null. Where two fall on one day, the one with the fixed date.</summary>
    public static string? NameOf(DateOnly day) => FixedName(day) ?? SaturdayName(day) ?? EasterName(day);

    /// <summary>
    /// Easter Sunday of a year. Source: the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, "Astronomical
    /// Algorithms", chapter 8), which gives the date that the Church of Sweden keeps.
    /// </summary>
    /// <param name="year">A year of the Gregorian calendar, 1583–9999.</param>
    public static DateOnly EasterOf(int year)
    {
        var goldenNumber = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * goldenNumber) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(yearOfCentury, 4);
        var toSunday = (32 + (2 * centuryRest) + (2 * leapYears) - epact - yearRest) % 7;
        var lateMoon = (goldenNumber + (11 * epact) + (22 * toSunday)) / 451;
        var (month, dayBefore) = Math.DivRem(epact + toSunday - (7 * lateMoon) + 114, 31);
        return new DateOnly(year, month, dayBefore + 1);
    }

    private static string? FixedName(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "Nyårsdagen",
        (1, 6) => "Trettondedag jul",
        (5, 1) => "Första maj",
        (6, 6) => "Nationaldagen",
        (12, 24) => "Julafton",
        (12, 25) => "Juldagen",
        (12, 26) => "Annandag jul",
        (12, 31) => "Nyårsafton",
        _ => null,
    };

    // Midsummer's Day is the Saturday of 20–26 June, All Saints' Day that of 31 October – 6 November.
    private static string? SaturdayName(DateOnly day) => (day.DayOfWeek, day.Month, day.Day) switch
    {
        (DayOfWeek.Friday, 6, >= 19 and <= 25) => "Midsommarafton",
        (DayOfWeek.Saturday, 6, >= 20 and <= 26) => "Midsommardagen",
        (DayOfWeek.Saturday, 10, 31) or (DayOfWeek.Saturday, 11, <= 6) => "Alla helgons dag",
        _ => null,
    };

    private static string? EasterName(DateOnly day) => (day.DayNumber - EasterOf(day.Year).DayNumber) switch
    {
        -2 => "Långfredagen",
        0 => "Påskdagen",
        1 => "Annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "Pingstdagen",
        _ => null,
    };
}
