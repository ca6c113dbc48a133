using System.Globalization;
using System.Xml.Linq;
using Notify.Core.Agreements;
using Notify.Web.Layout;
using Notify.Web.Texts;

namespace Notify.Web.Agreements;

/// <summary>
/// The coming months as a picture: a lane for each agreement, with its day as a mark whose shape and colour, and whose words, tell
/// the state. Without links inside, as a picture is one thing to whoever reads it aloud; the table has the same.
/// </summary>
public sealed class TimelineSvg(DateOnly today, ITexts texts)
{
    /// <summary>How far it reaches.</summary>
    public const int Months = 18;

    /// <summary>Lanes that a picture can have and still be read.</summary>
    public const int MostLanes = 40;

    private const int Width = 960;
    private const int Top = 34;
    private const int Lane = 48;
    private const int Left = 12;
    private const int Right = 12;
    private const int Letters = 112;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The last day in it.</summary>
    public DateOnly Last => today.AddMonths(Months);

    /// <summary>Draws the agreements, in their order.</summary>
    /// <param name="nameOf">What stands before the title, so that lanes can be told apart where only their beginning fits; empty: nothing.</param>
    public string Draw(IReadOnlyList<AgreementRow> rows, Func<AgreementRow, string> nameOf)
    {
        var height = Top + (rows.Count * Lane) + 8;
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("class", "timeline"),
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "timeline-title"),
            new XAttribute("aria-describedby", "timeline-text"),
            new XElement(Svg + "title", new XAttribute("id", "timeline-title"), texts.TimelineTitle),
            new XElement(Svg + "desc", new XAttribute("id", "timeline-text"), Alternative(rows)),
            Axis(height),
            rows.Select((row, i) => LaneOf(row, nameOf(row), Top + (i * Lane))));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private string Alternative(IReadOnlyList<AgreementRow> rows) =>
        $"{texts.TimelineAlternative(rows.Count, Moments.Show(today), Moments.Show(Last))} {string.Join(' ', rows.Select(r => $"{r.Agreement.Title}: {Label(r)}."))}";

    private IEnumerable<XElement> Axis(int height)
    {
        yield return Words(Left, 16, "axis", $"{texts.TimelineToday} {Moments.Show(today)}");
        for (var month = new DateOnly(today.Year, today.Month, 1).AddMonths(1); month <= Last; month = month.AddMonths(1))
        {
            var x = At(month);
            var isQuarter = month.Month % 3 == 1;
            yield return Shape("line", isQuarter ? "quarter" : "month", ("x1", x), ("y1", isQuarter ? 22 : 26), ("x2", x), ("y2", height));
            if (isQuarter && x > 190 && x < Width - 70)
            {
                yield return Words(x - 26, 16, "axis", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            }
        }
    }

    private XElement LaneOf(AgreementRow row, string name, int y)
    {
        var title = name.Length > 0 ? $"{name}: {row.Agreement.Title}" : row.Agreement.Title;
        var (x, line) = (At(row.Standing.Counts), y + 32);
        var isRight = x < Width - 260;
        return new(
            Svg + "g",
            new XAttribute("class", row.Stage.ToString().ToLowerInvariant()),
            Words(Left, y + 16, "name", title.Length > Letters ? title[..Letters] + "…" : title),
            Shape("line", "track", ("x1", Left), ("y1", line), ("x2", Width - Right), ("y2", line)),
            Shape("line", "span", ("x1", Left), ("y1", line), ("x2", x), ("y2", line)),
            MarkOf(row.Stage, x, line),
            Words(isRight ? x + 14 : x - 14, line + 5, isRight ? "day" : "day before", Label(row)));
    }

    private string Label(AgreementRow row)
    {
        var day = row.Standing.Counts > Last ? texts.TimelineLater(Moments.Show(row.Standing.Counts)) : Moments.Show(row.Standing.Counts);
        var late = row.OverdueDays > 0 ? $" {texts.OverdueDays(row.OverdueDays)}" : "";
        return row.OverdueDays > 0 && row.Standing.Counts > today
            ? $"{texts.StageName(row.Stage)}{late}, {texts.TimelineExpected(day)}"
            : $"{texts.StageName(row.Stage)}{late}, {day}";
    }

    /// <summary>A shape of its own for each state, so that colour is not needed.</summary>
    private static XElement MarkOf(AgreementStage stage, int x, int y) => stage switch
    {
        AgreementStage.InTime => Shape("circle", "sign", ("cx", x), ("cy", y), ("r", 7)),
        AgreementStage.UnderWay => Shape("rect", "sign", ("x", x - 6), ("y", y - 6), ("width", 12), ("height", 12)),
        AgreementStage.Soon => Path($"M{x} {y - 8} L{x + 8} {y + 6} L{x - 8} {y + 6} Z"),
        _ => Path($"M{x} {y - 9} L{x + 9} {y} L{x} {y + 9} L{x - 9} {y} Z"),
    };

    /// <summary>Where a day stands; what lies behind at the left edge, what lies beyond at the right.</summary>
    private int At(DateOnly day) =>
        Left + (int)((Width - Left - Right) * Math.Clamp((day.DayNumber - today.DayNumber) / (double)(Last.DayNumber - today.DayNumber), 0, 1));

    private static XElement Words(int x, int y, string kind, string words) =>
        new(Svg + "text", new XAttribute("class", kind), new XAttribute("x", x), new XAttribute("y", y), words);

    private static XElement Path(string path) => new(Svg + "path", new XAttribute("class", "sign"), new XAttribute("d", path));

    private static XElement Shape(string name, string kind, params (string Name, int Value)[] attributes) =>
        new(Svg + name, new XAttribute("class", kind), attributes.Select(a => new XAttribute(a.Name, a.Value)));
}
