using System.Globalization;

namespace Notify.Core.Templates;

/// <summary>A day as a mail writes it: "tisdag 7 april 2026", "Tuesday 7 April 2026".</summary>
/// <remarks>The names stand here because a machine may have no Swedish culture installed.</remarks>
public static class WrittenDate
{
    private static readonly string[] SwedishDays =
        ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly string[] SwedishMonths =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishDays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Writes the day out; every language but <c>sv</c> gets English.</summary>
    public static string Of(DateOnly day, string language)
    {
        var (days, months) = language == "sv" ? (SwedishDays, SwedishMonths) : (EnglishDays, EnglishMonths);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{days[(int)day.DayOfWeek]} {day.Day} {months[day.Month - 1]} {day.Year}");
    }

    /// <summary>Writes out a day given as <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="FormatException">Not such a day.</exception>
    public static string Of(string day, string language) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? Of(parsed, language)
            : throw new FormatException($"'{day}' is not a day written yyyy-MM-dd");
}
