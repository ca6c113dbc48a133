namespace Notify.Core.FollowUps.Results;

/// <summary>
/// The rule that keeps answers of few people from being shown apart or worked out (DESIGN "5. Follow-up"; docs/adr/0008). The groups
/// that are shown cut the answers of a round into blocks: two answers are in the same block when they count in the same of these
/// groups. Groups are shown only if every block has at least five answers, or none. Whatever is published is worked out from sums
/// over whole blocks; so no calculation with published figures can say anything about fewer than five answers.
/// </summary>
public static class SmallGroups
{
    /// <summary>The fewest answers that may be shown together.</summary>
    public const int Least = 5;

    /// <summary>The groups to be shown: as many as can be, those that stand first before others. It depends on who answered, never on what.</summary>
    /// <param name="answers">The groups of each answer.</param>
    /// <param name="asked">The groups that were asked at all.</param>
    /// <returns>Null: the answers are so few that not even all of them together may be shown.</returns>
    public static IReadOnlyList<RespondentGroup>? Shown(IReadOnlyCollection<IReadOnlySet<RespondentGroup>> answers, IReadOnlyCollection<RespondentGroup> asked)
    {
        var groups = asked.Distinct().Order().ToList();
        return Enumerable.Range(0, 1 << groups.Count)
            .Select(chosen => groups.Where((_, place) => (chosen & (1 << place)) != 0).ToList())
            .Where(chosen => answers.CountBy(a => BlockOf(a, chosen)).All(block => block.Value >= Least))
            .OrderByDescending(chosen => chosen.Count)
            .ThenBy(chosen => string.Concat(chosen.Select(g => (int)g)), StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The block of an answer: those of the groups shown that it counts in, as one name.</summary>
    public static string BlockOf(IReadOnlySet<RespondentGroup> answer, IReadOnlyCollection<RespondentGroup> shown) =>
        string.Join(' ', shown.Where(answer.Contains).Order().Select(g => g.ToCode()));
}
