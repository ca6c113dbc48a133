using Microsoft.Extensions.Logging;
using Notify.Core.Overview;
using ScottPlot;

namespace Notify.Adapters.Charts;

/// <summary>
/// Draws trends. The colours have at least three to one against white and against the dark sheet of the portal (WCAG 1.4.11), since a picture
/// cannot follow the reader's choice of light or dark.
/// </summary>
public sealed partial class TrendPictures(ILogger<TrendPictures> logger) : ITrendPictures
{
    private const int Width = 320;
    private const int Height = 80;

    /// <summary>Room beside and above the line, as shares of the picture.</summary>
    private const double Margin = .05;

    private static readonly Color Line = Color.FromHex("#3d8fa3");
    private static readonly Color Floor = Color.FromHex("#808080");

    /// <inheritdoc/>
    public string? Draw(IReadOnlyList<double?> values, double top)
    {
        var known = values.Index().Where(v => v.Item is not null).Select(v => new Coordinates(v.Index, v.Item!.Value)).ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        try
        {
            using var plot = new Plot();
            Compose(plot, known, Math.Max(1, values.Count - 1), top > 0 ? top : 1);
            return plot.GetSvgXml(Width, Height);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            LogUndrawn(logger, e);
            return null;
        }
    }

    private static void Compose(Plot plot, Coordinates[] known, double width, double top)
    {
        plot.Add.HorizontalLine(0, 1, Floor);
        plot.Add.HorizontalLine(top, 1, Floor, LinePattern.Dotted);
        var line = plot.Add.Scatter(known, Line);
        line.LineWidth = 3;
        line.MarkerSize = 0;
        plot.Add.Marker(known[^1].X, known[^1].Y, MarkerShape.FilledCircle, 9, Line);
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.Axes.SetLimits(-Margin * width, (1 + Margin) * width, -Margin * 2 * top, (1 + (Margin * 2)) * top);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A trend cannot be drawn on this machine; the page shows its table alone")]
    private static partial void LogUndrawn(ILogger logger, Exception exception);
}
