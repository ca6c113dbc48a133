using System.Globalization;

namespace Notify.Core.Time;

/// <summary>
/// When mail may leave (settings <c>SendWindow:…</c>), and so which days count as working days. Stockholm time.
/// Source: DESIGN.md, "Send window"; CONTRACT.md, "Time". Lists are one text each, since that is what one environment
/// variable, one line of <c>appsettings.json</c> and one field in the Azure portal can all hold.
/// </summary>
public sealed class SendWindowOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "SendWindow";

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];

    /// <summary>When the window opens, that time included. Default 07:00.</summary>
    public TimeOnly Start { get; set; } = new(7, 0);

    /// <summary>When the window closes, that time not included; after <see cref="Start"/>. Default 17:00.</summary>
    public TimeOnly End { get; set; } = new(17, 0);

    /// <summary>
    /// The weekdays with a window, in English, full or three letters, separated by blank, comma or semicolon: one text, not an
    /// array, which the binder would pass over without a word. Default Monday to Friday.
    /// </summary>
    public string Days { get; set; } = "Mon,Tue,Wed,Thu,Fri";

    /// <summary>
    /// Ranges of days without a window, first and last included, such as the school holidays: <c>2026-12-21..2027-01-06</c>,
    /// several separated by blank, comma or semicolon. They pause the counting of working days too. Default none.
    /// </summary>
    public string Quiet { get; set; } = string.Empty;

    /// <summary>All errors at once, each with the setting's name and allowed range; empty when the options can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (End <= Start)
        {
            errors.Add(string.Create(
                CultureInfo.InvariantCulture, $"{SectionName}:End is {End:HH:mm:ss}; allowed: after {SectionName}:Start ({Start:HH:mm:ss}), at most 23:59:59."));
        }

        var days = ToDays(errors);
        var tooLong = days.Weekdays.Count == 0 ? null : days.FirstTooLong();
        if (tooLong is { } range)
        {
            errors.Add($"{SectionName}:Quiet leaves no send window for more than {WindowDays.LongestPause} days around {range}; allowed: at least one window in every {WindowDays.LongestPause} days.");
        }

        return errors;
    }

    /// <summary>The days with a window, as far as they can be read; what cannot be is added to the errors.</summary>
    internal WindowDays ToDays(List<string> errors) => new(Weekdays(errors), QuietRanges(errors));

    private HashSet<DayOfWeek> Weekdays(List<string> errors)
    {
        const string allowed = "allowed: at least one of Mon, Tue, Wed, Thu, Fri, Sat, Sun";
        var weekdays = new HashSet<DayOfWeek>();
        var words = Words(Days);
        foreach (var word in words)
        {
            if (WeekdayOf(word) is { } weekday)
            {
                weekdays.Add(weekday);
            }
            else
            {
                errors.Add($"{SectionName}:Days has '{word}'; {allowed}.");
            }
        }

        if (words.Length == 0)
        {
            errors.Add($"{SectionName}:Days is empty; {allowed}.");
        }

        return weekdays;
    }

    private List<DateRange> QuietRanges(List<string> errors)
    {
        var ranges = new List<DateRange>();
        foreach (var word in Words(Quiet))
        {
            if (DateRange.TryParse(word, out var range))
            {
                ranges.Add(range);
            }
            else
            {
                errors.Add($"{SectionName}:Quiet has '{word}'; allowed: ranges such as 2026-12-21..2027-01-06, the last day not before the first.");
            }
        }

        return ranges;
    }

    private static DayOfWeek? WeekdayOf(string word)
    {
        foreach (var weekday in Enum.GetValues<DayOfWeek>())
        {
            var name = weekday.ToString();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase) || word.Equals(name[..3], StringComparison.OrdinalIgnoreCase))
            {
                return weekday;
            }
        }

        return null;
    }

    private static string[] Words(string? text) => (text ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
