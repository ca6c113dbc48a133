namespace Notify.Core.Agreements;

/// <summary>
/// The decision of the agreements watch about one agreement: what ought to be on its way now. A pure function of state, facts and
/// situation (DESIGN "2. Agreements").
/// </summary>
public static class AgreementRule
{
    /// <summary>What is to be said now. Deciding again changes nothing.</summary>
    /// <param name="facts">Null when the agreement is not in the register.</param>
    public static AgreementDecision Decide(AgreementState state, AgreementFacts? facts, AgreementSituation situation)
    {
        if (facts is not { IsWatched: true })
        {
            return new(state.At(null, situation.Today) with { Planned = [] }, null);
        }

        var standing = Standing.Of(facts.Agreement, state);
        var steps = situation.StepsOf(facts.Agreement);
        var present = state.At(standing, situation.Today) with { Materials = state.Materials ?? [.. facts.Materials.Select(AgreementFacts.KeyOf)] };
        var latest = steps.LatestDue(standing.Counts, situation.Now);
        var notice = Notice(present, facts, latest);
        Saying?[] wanted = [Step(present, facts, latest, notice), notice, Review(present, facts), Conflict(present, standing, situation)];
        return new(
            present with { Planned = [.. wanted.OfType<Saying>()], ConflictTold = standing.Answer == AnswerStanding.Conflict ? present.ConflictTold : null },
            steps.NextDue(standing.Counts, situation.Now));
    }

    /// <summary>The state when everything that could be said now is taken as known: no step that is due, no new day, no material is told any more.</summary>
    /// <param name="facts">Null when the agreement is not in the register.</param>
    public static AgreementState TakeAsKnown(AgreementState state, AgreementFacts? facts, AgreementSituation situation)
    {
        if (facts is not { IsWatched: true })
        {
            return Decide(state, facts, situation).State;
        }

        var standing = Standing.Of(facts.Agreement, state);
        var present = state.At(standing, situation.Today);
        var latest = situation.StepsOf(facts.Agreement).LatestDue(standing.Counts, situation.Now);
        return present with
        {
            Heard = latest is { } step && !(present.HeardOf(standing.Counts) >= step)
                ? [.. present.Heard.Where(h => h.Day != standing.Counts), new HeardStep(standing.Counts, step, situation.Now)]
                : present.Heard,
            Known = present.Known is { } known ? known with { Day = standing.Counts } : null,
            Materials = [.. (present.Materials ?? []).Union(facts.Materials.Select(AgreementFacts.KeyOf))],
            ConflictTold = standing.Answer == AnswerStanding.Conflict ? standing.Registered : null,
            Planned = [],
        };
    }

    /// <summary>The latest step that is due, unless people have heard it or a notice of the new day makes it needless.</summary>
    private static Saying? Step(AgreementState state, AgreementFacts facts, int? latest, Saying? notice)
    {
        var day = state.Counts!.Value;
        if (latest is not { } step || (step < 0 && notice is { IsUndelivered: false, IsHeard: false }))
        {
            return null;
        }

        var wanted = new Saying(SayingTopic.Step, day, step, facts.Parties, [], [], []);
        var planned = state.PlannedOn(SayingTopic.Step);
        return planned is { IsHeard: true } && planned.Day == day && planned.Step == step ? planned
            : state.HeardOf(day) >= step ? null
            : Kept(planned, wanted);
    }

    /// <summary>That the day is another than people were told: said once, to all of them.</summary>
    private static Saying? Notice(AgreementState state, AgreementFacts facts, int? latest)
    {
        var day = state.Counts!.Value;
        var planned = state.PlannedOn(SayingTopic.Revised);
        if (state.Known is not { } known || known.Day == day)
        {
            return planned is { IsHeard: true } && planned.Day == day ? planned : null;
        }

        var parties = known.Addresses.Except(facts.Informed).Union(facts.Parties);
        return Kept(planned, new(SayingTopic.Revised, day, latest < 0 ? latest : null, [.. parties], facts.Informed, [], []));
    }

    private static Saying? Review(AgreementState state, AgreementFacts facts)
    {
        var planned = state.PlannedOn(SayingTopic.Review);
        var news = facts.Materials.Select(AgreementFacts.KeyOf).Except(state.Materials!).ToList();
        return news.Count == 0
            ? planned is { IsHeard: true } ? planned : null
            : Kept(planned, new(SayingTopic.Review, state.Counts!.Value, null, facts.Parties, [], news, []));
    }

    private static Saying? Conflict(AgreementState state, Standing standing, AgreementSituation situation) =>
        standing.Answer != AnswerStanding.Conflict || state.ConflictTold == standing.Registered
            ? null
            : Kept(
                state.PlannedOn(SayingTopic.Conflict),
                new(SayingTopic.Conflict, standing.Registered, null, [situation.District.CoordinatorEmail], [], [], []));

    private static Saying Kept(Saying? planned, Saying wanted) => planned is not null && planned.IsSameAs(wanted) ? planned : wanted;
}

/// <summary>What the watch has decided about one agreement.</summary>
/// <param name="State">The state from now on; <see cref="AgreementState.Planned"/> is what ought to be on its way, mails or none yet.</param>
/// <param name="NextDue">When it must be looked at again although nothing changes; null: never.</param>
public sealed record AgreementDecision(AgreementState State, DateTimeOffset? NextDue);
