using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>What a steering group sees, and answers, behind the links of a mail about an agreement.</summary>
public sealed class AgreementReplies(IRecordStore store, RegisterStore register, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>What the page shows; null when the district or the agreement is no more.</summary>
    public async Task<ReplyView?> ViewAsync(LinkToken token, CancellationToken ct) =>
        await ReadAsync(token, ct) is { } read ? read.View(read.Kept.Value, token.Sequence, Today) : null;

    /// <summary>Records an answer, for whoever holds the link: the state follows at once, and the watch tells the others.</summary>
    /// <returns>Null when the district or the agreement is no more.</returns>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public Task<ReplyResult?> AnswerAsync(LinkToken token, AgreementReply reply, CancellationToken ct) => Conflicts.RetryAsync(
        async () => await ReadAsync(token, ct) is { } read ? await RecordAsync(token, reply, read, ct) : null, Tries);

    private DateOnly Today => StockholmTime.DateOf(clock.GetUtcNow());

    private async Task<ReplyResult> RecordAsync(LinkToken token, AgreementReply reply, Reading read, CancellationToken ct)
    {
        var state = read.Kept.Value;
        var view = read.View(state, token.Sequence, Today);
        var (outcome, answer) = ReplyRule.Decide(view, reply, clock.GetUtcNow());
        if (answer is null)
        {
            return new(outcome, view);
        }

        var answered = state with { Answer = answer, Earlier = state.Answer is { } before ? [.. state.Earlier, before] : state.Earlier };
        var next = answered.At(Standing.Of(view.Agreement, answered), Today);
        await store.CommitAsync(
            token.District.ToString(),
            [
                read.Kept.With(AgreementsKeys.Agreement(next.Id), next, AgreementsJson.Default.AgreementState),
                new RecordChange.Put(WatchKeys.Answered(AgreementsKeys.Watch), "{}"),
            ],
            ct);
        return new(outcome, read.View(next, next.Sequence, Today));
    }

    private async Task<Reading?> ReadAsync(LinkToken token, CancellationToken ct)
    {
        if (AgreementsKeys.AgreementIn(token.Subject) is not { } id || await register.PointerAsync(token.District, ct) is not { Closed: false } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(token.District, pointer, ct);
        var kept = await store.FindAsync(token.District.ToString(), AgreementsKeys.Agreement(id), AgreementsJson.Default.AgreementState, ct);
        var facts = AgreementFacts.Of(snapshot, Today).FirstOrDefault(f => f.Agreement.Id == id);
        return facts is not null && kept is not null ? new(snapshot.District, facts, kept) : null;
    }

    private sealed record Reading(District District, AgreementFacts Facts, Kept<AgreementState> Kept)
    {
        public ReplyView View(AgreementState state, long sequence, DateOnly today) => new(
            District,
            Facts.Agreement,
            Facts.Whole,
            [.. Facts.Members.Select(m => new ReplyMember(RecordKey.Hash(m.MemberEmail.ToString()), LabelOf(m))).DistinctBy(m => m.Id)],
            Standing.Of(Facts.Agreement, state),
            state.Answer,
            state.Answers,
            state.Sequence,
            today,
            today.AddMonths(Facts.Agreement.IntervalMonths ?? RevisionDay.YearlyCheck),
            IsOutdated: sequence != state.Sequence);

        private static string LabelOf(SteeringGroupMember member)
        {
            var parts = new[] { member.MemberName, member.MemberRole }.Where(p => !string.IsNullOrWhiteSpace(p)).ToList();
            return parts.Count > 0 ? string.Join(", ", parts) : member.MemberEmail.ToString();
        }
    }
}
