namespace Notify.Core.FollowUps.Results;

/// <summary>Finds the round that another is compared with.</summary>
public static class EarlierRounds
{
    /// <summary>The last round before it in the district that asked the same questionnaire, in whatever version, and has figures to show; null when there is none.</summary>
    public static RoundState? Before(RoundState round, IEnumerable<RoundState> others) =>
        others
            .Where(o => o.Result is { Cells.Count: > 0 } && o.Questionnaire.Id == round.Questionnaire.Id && o.Closes < round.Closes)
            .OrderByDescending(o => o.Closes).ThenByDescending(o => o.Id, StringComparer.Ordinal)
            .FirstOrDefault();
}
