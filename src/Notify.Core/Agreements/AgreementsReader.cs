using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>Reads the agreements of a district for pages and status: the register beside what has been answered.</summary>
public sealed class AgreementsReader(IRecordStore store, RegisterStore register, AgreementsOptions options, TimeProvider clock)
{
    /// <summary>The day in Stockholm.</summary>
    public DateOnly Today => StockholmTime.DateOf(clock.GetUtcNow());

    /// <summary>The district's agreements now; null when there is no such district, or no longer. Three store operations when the snapshot is cached.</summary>
    public async Task<DistrictAgreements?> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        if (await register.PointerAsync(district, ct) is not { Closed: false } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var states = (await store.ListAsync(district.ToString(), AgreementsKeys.AgreementPrefix, AgreementsJson.Default.AgreementState, ct))
            .ToDictionary(s => s.Value.Id, s => s.Value, StringComparer.Ordinal);
        var rows = AgreementFacts.Of(snapshot, Today).Select(f => Row(f, states.GetValueOrDefault(f.Agreement.Id) ?? AgreementState.New(f.Agreement.Id, Today)));
        return new(
            snapshot.District,
            [.. rows.OrderBy(r => r.Stage == AgreementStage.Ended).ThenBy(r => r.Standing.Counts).ThenBy(r => r.Agreement.Id, StringComparer.Ordinal)]);
    }

    private AgreementRow Row(AgreementFacts facts, AgreementState state)
    {
        var standing = Standing.Of(facts.Agreement, state);
        return new(facts.Agreement.District, facts, state, standing, StageOf(facts, state, standing), facts.IsWatched ? standing.OverdueDays(Today) : 0);
    }

    private AgreementStage StageOf(AgreementFacts facts, AgreementState state, Standing standing)
    {
        var reminded = (facts.Agreement.RemindDays ?? options.Steps).Prepend(0).Max();
        return !facts.IsWatched ? AgreementStage.Ended
            : standing.OverdueDays(Today) > 0 ? AgreementStage.Overdue
            : standing.IsUnderWay(state.Answer) || facts.Agreement.Status == AgreementStatus.UnderRevision ? AgreementStage.UnderWay
            : standing.Counts <= Today.AddDays(reminded) ? AgreementStage.Soon
            : AgreementStage.InTime;
    }
}
