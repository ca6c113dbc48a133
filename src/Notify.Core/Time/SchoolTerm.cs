using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Notify.Core.Time;

/// <summary>A term of the Swedish school year: spring from January to July, autumn from August to December. Written <c>2026-VT</c> or <c>2026-HT</c>.</summary>
public readonly record struct SchoolTerm(int Year, bool IsAutumn) : IComparable<SchoolTerm>
{
    private const int FirstAutumnMonth = 8;

    /// <summary>The first day of the term.</summary>
    public DateOnly First => new(Year, IsAutumn ? FirstAutumnMonth : 1, 1);

    /// <summary>The last day of the term.</summary>
    public DateOnly Last => Next.First.AddDays(-1);

    /// <summary>The term after this one.</summary>
    public SchoolTerm Next => IsAutumn ? new(Year + 1, false) : new(Year, true);

    /// <summary>The term before this one.</summary>
    public SchoolTerm Previous => IsAutumn ? new(Year, false) : new(Year - 1, true);

    /// <summary>The term that the day is in.</summary>
    public static SchoolTerm Of(DateOnly day) => new(day.Year, day.Month >= FirstAutumnMonth);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SchoolTerm term)
    {
        term = default;
        if (text is not { Length: 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0
            || text[4..].ToUpperInvariant() is not ("-VT" or "-HT"))
        {
            return false;
        }

        term = new(year, text[5] is 'H' or 'h');
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SchoolTerm other) => First.CompareTo(other.First);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{(IsAutumn ? "HT" : "VT")}");

    public static bool operator <(SchoolTerm left, SchoolTerm right) => left.CompareTo(right) < 0;

    public static bool operator <=(SchoolTerm left, SchoolTerm right) => left.CompareTo(right) <= 0;

    public static bool operator >(SchoolTerm left, SchoolTerm right) => left.CompareTo(right) > 0;

    public static bool operator >=(SchoolTerm left, SchoolTerm right) => left.CompareTo(right) >= 0;
}
