namespace Notify.Core.Overview;

/// <summary>Draws how a proof has gone.</summary>
public interface ITrendPictures
{
    /// <summary>A line over time as SVG, without words: what it says stands beside it as text and table.</summary>
    /// <param name="values">By week, the oldest first; null: nothing is known of that week.</param>
    /// <param name="top">The upper edge; what is greater does not occur.</param>
    /// <returns>Null when nothing can be drawn on this machine, or there is nothing to draw.</returns>
    string? Draw(IReadOnlyList<double?> values, double top);
}

/// <summary>For hosts that draw nothing: the tables say the same.</summary>
public sealed class NoTrendPictures : ITrendPictures
{
    /// <inheritdoc/>
    public string? Draw(IReadOnlyList<double?> values, double top) => null;
}
