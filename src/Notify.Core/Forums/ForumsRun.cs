using Notify.Core.Contacts;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>One run of the watch over a district: decides about every forum and everybody it is for, takes back what no longer holds, and says the rest.</summary>
/// <remarks>What concerns one invitee, its state, the mail taken back and the new one, is one commit: a crash between two is made good by the next run.</remarks>
public sealed class ForumsRun(WatchLedger ledger, DistrictSnapshot snapshot, ForumSituation situation)
{
    /// <summary>Forums longer past than this are looked at by reports only.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(400);

    private readonly Dictionary<string, ForumFacts> _facts = ForumFacts.Of(snapshot).ToDictionary(f => f.Forum.Id, StringComparer.Ordinal);
    private readonly ForumMails _mails = new(situation);

    /// <summary>Decides and commits.</summary>
    /// <returns>When the watch must run again although nothing changes; null: never. Now, when it has to wait for a mail that is being sent.</returns>
    public async Task<DateTimeOffset?> DecideAsync(CancellationToken ct)
    {
        var isBusy = false;
        var forums = await PresentAsync(ct);
        foreach (var forum in forums)
        {
            await ApplySeatsAsync(forum, ct);
            foreach (var invitee in forum.Invitees.Values.ToList())
            {
                var decided = InviteeRule.Decide(forum.State, invitee, forum.InviteeOf(invitee), situation);
                isBusy |= !await SayAsync(forum, invitee, decided, ct);
            }

            isBusy |= !await ListAsync(forum, ct);
        }

        await new CallList(ledger, snapshot, situation).ApplyAsync(SilentSchools.Of(forums.Select(f => (f.State, f.Present)), situation.Now), ct);
        await ledger.FlushAsync(ct);
        return isBusy ? situation.Now : NextDue(forums);
    }

    /// <summary>Takes everything that could be said as known, and withdraws what waits. False while one of those mails is being sent; the rest is done.</summary>
    public async Task<bool> TakeAsKnownAsync(CancellationToken ct)
    {
        var isDone = true;
        foreach (var forum in await PresentAsync(ct))
        {
            foreach (var invitee in forum.Invitees.Values.ToList())
            {
                isDone &= await SayAsync(forum, invitee, InviteeRule.TakeAsKnown(forum.State, invitee, forum.InviteeOf(invitee), situation), ct);
            }
        }

        await ledger.FlushAsync(ct);
        return isDone;
    }

    /// <summary>Every forum as the register has it now, with those it is or was for.</summary>
    private async Task<IReadOnlyList<PresentForum>> PresentAsync(CancellationToken ct)
    {
        var stored = (await ledger.ReadAsync(ForumsKeys.ForumPrefix, ForumsJson.Default.ForumState, ct)).ToDictionary(f => f.Id, StringComparer.Ordinal);
        var attendance = snapshot.Attendance.ToLookup(a => a.Forum, StringComparer.Ordinal);
        var forums = new List<PresentForum>();
        foreach (var id in _facts.Keys.Union(stored.Keys).Order(StringComparer.Ordinal))
        {
            var facts = _facts.GetValueOrDefault(id);
            if (MeetingRule.Follow(stored.GetValueOrDefault(id), facts?.Forum, situation.Now) is { } state)
            {
                await ledger.ApplyAsync([], [Kept(state)], ct);
                if (state.Meeting.Ends > situation.Now - Remembered)
                {
                    var invitees = await ledger.ReadAsync(ForumsKeys.InviteesOf(id), ForumsJson.Default.InviteeState, ct);
                    var present = new PresentForum(state, facts, invitees);
                    present.Record(attendance[id], snapshot.Schools, situation.Now);
                    forums.Add(present);
                }
            }
        }

        return forums;
    }

    /// <summary>
    /// Whoever was told that the forum is off, or no longer for it, leaves its seat and answers anew if it is invited again; a slip in
    /// the register that was mended before anybody heard of it changes nothing. Then those who wait move up.
    /// </summary>
    private async Task ApplySeatsAsync(PresentForum forum, CancellationToken ct)
    {
        if (forum.State.Meeting.Starts <= situation.Now)
        {
            return;
        }

        foreach (var gone in forum.Invitees.Values.Where(i => i.Answer is not null && i.IsGone).ToList())
        {
            // Staged before those who move up, so that no commit ever has both seated.
            forum.Invitees[gone.Invitee] = gone with { Answer = null, Seat = null, SeatTold = null };
            await ledger.ApplyAsync([], [Kept(forum.Invitees[gone.Invitee])], ct);
        }

        foreach (var promoted in forum.State.IsCalledOff ? [] : Seating.Promoted(forum.Present, forum.State.Capacity))
        {
            forum.State = forum.State with { Turns = forum.State.Turns + 1 };
            forum.Invitees[promoted.Invitee] = promoted;
            await ledger.ApplyAsync([], [Kept(forum.State), Kept(promoted)], ct);
        }
    }

    /// <summary>Takes back the mails that say what no longer holds, and plans those for what is not on its way yet. False when one of them is being sent.</summary>
    private async Task<bool> SayAsync(PresentForum forum, InviteeState before, InviteeState decided, CancellationToken ct)
    {
        var kept = decided.Sayings.Select(s => s.Mail).OfType<NotificationId>().ToHashSet();
        if (await ledger.WithdrawalOfAsync(before.WaitingMails.Where(m => !kept.Contains(m)), situation.Now, ct) is not { } withdrawal)
        {
            return false;
        }

        var drafts = new List<NotificationDraft>();
        var sayings = new List<ForumSaying>();
        foreach (var saying in decided.Sayings)
        {
            var draft = saying.Mail is null ? _mails.Draft(forum, decided, saying, ledger.NextSequence) : null;
            drafts.AddRange(draft is null ? [] : [draft]);
            sayings.Add(draft is null ? saying : saying with { Mail = draft.Id });
        }

        var after = decided with { Planned = sayings.Count == 0 ? null : sayings };
        forum.Invitees[after.Invitee] = after;
        await ledger.PlanAsync(drafts, [.. withdrawal.Values.SelectMany(rows => rows)], forum.IsStored(after) || after.IsWorthKeeping ? [Kept(after)] : [], ct);
        return true;
    }

    /// <summary>The list of those who come goes once for each start. False when one that says another start is being sent.</summary>
    private async Task<bool> ListAsync(PresentForum forum, CancellationToken ct)
    {
        var (state, starts) = (forum.State, forum.State.Meeting.Starts);
        var isDue = !state.IsCalledOff && starts > situation.Now && situation.ListDue(starts) <= situation.Now && forum.Present.Any(i => i.Told is { IsOff: false });
        var isOutdated = state.List is { } list && (state.IsCalledOff || list.Starts != starts);
        if (starts <= situation.Now || (!isOutdated && (state.List is not null || !isDue)))
        {
            return true;
        }

        if (await ledger.WithdrawalOfAsync(state.List is { Outcome: not MailOutcome.Accepted } waiting ? [waiting.Mail] : [], situation.Now, ct) is not { } withdrawal)
        {
            return false;
        }

        var draft = isDue ? _mails.List(forum, ledger.NextSequence) : null;
        forum.State = state with { List = draft is null ? null : new(starts, draft.Id, draft.Recipients[0], MailOutcome.Waiting) };
        await ledger.PlanAsync(draft is null ? [] : [draft], [.. withdrawal.Values.SelectMany(rows => rows)], [Kept(forum.State)], ct);
        return true;
    }

    private DateTimeOffset? NextDue(IEnumerable<PresentForum> forums) =>
        forums.Where(f => !f.State.IsCalledOff)
            .SelectMany(f => situation.DueTimes(f.State.Meeting.Starts).Append(f.State.Meeting.Starts).Select(t => (DateTimeOffset?)t).Append(SilentSchools.NextDue(f.State, situation.Now)))
            .Where(t => t > situation.Now).Min();

    private static StateChange Kept(ForumState state) => StateChange.Of(ForumsKeys.Forum(state.Id), state, ForumsJson.Default.ForumState);

    private static StateChange Kept(InviteeState state) =>
        StateChange.Of(ForumsKeys.Invitee(state.Forum, state.Invitee), state, ForumsJson.Default.InviteeState);
}
