using System.Text.Json.Serialization;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.FollowUps;

/// <summary>One round, as pages, status and reports show it.</summary>
/// <param name="Earlier">The round that it is compared with; null: none.</param>
/// <param name="Asked">How many are asked so far, or were.</param>
/// <param name="Answered">How many of them have answered.</param>
/// <param name="Figures">Null until it has closed.</param>
/// <param name="Change">What has changed since the earlier round; null when there is nothing to compare with.</param>
public sealed record RoundRow(District District, RoundState Round, RoundState? Earlier, int Asked, int Answered, Figures? Figures, Comparison? Change)
{
    /// <summary>The share of those asked who have answered, 0 to 1; null when nobody is asked.</summary>
    public decimal? ReplyRate => Asked == 0 ? null : (decimal)Answered / Asked;

    /// <summary>Whether it says which goal it serves. A model without a link to goals was given up (SEED-FACTS C32).</summary>
    public bool HasGoal => !string.IsNullOrWhiteSpace(Round.Goal);

    /// <summary>The term in which it opens.</summary>
    public SchoolTerm Term => SchoolTerm.Of(Round.Opens);

    /// <summary>The round for the city's figures; null until it has closed.</summary>
    public ClosedRound? Closed => Round.Result is { } result ? new(District.Code, Round, result) : null;

    /// <summary>The row of a round.</summary>
    public static RoundRow Of(District district, RoundState round, RoundState? earlier, int asked, int answered)
    {
        var figures = round.Result is { } result ? Results.Figures.Of(round.Questionnaire, result) : null;
        var change = figures is { Axes.Count: > 0 } && earlier is not null
            ? Comparison.Of(figures, Results.Figures.Of(earlier.Questionnaire, earlier.Result!))
            : null;
        return new(district, round, earlier, asked, answered, figures, change);
    }
}

/// <summary>The rounds of a district.</summary>
/// <param name="Rows">The latest first.</param>
public sealed record DistrictFollowUps(District District, IReadOnlyList<RoundRow> Rows, DateOnly Today)
{
    /// <summary>A model is in use as long as a round has been answered within this many days: every term, and a summer between.</summary>
    public const int InUseFor = 400;

    /// <summary>
    /// How the district stands to following up (SEED-FACTS C34): the documents speak of a model that is used, awaited and given up, and
    /// are silent on others. Used: somebody answered in a round that is open or closed within <see cref="InUseFor"/> days. Waiting: not so,
    /// but a round is open or to come. Abandoned: there were rounds, and none is open or to come. Unknown: there is none.
    /// </summary>
    public FollowUpStatus Status =>
        Rows.Any(r => r.Answered > 0 && r.Round.Closes >= Today.AddDays(-InUseFor)) ? FollowUpStatus.Used
        : Rows.Any(r => r.Round.Stage is RoundStage.Open or RoundStage.Coming) ? FollowUpStatus.Waiting
        : Rows.Count > 0 ? FollowUpStatus.Abandoned
        : FollowUpStatus.Unknown;
}

/// <summary>How a district stands to following up.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FollowUpStatus>))]
public enum FollowUpStatus
{
    [JsonStringEnumMemberName("used")] Used,
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("abandoned")] Abandoned,
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>The proof that a follow-up model is used.</summary>
/// <param name="Rounds">Rounds that have opened.</param>
/// <param name="Open">Those of them that are open.</param>
/// <param name="Asked">How many were asked in the latest round of each district.</param>
/// <param name="Answered">How many of them answered.</param>
/// <param name="ReplyRate">Which share that is, 0 to 1; null when nobody was asked.</param>
/// <param name="Term">The latest term with figures; null: none yet.</param>
/// <param name="Index">The city's index of that term, every answer weighing the same; null when there is none to show.</param>
/// <param name="DistrictMean">The same with every district weighing the same.</param>
/// <param name="WithoutGoal">Rounds that name no goal, those to come among them.</param>
/// <param name="Used">Districts in which a model is used, see <see cref="DistrictFollowUps.Status"/>.</param>
public sealed record FollowUpsProof(
    int Rounds,
    int Open,
    int Asked,
    int Answered,
    decimal? ReplyRate,
    string? Term,
    decimal? Index,
    decimal? DistrictMean,
    int WithoutGoal,
    int Used,
    int Waiting,
    int Abandoned,
    int Unknown)
{
    /// <summary>The proof over districts.</summary>
    public static FollowUpsProof Of(IReadOnlyCollection<DistrictFollowUps> districts) =>
        Sum([.. districts.Select(Of)], districts.SelectMany(d => d.Rows).Select(r => r.Closed).OfType<ClosedRound>());

    /// <summary>The proof of one district, without its indices.</summary>
    public static FollowUpsProof Of(DistrictFollowUps district)
    {
        var opened = district.Rows.Where(r => r.Round.Stage is RoundStage.Open or RoundStage.Closed).ToList();
        var latest = opened.MaxBy(r => (r.Round.Closes, r.Round.Opens));
        return new(
            opened.Count, opened.Count(r => r.Round.Stage == RoundStage.Open), latest?.Asked ?? 0, latest?.Answered ?? 0, null, null, null, null,
            district.Rows.Count(r => !r.HasGoal),
            Is(FollowUpStatus.Used), Is(FollowUpStatus.Waiting), Is(FollowUpStatus.Abandoned), Is(FollowUpStatus.Unknown));

        int Is(FollowUpStatus status) => district.Status == status ? 1 : 0;
    }

    /// <summary>The proof over the proofs of districts.</summary>
    /// <param name="closed">Their closed rounds, those of the latest terms at least: what indices are made of.</param>
    public static FollowUpsProof Sum(IReadOnlyCollection<FollowUpsProof> districts, IEnumerable<ClosedRound> closed)
    {
        var (asked, answered) = (districts.Sum(d => d.Asked), districts.Sum(d => d.Answered));
        var city = CityFigures.Of(closed).Where(c => c.Weighted is not null).OrderByDescending(c => c.Term).ThenByDescending(c => c.Answered).FirstOrDefault();
        return new(
            districts.Sum(d => d.Rounds), districts.Sum(d => d.Open), asked, answered, asked == 0 ? null : Math.Round((decimal)answered / asked, 4),
            city?.Term.ToString(), Rounded(city?.Weighted), Rounded(city?.Unweighted), districts.Sum(d => d.WithoutGoal),
            districts.Sum(d => d.Used), districts.Sum(d => d.Waiting), districts.Sum(d => d.Abandoned), districts.Sum(d => d.Unknown));
    }

    private static decimal? Rounded(decimal? figure) => figure is { } value ? FigureText.Rounded(value) : null;
}
