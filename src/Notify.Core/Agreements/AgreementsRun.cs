using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>One run of the watch over a district: decides about every agreement, takes back what no longer holds, and says the rest.</summary>
/// <remarks>
/// A crash between two commits is made good by the next run: the states say what is to be said and to whom, and which mails
/// say it; whoever has no mail yet gets one.
/// </remarks>
public sealed class AgreementsRun(
    WatchLedger ledger, IReadOnlyList<AgreementState> stored, DistrictSnapshot snapshot, AgreementSituation situation)
{
    private readonly Dictionary<string, AgreementFacts> _facts = AgreementFacts.Of(snapshot, situation.Today).ToDictionary(f => f.Agreement.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, AgreementState> _stored = stored.ToDictionary(a => a.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, AgreementState> _states = new(StringComparer.Ordinal);

    /// <summary>Decides and commits.</summary>
    /// <returns>When the watch must run again although nothing changes; null: never. Now, when it has to wait for a mail that is being sent.</returns>
    public async Task<DateTimeOffset?> DecideAsync(CancellationToken ct)
    {
        var decisions = _facts.Keys.Union(_stored.Keys).Order(StringComparer.Ordinal)
            .Select(id => AgreementRule.Decide(_stored.GetValueOrDefault(id) ?? AgreementState.New(id, situation.Today), _facts.GetValueOrDefault(id), situation))
            .ToList();
        var waiting = _stored.Values.SelectMany(s => s.WaitingMails).ToHashSet();
        var withdrawn = Withdrawn(_stored.Values, decisions.ToDictionary(d => d.State.Id, d => d.State, StringComparer.Ordinal)).Intersect(waiting).ToHashSet();
        if (await ledger.WithdrawalOfAsync(withdrawn, situation.Now, ct) is not { } withdrawal)
        {
            return situation.Now;
        }

        await WithdrawAsync(withdrawal, ct);
        foreach (var decision in decisions)
        {
            _states[decision.State.Id] = Without(decision.State, withdrawn);
            await ledger.ApplyAsync([], [Kept(_states[decision.State.Id])], ct);
        }

        await SayAsync(ct);
        await ledger.FlushAsync(ct);
        return decisions.Min(d => d.NextDue);
    }

    /// <summary>Takes everything that could be said as known, and withdraws what waits. False, and nothing done, while one of those mails is being sent.</summary>
    public async Task<bool> TakeAsKnownAsync(CancellationToken ct)
    {
        if (await ledger.WithdrawalOfAsync(_stored.Values.SelectMany(s => s.WaitingMails).ToHashSet(), situation.Now, ct) is not { } withdrawal)
        {
            return false;
        }

        await WithdrawAsync(withdrawal, ct);
        foreach (var id in _facts.Keys.Union(_stored.Keys))
        {
            var known = AgreementRule.TakeAsKnown(_stored.GetValueOrDefault(id) ?? AgreementState.New(id, situation.Today), _facts.GetValueOrDefault(id), situation);
            await ledger.ApplyAsync([], [Kept(known)], ct);
        }

        await ledger.FlushAsync(ct);
        return true;
    }

    /// <summary>Each mail goes in one commit with the states that forget it; all of them together might be more than one commit can hold.</summary>
    private async Task WithdrawAsync(IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>> withdrawal, CancellationToken ct)
    {
        var states = new Dictionary<string, AgreementState>(_stored, StringComparer.Ordinal);
        foreach (var (mail, rows) in withdrawal)
        {
            var forgetting = states.Values.Where(s => s.Planned.Any(p => p.Mails.Any(m => m.Id == mail))).Select(s => Without(s, [mail])).ToList();
            forgetting.ForEach(s => states[s.Id] = s);
            await ledger.ApplyAsync(rows, [.. forgetting.Select(Kept)], ct);
        }
    }

    private async Task SayAsync(CancellationToken ct)
    {
        var news = _states.Values
            .SelectMany(s => s.Planned, (state, saying) => (state, saying))
            .Where(n => n.saying.Missing.Any())
            .Select(n => new AgreementNews(n.state, _facts[n.state.Id], n.saying))
            .ToList();
        var drafted = new HashSet<NotificationId>();
        foreach (var digest in AgreementDigest.Of(news, situation.District.DirectorEmail, situation.Options.EscalateAfter))
        {
            var draft = AgreementMails.Draft(digest, ledger.NextSequence, situation);
            if (!drafted.Add(draft.Id))
            {
                // The same people have so many agreements that they get a further mail, which needs a number of its own.
                await ledger.FlushAsync(ct);
                draft = AgreementMails.Draft(digest, ledger.NextSequence, situation);
                drafted.Add(draft.Id);
            }

            var mail = new SayingMail(draft.Id, digest.To, MailOutcome.Waiting);
            var states = digest.Items.Select(i => With(_states[i.State.Id], digest.Topic, mail)).ToList();
            states.ForEach(s => _states[s.Id] = s);
            await ledger.PlanAsync(draft, [.. states.Select(Kept)], ct);
        }
    }

    private static StateChange Kept(AgreementState state) =>
        StateChange.Of(AgreementsKeys.Agreement(state.Id), state, AgreementsJson.Default.AgreementState);

    /// <summary>The mails that say something which ought not to be on its way any more.</summary>
    private static IEnumerable<NotificationId> Withdrawn(IEnumerable<AgreementState> stored, Dictionary<string, AgreementState> wanted) =>
        from before in stored
        from mail in before.Planned.SelectMany(s => s.Mails)
        where !wanted[before.Id].Planned.Any(s => s.Mails.Any(m => m.Id == mail.Id))
        select mail.Id;

    /// <summary>A mail that is withdrawn may have said more than what no longer holds; that is said anew.</summary>
    private static AgreementState Without(AgreementState state, HashSet<NotificationId> withdrawn) =>
        state with { Planned = [.. state.Planned.Select(s => s with { Mails = [.. s.Mails.Where(m => !withdrawn.Contains(m.Id))] })] };

    private static AgreementState With(AgreementState state, SayingTopic topic, SayingMail mail) =>
        state with { Planned = [.. state.Planned.Select(s => s.Topic == topic ? s with { Mails = [.. s.Mails, mail] } : s)] };
}
