using System.Text.Json.Serialization;

namespace Notify.Core.FollowUps.Results;

/// <summary>
/// What came out of a round: worked out once, when it has closed, and kept. Every figure that is ever shown, mailed or exported is
/// worked out from this and nothing else.
/// </summary>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many of them answered.</param>
/// <param name="Groups">By group, for groups that were asked.</param>
/// <param name="Cells">Sums over blocks; empty when fewer than five answered.</param>
public sealed record RoundResult(int Asked, int Answered, IReadOnlyList<GroupCount> Groups, IReadOnlyList<ResultCell> Cells)
{
    /// <summary>The result of the answers. Their order means nothing.</summary>
    /// <param name="asked">The groups of each who was asked, those who answered among them.</param>
    public static RoundResult Of(
        Questionnaire questionnaire, IReadOnlyCollection<IReadOnlySet<RespondentGroup>> asked, IReadOnlyCollection<CountedAnswer> answers)
    {
        var groups = asked.SelectMany(g => g).Distinct().Order().ToList();
        var shown = SmallGroups.Shown([.. answers.Select(a => a.Groups)], groups);
        return new(
            asked.Count,
            answers.Count,
            [
                .. groups.Select(g => new GroupCount(
                    g, asked.Count(a => a.Contains(g)), shown?.Contains(g) == true ? answers.Count(a => a.Groups.Contains(g)) : null)),
            ],
            shown is null ? [] : [.. questionnaire.Statements.SelectMany(s => CellsOf(s, answers, shown))]);
    }

    /// <summary>The sums over blocks; when "don't know" leaves too few in one of them, the sum over all of them; when that is too few, nothing.</summary>
    private static List<ResultCell> CellsOf(Statement statement, IReadOnlyCollection<CountedAnswer> answers, IReadOnlyCollection<RespondentGroup> shown)
    {
        var valid = answers
            .Select(a => (Block: SmallGroups.BlockOf(a.Groups, shown), Choice: a.Choices.GetValueOrDefault(statement.Key)))
            .Where(a => a.Choice >= 1 && a.Choice <= statement.ScaleMax)
            .ToList();
        var blocks = valid.GroupBy(a => a.Block).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ResultCell(statement.Key, g.Key, g.Count(), g.Sum(a => a.Choice))).ToList();
        return blocks.All(b => b.Count >= SmallGroups.Least) ? blocks
            : valid.Count >= SmallGroups.Least ? [new(statement.Key, null, valid.Count, valid.Sum(a => a.Choice))]
            : [];
    }
}

/// <summary>How many of a group were asked and answered.</summary>
/// <param name="Answered">Null: it must not be shown apart.</param>
public sealed record GroupCount(RespondentGroup Group, int Asked, int? Answered);

/// <summary>The answers to one statement in one block.</summary>
/// <param name="Statement">Its <see cref="Statement.Key"/>.</param>
/// <param name="Block">The groups shown that every answer in it counts in, see <see cref="SmallGroups.BlockOf"/>; null: all answers of the round, whatever their block.</param>
/// <param name="Count">How many; at least five.</param>
/// <param name="Sum">The sum of their choices.</param>
public sealed record ResultCell(string Statement, string? Block, int Count, int Sum)
{
    /// <summary>Whether every answer in it counts in the group.</summary>
    public bool IsIn(RespondentGroup group) => Block?.Split(' ').Contains(group.ToCode()) == true;

    /// <summary>The mean on the statement's scale.</summary>
    [JsonIgnore]
    public decimal Mean => (decimal)Sum / Count;
}
