using System.Globalization;
using System.Text.RegularExpressions;

namespace Notify.Core.Time;

/// <summary>
/// The edge between instants and the Stockholm calendar, and the only place that knows the zone.
/// Every rule of Notify counts on this calendar (CONTRACT.md, "Time"); stores keep UTC.
/// </summary>
public static partial class StockholmTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly string[] LocalForms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>The same instant, with the offset that Stockholm has then.</summary>
    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The calendar day in Stockholm at the instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>
    /// The instant at which the clocks of Stockholm show this day and time. A time that the spring night skips is the
    /// first that exists after it (02:30 is 03:00); one that the autumn night has twice is the first of the two.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before year 1 in UTC.</exception>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Zone.IsInvalidTime(local))
        {
            local = FirstAfterGap(local);
        }

        // The first of two equal clock times is the one still in summer time, the greater offset.
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>The first instant of the day in Stockholm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before year 1 in UTC.</exception>
    public static DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>
    /// Reads a day, or a day and time: <c>2026-03-01</c> (its midnight), <c>2026-03-01T09:00</c> or <c>2026-03-01 09:00</c>,
    /// with or without seconds and their fraction, with or without <c>Z</c> or an offset <c>±hh:mm</c>.
    /// Without one it is Stockholm time, read as <see cref="At"/> does. The result has the Stockholm offset.
    /// </summary>
    /// <returns>False for every other text, and for the years 1 and 9999, whose edges no offset fits.</returns>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        var match = Form().Match(text ?? string.Empty);
        if (!match.Success || !TryParseLocal(match.Groups["local"].Value, out var local))
        {
            return false;
        }

        var zone = match.Groups["zone"].Value;
        if (zone.Length == 0)
        {
            instant = At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            return true;
        }

        if (!TryParseOffset(zone, out var offset))
        {
            return false;
        }

        instant = ToLocal(new DateTimeOffset(local, offset));
        return true;
    }

    /// <summary>
    /// ISO 8601 with the Stockholm offset, as all JSON has it: <c>2026-03-01T09:00:00+01:00</c>.
    /// Milliseconds only when they are not zero; anything finer is cut.
    /// </summary>
    public static string Format(DateTimeOffset instant)
    {
        var local = ToLocal(instant);
        var form = local.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    // Clocks change on whole minutes, so the first existing time is found by whole minutes.
    private static DateTime FirstAfterGap(DateTime local)
    {
        local = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }

    private static bool TryParseLocal(string text, out DateTime local) =>
        DateTime.TryParseExact(
            text.Replace(' ', 'T'), LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out local)
        && local.Year is > 1 and < 9999;

    private static bool TryParseOffset(string text, out TimeSpan offset)
    {
        if (text == "Z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var parsed = TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out offset);
        if (text[0] == '-')
        {
            offset = -offset;
        }

        // ±14:00 is what DateTimeOffset can hold, and more than any place on earth has.
        return parsed && offset.Duration() <= TimeSpan.FromHours(14);
    }

    // An offset only where there is a time, which is where there is a colon before it.
    [GeneratedRegex(
        @"\A(?<local>[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?)?)(?<zone>(?<=:.*)(Z|[+-][0-9]{2}:[0-9]{2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
