using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>How far a round has come. A pure function of state, register and moment (DESIGN "5. Follow-up").</summary>
public static class RoundRule
{
    /// <summary>The round from now on. Deciding again changes nothing. A result is not worked out here.</summary>
    /// <param name="state">Null: it was not seen before.</param>
    /// <param name="row">Null: it is not in the register.</param>
    /// <param name="questionnaire">What the register asks in it; null when it has nothing.</param>
    /// <returns>Null: there is nothing to keep.</returns>
    public static RoundState? Decide(RoundState? state, FollowUp? row, Questionnaire? questionnaire, DateOnly today)
    {
        if (row is null || questionnaire is null)
        {
            return state is { Stage: RoundStage.Coming or RoundStage.Open } ? state with { Stage = RoundStage.Removed } : state;
        }

        if (state is { Stage: RoundStage.Closed or RoundStage.Missed })
        {
            return state with { Title = row.Title, Goal = row.Goal };
        }

        var isOpened = state?.Stage == RoundStage.Open;
        var stage = today < row.Opens ? RoundStage.Coming
            : today <= row.Closes || isOpened ? RoundStage.Open
            : RoundStage.Missed;
        return new(row.Id, row.Title, row.Goal, row.Opens, row.Closes, questionnaire, stage);
    }

    /// <summary>When the round must be looked at again although nothing changes; null: never.</summary>
    public static DateTimeOffset? NextDue(RoundState round, FollowUpSituation situation)
    {
        DateTimeOffset?[] times = round.Stage switch
        {
            RoundStage.Coming => [Time.StockholmTime.Midnight(round.Opens)],
            RoundStage.Open =>
            [
                .. situation.Steps.Select(step => (DateTimeOffset?)situation.DueOf(round, step)),
                Time.StockholmTime.Midnight(round.Closes.AddDays(1)),
                situation.ResultDue(round),
            ],
            _ => [],
        };
        return times.Where(t => t > situation.Now).Min();
    }
}
