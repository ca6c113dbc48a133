using System.Globalization;

namespace Notify.Adapters.Files;

/// <summary>Writes what an Excel cell holds as the text that a CSV file would have.</summary>
internal static class ExcelCell
{
    private const double Exact = 1e15;

    /// <param name="format">The cell's number format, which tells a time from a date and shows leading zeros.</param>
    public static string Text(object? value, string? format) => value switch
    {
        null => string.Empty,
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime time => Moment(time, format ?? string.Empty),
        double number => Number(number, format ?? string.Empty),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    // Excel counts in fractions of a day, so a time may be some milliseconds off the minute that was typed.
    private static string Moment(DateTime time, string format)
    {
        var rounded = new DateTime((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        var form = (rounded.TimeOfDay, format.Contains('h', StringComparison.OrdinalIgnoreCase)) switch
        {
            ({ Ticks: 0 }, false) => "yyyy-MM-dd",
            ({ Seconds: 0 }, _) => "yyyy-MM-dd HH:mm",
            _ => "yyyy-MM-dd HH:mm:ss",
        };
        return rounded.ToString(form, CultureInfo.InvariantCulture);
    }

    private static string Number(double number, string format)
    {
        if (Math.Abs(number) >= Exact || number != Math.Truncate(number))
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        var digits = number.ToString("F0", CultureInfo.InvariantCulture);
        return format.Length is > 1 and <= 20 && format.All(c => c == '0') ? digits.PadLeft(format.Length, '0') : digits;
    }
}
