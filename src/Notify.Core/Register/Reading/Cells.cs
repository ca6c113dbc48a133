using System.Globalization;
using Notify.Core.Time;

namespace Notify.Core.Register.Reading;

/// <summary>The formats of cells that hold one value.</summary>
internal static class Cells
{
    private const string DateForm = "yyyy-MM-dd";
    private const string TimeForm = "yyyy-MM-dd HH:mm";

    /// <summary>Text on one line: it may come to stand in the subject of a mail.</summary>
    public static CellFormat<string> Text { get; } = new(OneLine, t => t, string.Empty);

    public static CellFormat<string?> OptionalText { get; } = new(OneLine!, t => t ?? string.Empty, null);

    /// <summary>Text that may have several lines.</summary>
    public static CellFormat<string> Lines { get; } = new(AnyText, t => t, string.Empty);

    public static CellFormat<string?> OptionalLines { get; } = new(AnyText!, t => t ?? string.Empty, null);

    public static CellFormat<DistrictCode> District { get; } = new(
        (text, out value) => DistrictCode.TryParse(text, out value) ? null : new("A district's code is 1–12 characters of A–Z and 0–9, in capitals.", "En stadsdels kod är 1–12 tecken: stora bokstäver A–Z och siffror."),
        c => c.ToString(),
        default);

    public static CellFormat<SchoolUnitCode> School { get; } = new(
        (text, out value) => SchoolUnitCode.TryParse(text, out value) ? null : new("A school's code is its eight digits in Skolenhetsregistret; a preschool takes 1–20 characters of A–Z, a–z, 0–9 and hyphen.", "En skolas kod är dess åtta siffror i Skolenhetsregistret; en förskola kan ha 1–20 tecken: A–Z, a–z, 0–9 och bindestreck."),
        c => c.ToString(),
        default);

    public static CellFormat<EmailAddress> Email { get; } = new(
        (text, out value) => EmailAddress.TryParse(text, out value) ? null : new("This is not an e-mail address. Write it as name@example.se, one address and nothing else.", "Det här är ingen e-postadress. Skriv den som namn@example.se, en enda adress och inget mer."),
        a => a.ToString(),
        default);

    public static CellFormat<DateOnly> Date { get; } = new(ParseDate, d => d.ToString(DateForm, CultureInfo.InvariantCulture), default);

    public static CellFormat<DateTimeOffset> Time { get; } = new(
        ParseTime,
        t => StockholmTime.ToLocal(t).ToString(TimeForm, CultureInfo.InvariantCulture),
        default);

    public static CellFormat<Uri> Url { get; } = new(ParseUrl, u => u.OriginalString, new Uri("https://empty.invalid/"));

    public static CellFormat<Uri?> OptionalUrl { get; } = new(
        (string text, out Uri? value) =>
        {
            var problem = ParseUrl(text, out var url);
            value = url;
            return problem;
        },
        u => u?.OriginalString ?? string.Empty,
        null);

    public static CellFormat<int> Number(int min, int max) => new(
        (text, out value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max
            ? null
            : Bilingual.Of($"Write a whole number from {min} to {max}, digits only.", $"Skriv ett heltal från {min} till {max}, bara siffror."),
        n => n.ToString(CultureInfo.InvariantCulture),
        default);

    private static Bilingual? AnyText(string text, out string value)
    {
        value = text;
        return null;
    }

    private static Bilingual? OneLine(string text, out string value)
    {
        value = text;
        return text.Contains('\n', StringComparison.Ordinal) ? new("This column takes one line of text: remove the line break.", "Den här kolumnen tar en rad text: ta bort radbrytningen.") : null;
    }

    private static Bilingual? ParseDate(string text, out DateOnly value)
    {
        if (!DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out value))
        {
            return new("Write a date that exists as year-month-day, for example 2026-03-01.", "Skriv ett datum som finns, som år-månad-dag, till exempel 2026-03-01.");
        }

        return value.Year is >= 2000 and <= 2100 ? null : new("The date must lie between 2000-01-01 and 2100-12-31: correct the year.", "Datumet ska ligga mellan 2000-01-01 och 2100-12-31: rätta året.");
    }

    private static Bilingual? ParseTime(string text, out DateTimeOffset value)
    {
        value = default;
        if (!DateTime.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new("Write a day and time that exist as year-month-day hour:minute, for example 2026-03-01 09:00.", "Skriv en dag och ett klockslag som finns, som år-månad-dag timme:minut, till exempel 2026-03-01 09:00.");
        }

        if (local.Year is < 2000 or > 2100)
        {
            return new("The day must lie between 2000-01-01 and 2100-12-31: correct the year.", "Dagen ska ligga mellan 2000-01-01 och 2100-12-31: rätta året.");
        }

        var instant = StockholmTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (instant.DateTime != local)
        {
            return new("That time does not exist: the clocks are put forward over it in the spring. Give another time.", "Det klockslaget finns inte: klockan ställs fram över det på våren. Ange en annan tid.");
        }

        value = instant;
        return null;
    }

    private static Bilingual? ParseUrl(string text, out Uri value)
    {
        var valid = Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace);
        value = valid ? url! : Url.Empty;
        return valid ? null : new("Write a whole web address that begins with https:// (or http://), without blanks.", "Skriv en hel webbadress som börjar med https:// (eller http://), utan mellanslag.");
    }
}
