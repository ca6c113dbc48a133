using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.FollowUps.Results;

/// <summary>A round that has closed, in its district.</summary>
public sealed record ClosedRound(DistrictCode District, RoundState Round, RoundResult Result)
{
    /// <summary>The term it belongs to.</summary>
    public SchoolTerm Term => SchoolTerm.Of(Round.Opens);

    /// <summary>The figures of all who answered, or of a group.</summary>
    public Figures Figures(RespondentGroup? group = null) => Results.Figures.Of(Round.Questionnaire, Result, group);
}

/// <summary>
/// The city's figures of one term and questionnaire: over the axes that every version used has, from districts that can be shown. It is
/// worked out from the districts' published figures alone, so that it gives nothing away that they do not.
/// </summary>
/// <param name="Questionnaire">Its id.</param>
/// <param name="Rounds">How many rounds have closed.</param>
/// <param name="Shown">How many of them have figures to show.</param>
/// <param name="Asked">How many were asked: of a group, in rounds that may show how many of it answered.</param>
/// <param name="Answered">How many of them answered.</param>
/// <param name="Weighted">The index when every answer weighs the same, 0 to 100.</param>
/// <param name="Unweighted">The index when every district weighs the same, 0 to 100.</param>
/// <param name="LeftOut">Axes that only some of the versions have.</param>
public sealed record CityFigures(
    SchoolTerm Term,
    string Questionnaire,
    int Rounds,
    int Shown,
    int Asked,
    int Answered,
    IReadOnlyList<CityAxis> Axes,
    decimal? Weighted,
    decimal? Unweighted,
    IReadOnlyList<AxisName> LeftOut)
{
    /// <summary>The share of those asked who answered, 0 to 1; null when nobody was asked.</summary>
    public decimal? ReplyRate => Asked == 0 ? null : (decimal)Answered / Asked;

    /// <summary>The city's figures of every term and questionnaire, the latest first.</summary>
    /// <param name="group">Null: all who answered.</param>
    public static IReadOnlyList<CityFigures> Of(IEnumerable<ClosedRound> rounds, RespondentGroup? group = null) =>
    [
        .. rounds.GroupBy(r => (r.Term, r.Round.Questionnaire.Id))
            .Select(g => Of(g.Key.Term, g.Key.Id, [.. g], group))
            .OrderByDescending(c => c.Term).ThenBy(c => c.Questionnaire, StringComparer.Ordinal),
    ];

    private static CityFigures Of(SchoolTerm term, string questionnaire, IReadOnlyList<ClosedRound> rounds, RespondentGroup? group)
    {
        var figures = rounds.Select(r => (Code: r.District, r.Round, Figures: r.Figures(group))).ToList();
        var shown = figures.Where(f => f.Figures.Axes.Count > 0).ToList();
        var names = shown.SelectMany(f => f.Round.Questionnaire.Axes()).Select(a => a.First())
            .DistinctBy(s => s.Axis).Select(s => new AxisName(s.Axis, s.AxisEn)).ToList();
        var common = names.Where(n => shown.All(f => f.Round.Questionnaire.Statements.Any(s => s.Axis == n.Axis))).ToList();
        var districts = shown.GroupBy(f => f.Code).Select(d => d.SelectMany(f => f.Figures.Axes).ToLookup(a => a.Axis, StringComparer.Ordinal)).ToList();
        var axes = common.Select(n => CityAxis.Of(n, districts)).OfType<CityAxis>().ToList();
        return new(
            term, questionnaire, rounds.Count, shown.Count,
            figures.Where(f => f.Figures.Answered is not null).Sum(f => f.Figures.Asked),
            figures.Sum(f => f.Figures.Answered ?? 0),
            axes,
            axes.Count == 0 ? null : axes.Average(a => a.Weighted),
            axes.Count == 0 ? null : IndicesOf(districts, axes).Average(),
            [.. names.Except(common)]);
    }

    /// <summary>The index of each district over the city's axes.</summary>
    private static IEnumerable<decimal> IndicesOf(IEnumerable<ILookup<string, AxisFigure>> districts, IReadOnlyCollection<CityAxis> axes) =>
        districts
            .Select(d => axes.Where(a => d.Contains(a.Name.Axis)).Select(a => CityAxis.IndexOf(d[a.Name.Axis])).ToList())
            .Where(d => d.Count > 0).Select(d => d.Average());
}

/// <summary>One axis in the whole city.</summary>
/// <param name="Count">How many choices it rests on.</param>
/// <param name="Weighted">The index when every answer weighs the same.</param>
/// <param name="Unweighted">The index when every district weighs the same.</param>
/// <param name="Districts">How many districts it rests on.</param>
public sealed record CityAxis(AxisName Name, int Count, decimal Weighted, decimal Unweighted, int Districts)
{
    internal static CityAxis? Of(AxisName name, IEnumerable<ILookup<string, AxisFigure>> districts)
    {
        var figures = districts.Select(d => d[name.Axis].ToList()).Where(d => d.Count > 0).ToList();
        return figures.Count == 0
            ? null
            : new(name, figures.Sum(d => d.Sum(a => a.Count)), IndexOf(figures.SelectMany(d => d)), figures.Average(IndexOf), figures.Count);
    }

    /// <summary>The index of the same axis in several rounds together.</summary>
    internal static decimal IndexOf(IEnumerable<AxisFigure> figures)
    {
        var all = figures.ToList();
        return all.Sum(a => a.IndexSum) / all.Sum(a => a.Count);
    }
}
