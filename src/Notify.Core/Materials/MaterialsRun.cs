using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>One run of the watch over a district: decides about every recipient, takes back what no longer holds, and says the rest.</summary>
/// <remarks>
/// A crash between two commits is made good by the next run: the states say what is to be said, and which mail says it; whoever
/// has no mail yet gets one.
/// </remarks>
public sealed class MaterialsRun(WatchLedger ledger, IReadOnlyList<RecipientState> stored, DistrictSnapshot snapshot, MaterialSituation situation)
{
    private readonly MaterialFacts _facts = MaterialFacts.Of(snapshot, situation.Today);
    private readonly Dictionary<string, RecipientState> _states = stored.ToDictionary(s => s.Recipient, StringComparer.Ordinal);
    private readonly Dictionary<string, MaterialReader> _readers =
        MaterialFacts.Of(snapshot, situation.Today).Readers.ToDictionary(r => r.Recipient, StringComparer.Ordinal);

    /// <summary>Takes what is published as known to everybody there is.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        foreach (var reader in _facts.Readers.Where(r => !_states.ContainsKey(r.Recipient)))
        {
            await KeepAsync(MaterialRule.TakeAsKnown(RecipientState.New(reader.Recipient, situation.Today), reader, _facts, situation), ct);
        }

        await ledger.FlushAsync(ct);
    }

    /// <summary>Decides and commits.</summary>
    /// <returns>When the watch must run again although nothing changes; null: never. Now, when it has to wait for a mail that is being sent.</returns>
    public async Task<DateTimeOffset?> DecideAsync(CancellationToken ct)
    {
        var decisions = Everybody().Select(r => MaterialRule.Decide(StateOf(r), ReaderOf(r), _facts, situation)).ToList();
        if (!await ReplaceAsync([.. decisions.Select(d => d.State)], ct))
        {
            return situation.Now;
        }

        await SayAsync(MaterialKinds.Published, s => s.News, (s, saying) => s with { News = saying }, ct);
        await SayAsync(MaterialKinds.Reminder, s => s.Reminder, (s, saying) => s with { Reminder = saying }, ct);
        await ledger.FlushAsync(ct);
        return decisions.Select(d => d.NextDue).Append(MaterialFacts.NextPublication(snapshot, situation.Today)).Min();
    }

    /// <summary>Takes every present version as known, and withdraws what waits. False, and nothing done, while one of those mails is being sent.</summary>
    public Task<bool> TakeAsKnownAsync(CancellationToken ct) =>
        ChangeAsync(Everybody(), (state, reader) => MaterialRule.TakeAsKnown(state, reader, _facts, situation), ct);

    /// <summary>Changes recipients by hand; a mail that one of them waits for and the change makes needless is withdrawn.</summary>
    /// <returns>False, and nothing done, while one of those mails is being sent.</returns>
    public async Task<bool> ChangeAsync(
        IReadOnlyList<string> recipients, Func<RecipientState, MaterialReader?, RecipientState> change, CancellationToken ct)
    {
        if (!await ReplaceAsync([.. recipients.Select(r => (Reader: ReaderOf(r), State: StateOf(r))).Select(r => MaterialRule.Decide(change(r.State, r.Reader), r.Reader, _facts, situation).State)], ct))
        {
            return false;
        }

        await ledger.FlushAsync(ct);
        return true;
    }

    /// <summary>Withdraws what no longer ought to be on its way. False, and nothing done, while one of those mails is being sent.</summary>
    private async Task<bool> ReplaceAsync(IReadOnlyList<RecipientState> wanted, CancellationToken ct)
    {
        var unwanted = wanted.SelectMany(s => StateOf(s.Recipient).WaitingMails.Except(s.WaitingMails)).ToHashSet();
        if (await ledger.WithdrawalOfAsync(unwanted, situation.Now, ct) is not { } withdrawal)
        {
            return false;
        }

        await WithdrawAsync(withdrawal, ct);
        foreach (var state in wanted)
        {
            await KeepAsync(Without(state, unwanted), ct);
        }

        return true;
    }

    private List<string> Everybody() => [.. _readers.Keys.Union(_states.Keys).Order(StringComparer.Ordinal)];

    private MaterialReader? ReaderOf(string recipient) => _readers.GetValueOrDefault(recipient);

    private RecipientState StateOf(string recipient) => _states.GetValueOrDefault(recipient) ?? RecipientState.New(recipient, null);

    /// <summary>Each mail goes in one commit with the states that forget it; all of them together might be more than one commit can hold.</summary>
    private async Task WithdrawAsync(IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>> withdrawal, CancellationToken ct)
    {
        foreach (var (mail, rows) in withdrawal)
        {
            var forgetting = _states.Values.Where(s => s.WaitingMails.Contains(mail)).Select(s => Without(s, [mail])).ToList();
            forgetting.ForEach(s => _states[s.Recipient] = s);
            await ledger.ApplyAsync(rows, [.. forgetting.Select(Kept)], ct);
        }
    }

    private async Task SayAsync(
        string kind, Func<RecipientState, MaterialSaying?> sayingOf, Func<RecipientState, MaterialSaying, RecipientState> with, CancellationToken ct)
    {
        var news = _states.Values.Where(s => sayingOf(s) is { Mail: null }).Select(s => new MaterialNews(s, _readers[s.Recipient], sayingOf(s)!));
        foreach (var digest in MaterialDigest.Of(kind, news).ToList())
        {
            var draft = MaterialMails.Draft(digest, _facts.Published, ledger.NextSequence, situation);
            var states = digest.Items.Select(i => with(_states[i.State.Recipient], i.Saying with { Mail = draft.Id, Subject = draft.Subject, Sequence = draft.Sequence })).ToList();
            states.ForEach(s => _states[s.Recipient] = s);
            await ledger.PlanAsync(draft, [.. states.Select(Kept)], ct);
        }
    }

    private Task KeepAsync(RecipientState state, CancellationToken ct)
    {
        _states[state.Recipient] = state;
        return ledger.ApplyAsync([], [Kept(state)], ct);
    }

    /// <summary>A mail that is withdrawn may have spoken for others, too; they are told anew.</summary>
    private static RecipientState Without(RecipientState state, HashSet<NotificationId> withdrawn) => state with
    {
        News = state.News is { Mail: { } news } && withdrawn.Contains(news) ? state.News.Unsaid() : state.News,
        Reminder = state.Reminder is { Mail: { } reminder } && withdrawn.Contains(reminder) ? state.Reminder.Unsaid() : state.Reminder,
    };

    private static StateChange Kept(RecipientState state) =>
        StateChange.Of(MaterialsKeys.Recipient(state.Recipient), state, MaterialsJson.Default.RecipientState);
}
