using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>Who is asked in a round, and what each is to be told now. Pure functions (DESIGN "5. Follow-up").</summary>
public static class RespondentRule
{
    /// <summary>
    /// Those who are asked, those who are no longer, and those new: an answer stays with whoever gave it. A school that has answered is
    /// not asked again because its principal is replaced.
    /// </summary>
    public static IReadOnlyList<RespondentState> Asked(string round, IReadOnlyList<RespondentFacts> facts, IReadOnlyList<RespondentState> stored)
    {
        var states = stored.ToDictionary(s => s.Address);
        var present = facts.Select(f => f.Address).ToHashSet();
        var gone = stored.Where(s => !present.Contains(s.Address)).ToList();
        var given = gone.Where(s => s.Answer is not null).SelectMany(s => s.Hats).Select(h => h.Subject).ToHashSet(StringComparer.Ordinal);
        var asked = facts
            .Select(f => f with { Hats = [.. f.Hats.Where(h => !given.Contains(h.Subject))] })
            .Where(f => f.Hats.Count > 0)
            .Select(f => states.TryGetValue(f.Address, out var state)
                ? state with { To = f.To, Hats = f.Hats, IsAsked = true }
                : RespondentState.New(round, f))
            .ToList();
        var left = stored.ExceptBy(asked.Select(a => a.Address), s => s.Address);
        return [.. asked, .. left.Select(s => s with { IsAsked = false, Planned = null })];
    }

    /// <summary>The state with what ought to be on its way now. Deciding again changes nothing.</summary>
    public static RespondentState Call(RespondentState state, RoundState round, FollowUpSituation situation)
    {
        if (!round.IsOpenOn(situation.Today) || !state.IsAsked || state.Answer is not null)
        {
            return state with { Planned = null };
        }

        var invitation = new PlannedCall(null, round.Closes, round.Title, state.To, null);
        if (state is { Heard.Count: 0, Planned: null or { Step: null, EndedAt: null } })
        {
            return state with { Planned = Kept(state.Planned, invitation) };
        }

        return Step(state, round, situation) is { } step
            ? state with { Planned = Kept(state.Planned, invitation with { Step = step }) }
            : state.Planned is { EndedAt: not null } ? state : state with { Planned = null };
    }

    /// <summary>The state when what could be said now is taken as known.</summary>
    public static RespondentState TakeAsKnown(RespondentState state, RoundState round, FollowUpSituation situation) =>
        Call(state, round, situation).Planned is { } call
            ? state with { Planned = null, Heard = [.. state.Heard, new HeardCall(null, call.Closes, situation.Now)] }
            : state;

    /// <summary>The latest reminder due, unless the last mail said as much: it named the same closing day, and came no earlier than the reminder was due.</summary>
    private static int? Step(RespondentState state, RoundState round, FollowUpSituation situation)
    {
        if (situation.LatestStep(round) is not { } step)
        {
            return null;
        }

        var due = situation.DueOf(round, step);
        var last = state.Heard.LastOrDefault(h => h.Closes == round.Closes)?.At;
        var tried = state.Planned is { EndedAt: { } ended } planned && planned.Closes == round.Closes && planned.Step != step ? ended : (DateTimeOffset?)null;
        return last >= due || tried >= due ? null : step;
    }

    private static PlannedCall Kept(PlannedCall? planned, PlannedCall wanted) => planned is not null && planned.IsSameAs(wanted) ? planned : wanted;
}
