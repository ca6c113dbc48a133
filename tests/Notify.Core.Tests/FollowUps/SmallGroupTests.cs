using FsCheck;
using FsCheck.Fluent;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Xunit;

namespace Notify.Core.Tests.FollowUps;

/// <summary>Answers of few people are never shown apart, and cannot be worked out from all that is shown (DESIGN "5. Follow-up").</summary>
public sealed class SmallGroupTests
{
    private static readonly Questionnaire One = new("Q", "1", [new("s", "A", null, "s", null, 5)]);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    /// <summary>All lines of all terms together, against every set of fewer than five who answered with the same hats, or nearly so.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_calculation_with_all_published_figures_of_all_rounds_tells_anything_about_fewer_than_five_people(int seed)
    {
        var city = new AnsweredCity(seed, districts: 4, terms: 2);
        var published = new PublishedFigures(city, FollowUpReport.Of(city.Districts));
        var adversary = new Adversary(published.Figures());

        Assert.All(SmallSets(city), set => Assert.False(adversary.Knows(published.ColumnsOf(set)), $"{set.Count} people of {city.Secrets[set[0]].Round} are given away"));
    }

    /// <summary>The adversary is not blind: where every group of five is shown beside the whole, it finds what is left.</summary>
    [Fact]
    public void Showing_every_group_of_five_beside_the_whole_gives_the_others_away()
    {
        int[] municipal = [0, 1, 2, 3, 4, 5], independent = [6, 7, 8];
        Dictionary<int, long>[] naive = [municipal.Concat(independent).ToDictionary(p => p, _ => 1L), municipal.ToDictionary(p => p, _ => 1L)];

        Assert.True(new Adversary(naive).Knows(independent.ToHashSet()));
        Assert.False(new Adversary(naive[..1]).Knows(independent.ToHashSet()));
    }

    [Fact]
    public void A_group_is_not_shown_when_the_whole_less_it_would_give_the_others_away()
    {
        var result = Result((12, [RespondentGroup.Municipal]), (3, [RespondentGroup.Independent]));

        Assert.Equal([(RespondentGroup.Municipal, null), (RespondentGroup.Independent, (int?)null)], result.Groups.Select(g => (g.Group, g.Answered)));
        Assert.Equal((null, 15), result.Cells.Select(c => (c.Block is { Length: > 0 } block ? block : null, c.Count)).Single());
    }

    [Fact]
    public void Two_small_groups_hide_behind_each_other()
    {
        var result = Result((12, [RespondentGroup.Municipal]), (3, [RespondentGroup.Independent]), (4, [RespondentGroup.Contacts]));

        Assert.Equal([12, null, null], result.Groups.Select(g => g.Answered));
    }

    [Fact]
    public void Somebody_with_two_hats_is_not_given_away_by_two_groups_and_the_whole()
    {
        var result = Result((8, [RespondentGroup.Contacts]), (6, [RespondentGroup.SteeringGroup]), (1, [RespondentGroup.Contacts, RespondentGroup.SteeringGroup]));

        // Contacts are 9 and the steering group 7 of 15: 9 + 7 − 15 would be that one.
        Assert.Single(result.Groups, g => g.Answered is not null);
    }

    [Fact]
    public void Fewer_than_five_answers_are_not_even_shown_together()
    {
        var result = Result((4, [RespondentGroup.Municipal]));

        Assert.Empty(result.Cells);
        Assert.Equal((4, 4), (result.Asked, result.Answered));
        Assert.Null(Figures.Of(One, result).Index);
    }

    [Fact]
    public void A_statement_that_too_few_of_a_group_know_about_is_shown_for_all_of_them_only()
    {
        var answers = Enumerable.Range(0, 16).Select(n => new CountedAnswer(
            new HashSet<RespondentGroup> { n < 8 ? RespondentGroup.Municipal : RespondentGroup.Independent }, new Dictionary<string, int> { ["s"] = n is < 8 or < 11 ? 4 : 0 })).ToList();

        var result = RoundResult.Of(One, [.. answers.Select(a => a.Groups)], answers);

        Assert.Equal([8, 8], result.Groups.Select(g => g.Answered!.Value));
        Assert.Equal((null, 11), (Assert.Single(result.Cells).Block, result.Cells[0].Count));
        Assert.Null(Figures.Of(One, result, RespondentGroup.Municipal).Index);
        Assert.Equal(75, Figures.Of(One, result).Index);
    }

    [Fact]
    public void What_is_shown_depends_on_who_answered_and_never_on_what()
    {
        var groups = Enumerable.Range(0, 30).Select(n => (IReadOnlySet<RespondentGroup>)new HashSet<RespondentGroup> { (RespondentGroup)(n % 4) }).ToList();
        var (low, high) = (Blocks(groups, 1), Blocks(groups, 5));

        Assert.Equal(low, high);
    }

    /// <summary>The result of a set of answers, whatever their order.</summary>
    [Fact]
    public void The_order_of_answers_means_nothing() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>().Filter(seed => seed >= 0),
        seed =>
        {
            var answers = new AnsweredCity(seed, 1, 1).Secrets.Select(s => s.Answer).ToList();
            var shuffled = answers.ToArray();
            new Random(seed + 1).Shuffle(shuffled);
            return Written(answers) == Written(shuffled);
        }).QuickCheckThrowOnFailure();

    private static string Written(IReadOnlyCollection<CountedAnswer> answers) =>
        System.Text.Json.JsonSerializer.Serialize(RoundResult.Of(One, [.. answers.Select(a => a.Groups)], answers));

    private static List<(string?, int)> Blocks(IReadOnlyList<IReadOnlySet<RespondentGroup>> groups, int step) =>
        [.. RoundResult.Of(One, groups, [.. groups.Select(g => new CountedAnswer(g, new Dictionary<string, int> { ["s"] = step }))]).Cells.Select(c => (c.Block, c.Count))];

    private static RoundResult Result(params (int Count, RespondentGroup[] Hats)[] answers)
    {
        var all = answers.SelectMany(a => Enumerable.Repeat(new CountedAnswer(a.Hats.ToHashSet(), new Dictionary<string, int> { ["s"] = 4 }), a.Count)).ToList();
        return RoundResult.Of(One, [.. all.Select(a => a.Groups)], all);
    }

    /// <summary>Within each round: the people of every combination of hats, of every two, of each group and of everybody outside of it, where they are fewer than five.</summary>
    private static IEnumerable<IReadOnlyList<int>> SmallSets(AnsweredCity city)
    {
        foreach (var round in city.Secrets.Index().GroupBy(s => s.Item.Round))
        {
            var atoms = round.GroupBy(s => string.Join(' ', s.Item.Answer.Groups.Order())).Select(g => g.Select(s => s.Index).ToList()).ToList();
            var pairs = atoms.SelectMany((a, place) => atoms.Skip(place + 1).Select(b => a.Concat(b).ToList()));
            var groups = Enum.GetValues<RespondentGroup>().SelectMany(g => round.GroupBy(s => s.Item.Answer.Groups.Contains(g)).Select(h => h.Select(s => s.Index).ToList()));
            foreach (var set in atoms.Concat(pairs).Concat(groups).Append([round.First().Index]).Where(s => s.Count is > 0 and < SmallGroups.Least))
            {
                yield return set;
            }
        }
    }
}
