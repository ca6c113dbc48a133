using System.Globalization;
using System.Xml.Linq;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Texts;

namespace Notify.Web.Forums;

/// <summary>
/// How many of the invited schools came, term by term, municipal and independent side by side. Told apart by filling as well as
/// colour, so that a grey print can be read; without links inside, as the table beside it has the same.
/// </summary>
public sealed class ParitySvg(ITexts texts)
{
    /// <summary>Terms that a picture shows: the latest.</summary>
    public const int MostTerms = 8;

    private const int Height = 260;
    private const int Bottom = 210;
    private const int Top = 40;
    private const int Left = 52;
    private const int TermWidth = 112;
    private const int Bar = 38;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws the lines of terms, all kinds together, in their order.</summary>
    public string Draw(IReadOnlyList<ParityRow> terms)
    {
        var width = Left + (Math.Max(3, terms.Count) * TermWidth) + 12;
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("class", "parity"),
            new XAttribute("viewBox", Text($"0 0 {width} {Height}")),
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "parity-title"),
            new XAttribute("aria-describedby", "parity-text"),
            new XElement(Svg + "title", new XAttribute("id", "parity-title"), texts.ParityTitle),
            new XElement(Svg + "desc", new XAttribute("id", "parity-text"), string.Join(' ', terms.Select(texts.ParityLine))),
            Stripes(),
            Scale(width),
            Legend(),
            terms.Select((row, i) => TermOf(row, Left + (i * TermWidth) + 14)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Stripes() => new(
        Svg + "defs",
        new XElement(
            Svg + "pattern",
            new XAttribute("id", "parity-stripes"), new XAttribute("width", 8), new XAttribute("height", 8),
            new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
            new XElement(Svg + "rect", new XAttribute("class", "ground"), new XAttribute("width", 8), new XAttribute("height", 8)),
            new XElement(Svg + "rect", new XAttribute("class", "stripe"), new XAttribute("width", 4), new XAttribute("height", 8))));

    private static IEnumerable<XElement> Scale(int width)
    {
        foreach (var share in new[] { 0, 25, 50, 75, 100 })
        {
            var y = At(share / 100.0);
            yield return new(Svg + "line", new XAttribute("class", "grid"), new XAttribute("x1", Left), new XAttribute("x2", width - 8), new XAttribute("y1", y), new XAttribute("y2", y));
            yield return Words(Left - 8, y + 5, "axis end", Text($"{share} %"));
        }
    }

    private IEnumerable<XElement> Legend()
    {
        yield return Rectangle(Left + 14, 6, 18, 18, "municipal");
        yield return Words(Left + 40, 21, "axis", texts.ProviderName(Provider.Municipal));
        yield return Rectangle(Left + 160, 6, 18, 18, "independent");
        yield return Words(Left + 186, 21, "axis", texts.ProviderName(Provider.Independent));
    }

    private IEnumerable<XElement> TermOf(ParityRow row, int x)
    {
        foreach (var (provider, left, name) in new[] { (Provider.Municipal, x, "municipal"), (Provider.Independent, x + Bar + 6, "independent") })
        {
            var rate = row.Participation[provider].Held.Rate;
            if (rate is { } share)
            {
                yield return Rectangle(left, At(share), Bar, Bottom - At(share), name);
            }

            yield return Words(left + (Bar / 2), (rate is { } r ? At(r) : Bottom) - 6, "value", rate is { } known ? Text($"{Math.Round(known * 100)} %") : "–");
        }

        yield return Words(x + Bar + 3, Bottom + 22, "term", row.Term.ToString());
        var parity = row.Participation.Parity is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', texts.Language is Language.Swedish ? ',' : '.') : "–";
        yield return Words(x + Bar + 3, Bottom + 42, "axis middle", "÷ " + parity);
    }

    private static int At(double share) => Bottom - (int)Math.Round((Bottom - Top) * Math.Min(1, share));

    private static XElement Rectangle(int x, int y, int width, int height, string name) => new(
        Svg + "rect",
        new XAttribute("class", name), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height));

    private static XElement Words(int x, int y, string name, string words) =>
        new(Svg + "text", new XAttribute("class", name), new XAttribute("x", x), new XAttribute("y", y), words);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
