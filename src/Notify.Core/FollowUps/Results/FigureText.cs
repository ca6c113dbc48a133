using System.Globalization;
using Notify.Core.Register;

namespace Notify.Core.FollowUps.Results;

/// <summary>How figures are written, in mails, on pages and in files alike.</summary>
public static class FigureText
{
    private const char Minus = '\u2212';

    /// <summary>An index or a mean with one decimal, as <c>72,4</c>.</summary>
    public static string Of(decimal figure, Language language) =>
        Invariant(figure).Replace('.', language == Language.Swedish ? ',' : '.').Replace('-', Minus);

    /// <summary>A change with its sign, as <c>+3,1</c>.</summary>
    public static string Change(decimal change, Language language)
    {
        var text = Of(change, language);
        return Rounded(change) > 0 ? "+" + text : text;
    }

    /// <summary>A share as whole percent, as <c>63 %</c>.</summary>
    public static string Percent(decimal share, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 0, MidpointRounding.AwayFromZero):0}{(language == Language.Swedish ? "\u00a0%" : "%")}");

    /// <summary>The figure with one decimal and a point, for machines.</summary>
    public static string Invariant(decimal figure) => Rounded(figure).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>One decimal; a half goes away from zero.</summary>
    public static decimal Rounded(decimal figure) => Math.Round(figure, 1, MidpointRounding.AwayFromZero);
}
