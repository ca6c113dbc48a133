using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>What those invited see, and answer, behind the links of a mail about a forum.</summary>
public sealed class ForumReplies(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    /// <summary>
    /// Everybody who answers at the same moment changes the forum's row, and one of them gets through each time: enough for all
    /// schools of a district at once.
    /// </summary>
    private const int Tries = 256;

    /// <summary>What the page shows; null when the district or the forum is no more.</summary>
    public async Task<ForumView?> ViewAsync(LinkToken token, CancellationToken ct) =>
        await ReadAsync(token, ct) is { } read ? read.View(clock.GetUtcNow()) : null;

    /// <summary>Records an answer, for whoever holds the link; the last one counts.</summary>
    /// <returns>Null when the district or the forum is no more.</returns>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public Task<ForumReplyResult?> AnswerAsync(LinkToken token, ForumReplyForm form, CancellationToken ct) => Conflicts.RetryAsync(
        async () => await ReadAsync(token, ct) is { } read ? await RecordAsync(read, form, ct) : null, Tries);

    private async Task<ForumReplyResult> RecordAsync(Reading read, ForumReplyForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (outcome, forum, invitee) = ForumReplyRule.Decide(read.Forum.Value, read.Self.Value, read.Others, form, read.View(now), now);
        if (outcome != ForumReplyOutcome.Recorded)
        {
            return new(outcome, read.View(now));
        }

        await store.CommitAsync(
            read.District.Code.ToString(),
            [
                read.Forum.With(ForumsKeys.Forum(forum.Id), forum, ForumsJson.Default.ForumState),
                read.Self.With(ForumsKeys.Invitee(forum.Id, invitee.Invitee), invitee, ForumsJson.Default.InviteeState),
                new RecordChange.Put(WatchKeys.Answered(ForumsKeys.Watch), "{}"),
            ],
            ct);
        var after = read with { Forum = read.Forum with { Value = forum }, Self = read.Self with { Value = invitee } };
        return new(outcome, after.View(now));
    }

    private async Task<Reading?> ReadAsync(LinkToken token, CancellationToken ct)
    {
        var partition = token.District.ToString();
        if (await runner.SnapshotAsync(token.District, ct) is not { } snapshot
            || !token.Subject.StartsWith(ForumsKeys.InviteePrefix, StringComparison.Ordinal)
            || await store.FindAsync(partition, token.Subject, ForumsJson.Default.InviteeState, ct) is not { } self
            || await store.FindAsync(partition, ForumsKeys.Forum(self.Value.Forum), ForumsJson.Default.ForumState, ct) is not { } forum)
        {
            return null;
        }

        var all = await store.ListAsync(partition, ForumsKeys.InviteesOf(forum.Value.Id), ForumsJson.Default.InviteeState, ct);
        return new(
            snapshot.District,
            snapshot.Forums.FirstOrDefault(f => f.Id == forum.Value.Id),
            forum,
            self,
            [.. all.Select(i => i.Value).Where(i => i.Invitee != self.Value.Invitee)]);
    }

    private sealed record Reading(
        District District, Forum? Row, Kept<ForumState> Forum, Kept<InviteeState> Self, IReadOnlyCollection<InviteeState> Others)
    {
        public ForumView View(DateTimeOffset now) => new(
            District,
            Forum.Value,
            Row,
            Self.Value,
            Seating.QueueBefore(Others, Self.Value.Seat),
            Forum.Value.IsCalledOff ? ForumDoor.CalledOff
            : Forum.Value.Meeting.Starts <= now ? ForumDoor.Begun
            : Self.Value.Told is { IsOff: true } ? ForumDoor.Withdrawn
            : ForumDoor.Open);
    }
}
