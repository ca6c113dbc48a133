namespace Notify.Core.FollowUps.Results;

/// <summary>A term of the whole city: its figures, what has changed, and the rounds that they rest on.</summary>
/// <param name="Earlier">The last earlier term in which the same questionnaire was used and has figures; null: none.</param>
/// <param name="Change">What has changed since then; null when there is nothing to compare with.</param>
/// <param name="Groups">The figures of each group that some round may show.</param>
/// <param name="Rounds">Those that have closed.</param>
public sealed record CityReport(
    CityFigures City, CityFigures? Earlier, Comparison? Change, IReadOnlyList<GroupFigures> Groups, IReadOnlyList<RoundRow> Rounds)
{
    /// <summary>Every term and questionnaire, the latest first.</summary>
    public static IReadOnlyList<CityReport> Of(IReadOnlyCollection<DistrictFollowUps> districts)
    {
        var rows = districts.SelectMany(d => d.Rows).Where(r => r.Closed is not null).ToList();
        var closed = rows.Select(r => r.Closed!).ToList();
        var cities = CityFigures.Of(closed);
        var groups = Enum.GetValues<RespondentGroup>().SelectMany(g => CityFigures.Of(closed, g), (group, city) => new GroupFigures(group, city)).ToList();
        return
        [
            .. cities.Select(city =>
            {
                var earlier = cities.FirstOrDefault(c => c.Questionnaire == city.Questionnaire && c.Term < city.Term && c.Axes.Count > 0);
                return new CityReport(
                    city,
                    earlier,
                    earlier is null || city.Axes.Count == 0 ? null : Comparison.Of(AxesOf(city), AxesOf(earlier)),
                    [.. groups.Where(g => IsOf(city, g.City) && g.City.Axes.Count > 0)],
                    [.. rows.Where(r => r.Term == city.Term && r.Round.Questionnaire.Id == city.Questionnaire)]);
            }),
        ];
    }

    private static bool IsOf(CityFigures city, CityFigures other) => (city.Term, city.Questionnaire) == (other.Term, other.Questionnaire);

    private static IReadOnlyList<AxisIndex> AxesOf(CityFigures city) => [.. city.Axes.Select(a => new AxisIndex(a.Name, a.Weighted))];
}

/// <summary>The city's figures of one group.</summary>
public sealed record GroupFigures(RespondentGroup Group, CityFigures City);
