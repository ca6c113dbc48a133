using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.FollowUps.Results;

/// <summary>One line of the export for the city's goal follow-up.</summary>
/// <param name="Level"><c>city</c> or <c>district</c>.</param>
/// <param name="District">Its code; empty for the city, as are the next three.</param>
/// <param name="Version">Of the questionnaire; empty for the city, which may rest on several.</param>
/// <param name="Group">A word of <see cref="RespondentGroups.ToCode"/>, or <c>all</c>.</param>
/// <param name="Axis">Empty: the index of all axes.</param>
/// <param name="Statement">Empty: the whole axis.</param>
/// <param name="Asked">How many were asked; only in lines of an index, as are the next two.</param>
/// <param name="Answered">Null: it must not be shown apart.</param>
/// <param name="ReplyRate">In percent.</param>
/// <param name="Count">How many choices the line rests on.</param>
/// <param name="Mean">On the scale.</param>
/// <param name="Index">0 to 100; of the city when every answer weighs the same.</param>
/// <param name="DistrictMean">Of the city when every district weighs the same.</param>
/// <param name="Change">Of the index, over the axes that both times have.</param>
/// <param name="Since">The round or term that it is compared with.</param>
/// <param name="NotCompared">Axes that only one of the two times has.</param>
public sealed record FollowUpReportRow(
    string Level,
    string Term,
    string District,
    string DistrictName,
    string Round,
    string Title,
    string Questionnaire,
    string Version,
    string Goal,
    string Group,
    string Axis = "",
    string Statement = "",
    int? Asked = null,
    int? Answered = null,
    decimal? ReplyRate = null,
    int? Count = null,
    decimal? Mean = null,
    decimal? Index = null,
    decimal? DistrictMean = null,
    decimal? Change = null,
    string Since = "",
    string NotCompared = "");

/// <summary>Puts every figure that may be shown into lines. Figures have one decimal, as on pages.</summary>
public static class FollowUpReport
{
    private const string All = "all";

    /// <summary>The lines of every round that has closed, and of the city, the latest term first.</summary>
    /// <param name="term">Null: every term.</param>
    public static IReadOnlyList<FollowUpReportRow> Of(IReadOnlyCollection<DistrictFollowUps> districts, SchoolTerm? term = null) =>
    [
        .. CityReport.Of(districts).Where(r => term is null || r.City.Term == term).SelectMany(r => OfCity(r)
            .Concat(r.Rounds.OrderBy(row => row.District.Code.ToString(), StringComparer.Ordinal).ThenBy(row => row.Round.Id, StringComparer.Ordinal).SelectMany(OfRound))),
    ];

    private static IEnumerable<FollowUpReportRow> OfCity(CityReport report)
    {
        var head = new FollowUpReportRow("city", report.City.Term.ToString(), "", "", "", "", report.City.Questionnaire, "", "", All);
        var compared = Compared(head, report.Change, report.Earlier?.Term.ToString());
        return Lines(compared, report.City, report.Change).Concat(report.Groups.SelectMany(g => Lines(head with { Group = g.Group.ToCode() }, g.City, null)));
    }

    private static IEnumerable<FollowUpReportRow> Lines(FollowUpReportRow head, CityFigures city, Comparison? change) =>
        city.Axes.Select(a => head with
        {
            Axis = a.Name.Axis,
            Count = a.Count,
            Index = FigureText.Rounded(a.Weighted),
            DistrictMean = FigureText.Rounded(a.Unweighted),
            Change = ChangeOf(change, a.Name.Axis),
            NotCompared = "",
        }).Prepend(head with
        {
            Asked = city.Asked,
            Answered = city.Answered,
            ReplyRate = Percent(city.ReplyRate),
            Index = Rounded(city.Weighted),
            DistrictMean = Rounded(city.Unweighted),
            Change = Rounded(change?.Change),
        });

    private static IEnumerable<FollowUpReportRow> OfRound(RoundRow row)
    {
        var round = row.Round;
        var head = new FollowUpReportRow(
            "district", row.Term.ToString(), row.District.Code.ToString(), row.District.Name, round.Id, round.Title,
            round.Questionnaire.Id, round.Questionnaire.Version, round.Goal ?? "", All);
        var compared = Compared(head, row.Change, row.Earlier?.Title);
        return Lines(compared, row.Figures!, row.Change)
            .Concat(round.Result!.Groups.SelectMany(g => Lines(head with { Group = g.Group.ToCode() }, row.Closed!.Figures(g.Group), null)));
    }

    private static IEnumerable<FollowUpReportRow> Lines(FollowUpReportRow head, Figures figures, Comparison? change)
    {
        yield return head with
        {
            Asked = figures.Asked,
            Answered = figures.Answered,
            ReplyRate = Percent(figures.ReplyRate),
            Index = Rounded(figures.Index),
            Change = Rounded(change?.Change),
        };
        foreach (var axis in figures.Axes)
        {
            var line = head with { Axis = axis.Axis, NotCompared = "" };
            yield return line with
            {
                Count = axis.Count,
                Mean = Rounded(axis.Mean),
                Index = FigureText.Rounded(axis.Index),
                Change = ChangeOf(change, axis.Axis),
            };
            foreach (var statement in axis.Statements)
            {
                yield return line with
                {
                    Statement = statement.Statement.Text,
                    Count = statement.Count,
                    Mean = FigureText.Rounded(statement.Mean),
                    Index = FigureText.Rounded(statement.Index),
                    Since = "",
                };
            }
        }
    }

    private static FollowUpReportRow Compared(FollowUpReportRow head, Comparison? change, string? since) => change is not { Axes.Count: > 0 }
        ? head
        : head with
        {
            Since = since ?? "",
            NotCompared = string.Join(", ", change.OnlyNow.Concat(change.OnlyBefore).Select(n => n.In(Language.Swedish))),
        };

    private static decimal? ChangeOf(Comparison? change, string axis) =>
        Rounded(change?.Axes.FirstOrDefault(c => c.Name.Axis == axis)?.Change);

    private static decimal? Rounded(decimal? figure) => figure is { } value ? FigureText.Rounded(value) : null;

    private static decimal? Percent(decimal? share) => share is { } value ? FigureText.Rounded(value * 100) : null;
}
