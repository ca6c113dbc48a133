using Notify.Core.FollowUps.Results;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>One run of the watch over a district: opens and closes rounds, asks those who are to be asked, and tells what came out of it.</summary>
/// <remarks>A crash between two commits is made good by the next run: whatever is planned and has no mail yet gets one.</remarks>
public sealed class FollowUpsRun(WatchLedger ledger, DistrictSnapshot snapshot, FollowUpSituation situation)
{
    private readonly Dictionary<string, FollowUp> _rows = snapshot.FollowUps.ToDictionary(f => f.Id, StringComparer.Ordinal);

    /// <summary>Decides and commits.</summary>
    /// <returns>When the watch must run again although nothing changes; null: never. Now, when it has to wait for a mail that is being sent.</returns>
    public async Task<DateTimeOffset?> DecideAsync(CancellationToken ct)
    {
        var rounds = await ReadAsync(ct);
        var withdrawn = rounds.SelectMany(r => r.Withdrawn).ToHashSet();
        if (await ledger.WithdrawalOfAsync(withdrawn, situation.Now, ct) is not { } withdrawal)
        {
            return situation.Now;
        }

        await CarryOutAsync(rounds, withdrawal, ct);
        return rounds.Min(r => RoundRule.NextDue(r.State, situation));
    }

    /// <summary>Takes everything that could be said as known, and withdraws what waits. False, and nothing done, while one of those mails is being sent.</summary>
    public async Task<bool> TakeAsKnownAsync(CancellationToken ct)
    {
        var rounds = (await ReadAsync(ct)).Select(r => r with
        {
            State = r.State.Mail is { IsAccepted: false } ? r.State with { Mail = null } : r.State,
            Respondents = [.. r.Respondents.Select(p => RespondentRule.TakeAsKnown(p, r.State, situation))],
        }).ToList();
        if (await ledger.WithdrawalOfAsync(rounds.SelectMany(r => r.Withdrawn).ToHashSet(), situation.Now, ct) is not { } withdrawal)
        {
            return false;
        }

        await CarryOutAsync(rounds, withdrawal, ct);
        return true;
    }

    private async Task<IReadOnlyList<DecidedRound>> ReadAsync(CancellationToken ct)
    {
        var stored = (await ledger.ReadAsync(FollowUpsKeys.RoundPrefix, FollowUpsJson.Default.RoundState, ct)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var rounds = new List<DecidedRound>();
        foreach (var id in _rows.Keys.Union(stored.Keys).Order(StringComparer.Ordinal))
        {
            var before = stored.GetValueOrDefault(id);
            var row = _rows.GetValueOrDefault(id);
            if (RoundRule.Decide(before, row, row is null ? null : Questionnaire.Of(row, snapshot.Questionnaires), situation.Today) is { } state)
            {
                rounds.Add(await DecideAsync(before, state, row, ct));
            }
        }

        return rounds;
    }

    /// <summary>Those who are asked are read only where something can change for them.</summary>
    private async Task<DecidedRound> DecideAsync(RoundState? before, RoundState state, FollowUp? row, CancellationToken ct)
    {
        if (before?.Stage != RoundStage.Open && state.Stage != RoundStage.Open)
        {
            return new(before, state, [], []);
        }

        var stored = await ledger.ReadAsync(FollowUpsKeys.RespondentsOf(state.Id), FollowUpsJson.Default.RespondentState, ct);
        var asked = state.IsOpenOn(situation.Today) && row is not null
            ? RespondentRule.Asked(state.Id, RespondentFacts.Of(row, snapshot), stored)
            : stored;
        var closed = state.Stage == RoundStage.Open && situation.Now >= situation.ResultDue(state) ? Closed(state, asked) : state;
        return new(before, closed, stored, [.. asked.Select(r => RespondentRule.Call(r, closed, situation))]);
    }

    private static RoundState Closed(RoundState state, IReadOnlyList<RespondentState> respondents)
    {
        var counted = respondents.Where(r => r.Counts).ToList();
        var answers = counted.Where(r => r.Answer is not null).Select(r => new CountedAnswer(r.Groups, r.Answer!.Choices)).ToList();
        return state with
        {
            Stage = RoundStage.Closed,
            Result = RoundResult.Of(state.Questionnaire, [.. counted.Select(r => r.Groups)], answers),
            Mail = new(null, false),
        };
    }

    private async Task CarryOutAsync(
        IReadOnlyList<DecidedRound> rounds, IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>> withdrawal, CancellationToken ct)
    {
        foreach (var round in rounds)
        {
            await CarryOutAsync(round, rounds, withdrawal, ct);
        }

        await ledger.FlushAsync(ct);
    }

    private async Task CarryOutAsync(
        DecidedRound round, IReadOnlyList<DecidedRound> rounds, IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>> withdrawal, CancellationToken ct)
    {
        var before = round.Before?.WaitingMails.SelectMany(id => withdrawal.GetValueOrDefault(id) ?? []).ToList() ?? [];
        var stored = round.Stored.ToDictionary(r => r.Address);
        foreach (var respondent in round.Respondents)
        {
            var rows = stored.GetValueOrDefault(respondent.Address)?.WaitingMails.SelectMany(id => withdrawal.GetValueOrDefault(id) ?? []).ToList() ?? [];
            await SayAsync(rows, respondent, round.State, ct);
        }

        // Last, so that a round is closed only once all else is done.
        await TellAsync(before, round.State, rounds.Select(r => r.State), ct);
    }

    private async Task SayAsync(IReadOnlyCollection<RecordChange> withdrawn, RespondentState respondent, RoundState round, CancellationToken ct)
    {
        if (respondent.Planned is not { Mail: null } call)
        {
            await ledger.ApplyAsync(withdrawn, [Kept(respondent)], ct);
            return;
        }

        // What the mail replaces is forgotten first: should the next commit fail, the call is still to be planned.
        await ledger.ApplyAsync(withdrawn, [Kept(respondent with { Planned = null })], ct);
        var draft = FollowUpMails.Call(respondent, call, round, ledger.NextSequence, situation);
        await ledger.PlanAsync(draft, [Kept(respondent with { Planned = call with { Mail = draft.Id } })], ct);
    }

    private async Task TellAsync(IReadOnlyCollection<RecordChange> withdrawn, RoundState round, IEnumerable<RoundState> others, CancellationToken ct)
    {
        if (!round.IsUntold)
        {
            await ledger.ApplyAsync(withdrawn, [Kept(round)], ct);
            return;
        }

        var draft = FollowUpMails.Result(round, EarlierRounds.Before(round, others), snapshot.SteeringGroups, ledger.NextSequence, situation);
        await ledger.PlanAsync(draft, [Kept(round with { Mail = new(draft.Id, false) })], ct);
    }

    private static StateChange Kept(RoundState round) => StateChange.Of(FollowUpsKeys.Round(round.Id), round, FollowUpsJson.Default.RoundState);

    private static StateChange Kept(RespondentState respondent) =>
        StateChange.Of(respondent.Key, respondent, FollowUpsJson.Default.RespondentState);

    /// <summary>A round as it was stored and as it is to be.</summary>
    private sealed record DecidedRound(
        RoundState? Before, RoundState State, IReadOnlyList<RespondentState> Stored, IReadOnlyList<RespondentState> Respondents)
    {
        /// <summary>The mails that ought not to be on their way any more.</summary>
        public IEnumerable<NotificationId> Withdrawn
        {
            get
            {
                var wanted = Respondents.SelectMany(r => r.WaitingMails).Concat(State.WaitingMails).ToHashSet();
                return Stored.SelectMany(r => r.WaitingMails).Concat(Before?.WaitingMails ?? []).Where(id => !wanted.Contains(id));
            }
        }
    }
}
