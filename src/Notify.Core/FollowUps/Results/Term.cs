using System.Globalization;

namespace Notify.Core.FollowUps.Results;

/// <summary>A school term: spring is January to June, autumn July to December. A round belongs to the term in which it opens.</summary>
public sealed record Term(int Year, bool IsAutumn)
{
    /// <summary>As <c>HT2026</c> (autumn) or <c>VT2026</c> (spring), which is how Swedish schools write it.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{(IsAutumn ? "HT" : "VT")}{Year:0000}");

    /// <summary>The term of a day.</summary>
    public static Term Of(DateOnly day) => new(day.Year, day.Month > 6);

    /// <summary>Reads a <see cref="Code"/>.</summary>
    public static bool TryParse(string? text, out Term term)
    {
        term = new(1, false);
        if (text is not { Length: 6 }
            || !int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || text[..2] is not ("HT" or "VT"))
        {
            return false;
        }

        term = new(year, text[0] == 'H');
        return true;
    }

    /// <summary>Rises with time.</summary>
    public int Order => (Year * 2) + (IsAutumn ? 1 : 0);
}
