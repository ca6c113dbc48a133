using ScottPlot;

namespace Notify.Adapters.Charts;

/// <summary>An axis of a radar, 0 to 100.</summary>
/// <param name="Before">Last time's; null when there is nothing to compare with.</param>
public sealed record RadarAxis(string Name, double Now, double? Before);

/// <summary>
/// Draws a radar as PNG. It is told apart without colours: this time is a filled shape within a thick line, last time a dashed line, so that a
/// grey print says as much.
/// </summary>
public static class RadarChart
{
    private const int Width = 1040;
    private const int Height = 880;
    private const double Full = 100;
    private const double LabelsAt = 110;
    private const int LabelLength = 15;
    private const float FontSize = 22;

    private static readonly double[] Rings = [20, 40, 60, 80, 100];

    /// <summary>The picture. The same axes always give the same bytes on the same machine; where there are no fonts it has no words.</summary>
    /// <param name="now">What the present shape is called in the legend.</param>
    /// <param name="before">What the other shape is called.</param>
    public static byte[] Draw(IReadOnlyList<RadarAxis> axes, string now, string before)
    {
        using var plot = new Plot();
        var radar = plot.Add.Radar(new List<double[]> { axes.Select(a => a.Now).ToArray() });
        DrawAxes(radar.PolarAxis, axes.Count);
        DrawNames(plot, radar.PolarAxis, axes);
        DrawShape(radar.Series[0], now, Colors.SteelBlue.WithAlpha(.3), 4, LinePattern.Solid);
        DrawBefore(plot, radar, axes, before);
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Axes.SetLimits(-190, 190, -135, 135);
        plot.Axes.SquareUnits();
        plot.ShowLegend(Alignment.LowerRight);
        plot.Legend.FontSize = FontSize;
        plot.Legend.FontName = Fonts.Sans;
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    /// <summary>A shape when every axis can be compared; else a mark on each axis that can, since a line past the others would say something of them.</summary>
    private static void DrawBefore(Plot plot, ScottPlot.Plottables.Radar radar, IReadOnlyList<RadarAxis> axes, string name)
    {
        if (axes.All(a => a.Before is not null))
        {
            radar.Series.Add(new() { Values = [.. axes.Select(a => a.Before!.Value)] });
            DrawShape(radar.Series[1], name, Colors.Transparent, 3, LinePattern.Dashed);
            return;
        }

        var known = axes.Index().Where(a => a.Item.Before is not null)
            .Select(a => radar.PolarAxis.GetCoordinates(a.Item.Before!.Value, radar.PolarAxis.Spokes[a.Index].Angle)).ToArray();
        if (known.Length > 0)
        {
            var marks = plot.Add.Markers(known, MarkerShape.OpenCircle, 18, Colors.Black);
            marks.MarkerLineWidth = 3;
            marks.LegendText = name;
        }
    }

    /// <summary>The first axis upright, the others clockwise, as one reads the table.</summary>
    private static void DrawAxes(ScottPlot.Plottables.PolarAxis polar, int count)
    {
        polar.Clockwise = true;
        polar.Rotation = Angle.FromDegrees(-90);
        polar.SetCircles(Rings, [.. Rings.Select(r => r.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        polar.SetSpokes(count, Full, false);
        foreach (var circle in polar.Circles)
        {
            circle.LineColor = Colors.Gray.WithAlpha(circle.Radius >= Full ? 1 : .5);
            circle.LabelStyle.FontSize = 18;
            circle.LabelStyle.FontName = Fonts.Sans;
            circle.LabelStyle.ForeColor = Colors.DimGray;
        }

        foreach (var spoke in polar.Spokes)
        {
            spoke.LineColor = Colors.Gray.WithAlpha(.5);
        }
    }

    private static void DrawNames(Plot plot, ScottPlot.Plottables.PolarAxis polar, IReadOnlyList<RadarAxis> axes)
    {
        foreach (var (place, axis) in axes.Index())
        {
            var text = plot.Add.Text(Folded(axis.Name), polar.GetCoordinates(LabelsAt, polar.Spokes[place].Angle));
            text.LabelAlignment = Side(place, axes.Count);
            text.LabelFontName = Fonts.Sans;
            text.LabelFontSize = FontSize;
            text.LabelFontColor = Colors.Black;
        }
    }

    /// <summary>Names stand outwards of their spokes, so that none runs into the rings.</summary>
    private static Alignment Side(int place, int count)
    {
        var across = Math.Sin(2 * Math.PI * place / count);
        return across > .2 ? Alignment.MiddleLeft
            : across < -.2 ? Alignment.MiddleRight
            : place == 0 ? Alignment.LowerCenter : Alignment.UpperCenter;
    }

    private static void DrawShape(RadarSeries shape, string name, Color fill, float width, LinePattern pattern)
    {
        shape.LegendText = name;
        shape.FillColor = fill;
        shape.LineColor = Colors.Black;
        shape.LineWidth = width;
        shape.LinePattern = pattern;
    }

    /// <summary>A long name on several lines, broken between words.</summary>
    private static string Folded(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LabelLength)
            {
                lines.Add("");
            }

            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return string.Join('\n', lines);
    }
}
