namespace Notify.Core.FollowUps.Results;

/// <summary>The figures of a round, for all who answered or for one group.</summary>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many answered; null: it must not be shown apart, and there are no axes.</param>
/// <param name="Axes">In the order of the questionnaire, but for those of which a statement has fewer than five answers.</param>
public sealed record Figures(int Asked, int? Answered, IReadOnlyList<AxisFigure> Axes)
{
    /// <summary>0 to 100: the mean of the axes, each of which weighs the same; null when there is none to show.</summary>
    public decimal? Index => Axes.Count == 0 ? null : Axes.Average(a => a.Index);

    /// <summary>The share of those asked who answered, 0 to 1; null when nobody was asked or it must not be shown.</summary>
    public decimal? ReplyRate => Asked == 0 ? null : (decimal?)Answered / Asked;

    /// <summary>The figures of a result.</summary>
    /// <param name="group">Null: all who answered.</param>
    public static Figures Of(Questionnaire questionnaire, RoundResult result, RespondentGroup? group = null)
    {
        var cells = result.Cells.Where(c => group is null || c.IsIn(group.Value)).ToLookup(c => c.Statement, StringComparer.Ordinal);
        var count = result.Groups.FirstOrDefault(g => g.Group == group);
        return new(
            group is null ? result.Asked : count?.Asked ?? 0,
            group is null ? result.Answered : count?.Answered,
            [.. questionnaire.Axes().Select(axis => AxisFigure.Of(axis, cells)).OfType<AxisFigure>()]);
    }
}

/// <summary>The figures of one axis.</summary>
/// <param name="Axis">Its name, by which axes of two versions are the same.</param>
/// <param name="AxisEn">Null: as it stands.</param>
/// <param name="Count">How many choices it rests on; one answer has as many as the axis has statements.</param>
/// <param name="IndexSum">The sum of the choices, each as 0 to 100.</param>
/// <param name="Mean">The mean of the choices on their scale; null when its statements have several scales.</param>
/// <param name="Statements">All of its statements.</param>
public sealed record AxisFigure(
    string Axis, string? AxisEn, int Count, decimal IndexSum, decimal? Mean, IReadOnlyList<StatementFigure> Statements)
{
    /// <summary>0 (not at all) to 100 (wholly).</summary>
    public decimal Index => IndexSum / Count;

    /// <summary>An axis is shown when all of its statements can be: half of it would be another axis under the same name.</summary>
    internal static AxisFigure? Of(IGrouping<string, Statement> axis, ILookup<string, ResultCell> cells)
    {
        var statements = axis
            .Select(s => new StatementFigure(s, cells[s.Key].Sum(c => c.Count), cells[s.Key].Sum(c => c.Sum)))
            .ToList();
        if (statements.Any(s => s.Count == 0))
        {
            return null;
        }

        var count = statements.Sum(s => s.Count);
        decimal? mean = axis.DistinctBy(s => s.ScaleMax).Count() == 1 ? (decimal)statements.Sum(s => s.Sum) / count : null;
        return new(axis.Key, axis.First().AxisEn, count, statements.Sum(s => s.IndexSum), mean, statements);
    }
}

/// <summary>The figures of one statement.</summary>
/// <param name="Count">How many chose a step of the scale; at least five.</param>
/// <param name="Sum">The sum of the steps.</param>
public sealed record StatementFigure(Statement Statement, int Count, int Sum)
{
    /// <summary>The mean on the statement's scale.</summary>
    public decimal Mean => (decimal)Sum / Count;

    /// <summary>The sum of the choices, each as 0 to 100.</summary>
    public decimal IndexSum => 100m * (Sum - Count) / (Statement.ScaleMax - 1);

    /// <summary>0 (not at all) to 100 (wholly).</summary>
    public decimal Index => IndexSum / Count;
}
