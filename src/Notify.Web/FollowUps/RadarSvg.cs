using System.Globalization;
using System.Xml.Linq;
using Notify.Core.FollowUps.Results;
using Notify.Web.Texts;

namespace Notify.Web.FollowUps;

/// <summary>An axis of the picture.</summary>
/// <param name="Before">Last time's index; null when it cannot be compared.</param>
public sealed record RadarSpoke(string Name, decimal Now, decimal? Before);

/// <summary>
/// A radar as a picture in the page: one thing to whoever has it read aloud, with words that say what it shows; the table beside it has the
/// figures. This time is a filled shape within a thick line, last time open circles, so that it needs no colours.
/// </summary>
public static class RadarSvg
{
    private const int Width = 640;
    private const int Height = 480;
    private const double Radius = 165;
    private const double NameAt = 1.1;
    private const int NameLength = 16;
    private const int Line = 17;
    private const double Sideways = .2;

    private static readonly int[] Rings = [20, 40, 60, 80, 100];
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws the axes, the first upright and the others clockwise.</summary>
    /// <param name="id">Begins the ids within the picture, so that a page may have several.</param>
    public static string Draw(string id, IReadOnlyList<RadarSpoke> spokes, ITexts texts)
    {
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("class", "radar"),
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title"),
            new XAttribute("aria-describedby", $"{id}-text"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), texts.RadarTitle),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-text"), texts.RadarAlternative([.. spokes.Select(s => $"{s.Name} {FigureText.Of(s.Now, texts.Language)}")])),
            Rings.SelectMany(Ring),
            spokes.Select((_, place) => Spoke(place, spokes.Count)),
            new XElement(Svg + "polygon", new XAttribute("class", "now"), new XAttribute("points", Points(spokes))),
            spokes.SelectMany((s, place) => s.Before is { } before ? Before(before, place, spokes.Count) : []),
            spokes.SelectMany((s, place) => Name(s.Name, place, spokes.Count)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The figures of a round, and what they are compared with.</summary>
    public static IReadOnlyList<RadarSpoke> SpokesOf(Figures figures, Comparison? change, Notify.Core.Register.Language language) =>
    [
        .. figures.Axes.Select(a => new RadarSpoke(
            new AxisName(a.Axis, a.AxisEn).In(language), a.Index, change?.Axes.FirstOrDefault(c => c.Name.Axis == a.Axis)?.Before)),
    ];

    private static IEnumerable<XElement> Ring(int index)
    {
        yield return new(
            Svg + "circle", new XAttribute("class", index == 100 ? "ring outer" : "ring"),
            new XAttribute("cx", Width / 2), new XAttribute("cy", Height / 2), new XAttribute("r", Number(Radius * index / 100)));
        yield return new(
            Svg + "text", new XAttribute("class", "ring-name"), new XAttribute("x", (Width / 2) + 4), new XAttribute("y", Number((Height / 2) - (Radius * index / 100) - 3)), index);
    }

    private static XElement Spoke(int place, int count)
    {
        var (x, y) = At(100, place, count);
        return new(
            Svg + "line", new XAttribute("class", "ring"),
            new XAttribute("x1", Width / 2), new XAttribute("y1", Height / 2), new XAttribute("x2", Number(x)), new XAttribute("y2", Number(y)));
    }

    private static IEnumerable<XElement> Before(decimal index, int place, int count)
    {
        var (x, y) = At((double)index, place, count);
        yield return new(Svg + "circle", new XAttribute("class", "before"), new XAttribute("cx", Number(x)), new XAttribute("cy", Number(y)), new XAttribute("r", 6));
    }

    private static IEnumerable<XElement> Name(string name, int place, int count)
    {
        var (x, y) = At(100 * NameAt, place, count);
        var across = Math.Sin(2 * Math.PI * place / count);
        var lines = Folded(name);
        var top = Math.Abs(across) > Sideways ? y - ((lines.Count - 1) * Line / 2.0) + 5 : place == 0 ? y - ((lines.Count - 1) * Line) : y + 14;
        return lines.Select((line, i) => new XElement(
            Svg + "text",
            new XAttribute("class", across > Sideways ? "name" : across < -Sideways ? "name before-end" : "name middle"),
            new XAttribute("x", Number(x)), new XAttribute("y", Number(top + (i * Line))), line));
    }

    private static string Points(IReadOnlyList<RadarSpoke> spokes) =>
        string.Join(' ', spokes.Select((s, place) => At((double)s.Now, place, spokes.Count)).Select(p => $"{Number(p.X)},{Number(p.Y)}"));

    private static (double X, double Y) At(double index, int place, int count)
    {
        var angle = 2 * Math.PI * place / count;
        return ((Width / 2) + (Radius * index / 100 * Math.Sin(angle)), (Height / 2) - (Radius * index / 100 * Math.Cos(angle)));
    }

    private static List<string> Folded(string name) =>
        name.Split(' ').Aggregate(new List<string>(), (lines, word) =>
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < NameLength)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }

            return lines;
        });

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
