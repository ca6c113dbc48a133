namespace Notify.Core.FollowUps.Results;

/// <summary>What has changed since another time, over the axes that both have.</summary>
/// <param name="Axes">In the order of the present questionnaire.</param>
/// <param name="OnlyNow">Axes that the other time has no figure for.</param>
/// <param name="OnlyBefore">Axes that this time has no figure for.</param>
public sealed record Comparison(IReadOnlyList<AxisChange> Axes, IReadOnlyList<AxisName> OnlyNow, IReadOnlyList<AxisName> OnlyBefore)
{
    /// <summary>Whether some axes could not be compared: that must be said.</summary>
    public bool IsPartial => OnlyNow.Count + OnlyBefore.Count > 0;

    /// <summary>The change of the index over the axes that both have; null when there is none.</summary>
    public decimal? Change => Axes.Count == 0 ? null : Axes.Average(a => a.Now) - Axes.Average(a => a.Before);

    /// <summary>The index of the other time over the axes that both have; null when there is none.</summary>
    public decimal? Before => Axes.Count == 0 ? null : Axes.Average(a => a.Before);

    /// <summary>Compares axis by axis, by their names.</summary>
    public static Comparison Of(IReadOnlyList<AxisIndex> now, IReadOnlyList<AxisIndex> before)
    {
        var earlier = before.ToDictionary(a => a.Name.Axis, StringComparer.Ordinal);
        var present = now.Select(a => a.Name.Axis).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. now.Where(a => earlier.ContainsKey(a.Name.Axis)).Select(a => new AxisChange(a.Name, a.Index, earlier[a.Name.Axis].Index))],
            [.. now.Where(a => !earlier.ContainsKey(a.Name.Axis)).Select(a => a.Name)],
            [.. before.Where(a => !present.Contains(a.Name.Axis)).Select(a => a.Name)]);
    }

    /// <inheritdoc cref="Of(IReadOnlyList{AxisIndex}, IReadOnlyList{AxisIndex})"/>
    public static Comparison Of(Figures now, Figures before) => Of(AxisIndex.Of(now), AxisIndex.Of(before));
}

/// <summary>The name of an axis.</summary>
/// <param name="AxisEn">Null: as it stands.</param>
public sealed record AxisName(string Axis, string? AxisEn)
{
    /// <summary>The name in a language.</summary>
    public string In(Register.Language language) => language == Register.Language.English ? AxisEn ?? Axis : Axis;
}

/// <summary>The index of an axis, 0 to 100.</summary>
public sealed record AxisIndex(AxisName Name, decimal Index)
{
    /// <summary>Those of the figures.</summary>
    public static IReadOnlyList<AxisIndex> Of(Figures figures) => [.. figures.Axes.Select(a => new AxisIndex(new(a.Axis, a.AxisEn), a.Index))];
}

/// <summary>An axis at two times.</summary>
public sealed record AxisChange(AxisName Name, decimal Now, decimal Before)
{
    /// <summary>By how much it rose; negative when it fell.</summary>
    public decimal Change => Now - Before;
}
