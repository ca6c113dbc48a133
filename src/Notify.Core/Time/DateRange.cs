using System.Globalization;

namespace Notify.Core.Time;

/// <summary>Calendar days from the first to the last, both included. Written <c>2026-12-21..2027-01-06</c>.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; the same as the first for a single day, never before it.</param>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    private const string Between = "..";

    /// <summary>Whether the day lies in the range.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Reads <c>first..last</c>.</summary>
    /// <returns>False unless both are days written <c>yyyy-MM-dd</c> and the last is not before the first.</returns>
    public static bool TryParse(string? text, out DateRange range)
    {
        range = default;
        var parts = (text ?? string.Empty).Split(Between);
        if (parts.Length != 2 || !TryParseDay(parts[0], out var first) || !TryParseDay(parts[1], out var last) || last < first)
        {
            return false;
        }

        range = new DateRange(first, last);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd}{Between}{Last:yyyy-MM-dd}");

    private static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
