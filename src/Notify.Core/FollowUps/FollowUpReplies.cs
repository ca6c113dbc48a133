using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>What one who is asked sees, and answers, behind the link of a mail about a round.</summary>
public sealed class FollowUpReplies(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>What the page shows; null when the district or the round is no more, or the respondent is no longer asked.</summary>
    public async Task<FollowUpView?> ViewAsync(LinkToken token, CancellationToken ct) => (await ReadAsync(token, ct))?.View;

    /// <summary>Saves an answer, for whoever holds the link: it counts at once.</summary>
    /// <returns>Null when the district or the round is no more, or the respondent is no longer asked.</returns>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public Task<FollowUpReplyResult?> AnswerAsync(LinkToken token, FollowUpReply reply, CancellationToken ct) => Conflicts.RetryAsync(
        async () => await ReadAsync(token, ct) is { } read ? await RecordAsync(token, read, reply, ct) : null, Tries);

    private async Task<FollowUpReplyResult> RecordAsync(LinkToken token, Reading read, FollowUpReply reply, CancellationToken ct)
    {
        var (outcome, answer) = FollowUpReplyRule.Decide(read.View, reply, clock.GetUtcNow());
        if (answer is null)
        {
            return new(outcome, read.View);
        }

        await store.CommitAsync(token.District.ToString(), ChangesOf(read.Kept, answer), ct);
        return new(outcome, read.View with { Answer = answer });
    }

    private static RecordChange[] ChangesOf(Kept<RespondentState> kept, FollowUpAnswer answer) =>
    [
        kept.With(kept.Value.Key, kept.Value with { Answer = answer }, FollowUpsJson.Default.RespondentState),
        new RecordChange.Put(WatchKeys.Answered(FollowUpsKeys.Watch), "{}"),
    ];

    private async Task<Reading?> ReadAsync(LinkToken token, CancellationToken ct)
    {
        if (FollowUpsKeys.RespondentIn(token.Subject) is not { } key || await runner.SnapshotAsync(token.District, ct) is not { } snapshot
            || await store.FindAsync(token.District.ToString(), key, FollowUpsJson.Default.RespondentState, ct) is not { } kept
            || await store.FindAsync(token.District.ToString(), FollowUpsKeys.Round(kept.Value.Round), FollowUpsJson.Default.RoundState, ct) is not { } round)
        {
            return null;
        }

        var respondent = kept.Value;
        return round.Value.Stage == RoundStage.Removed || !respondent.Counts
            ? null
            : new(kept, new(
                snapshot.District,
                round.Value,
                [.. respondent.Hats.Select(h => h.School).OfType<string>()],
                respondent.Answer,
                StockholmTime.DateOf(clock.GetUtcNow())));
    }

    private sealed record Reading(Kept<RespondentState> Kept, FollowUpView View);
}
