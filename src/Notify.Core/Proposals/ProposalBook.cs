using System.Text.Json;
using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Core.Proposals;

/// <summary>Keeps the proposals: made anew when the units or the register have changed; what somebody ignored stays ignored as long as it says the same.</summary>
public sealed class ProposalBook(IRecordStore store, RegisterStore register, SchoolUnitBook units, TimeProvider clock)
{
    internal const string Prefix = "proposal:";
    internal static readonly string Note = SourceKeys.Note(SchoolUnitSource.SourceName, "proposals");

    /// <summary>All that are kept, ignored ones included, by id. One store operation.</summary>
    public async Task<IReadOnlyList<KeptProposal>> ReadAsync(CancellationToken ct) =>
        [.. (await store.ListAsync(Partitions.System, Prefix, ProposalJson.Default.KeptProposal, ct)).Select(k => k.Value)];

    /// <summary>How many wait for the coordinator of a district: those of its schools, and new schools, which may be its own. One store operation.</summary>
    public async Task<int> CountAsync(DistrictCode district, CancellationToken ct) =>
        (await ReadAsync(ct)).Count(p => p.IsOpen && (p.Proposal.Districts.Count == 0 || p.Proposal.Districts.Contains(district)));

    /// <summary>Makes the proposals anew. Two store operations when nothing has changed.</summary>
    /// <param name="areUnitsNew">Whether units have been read since.</param>
    /// <returns>Whether they were made anew.</returns>
    public async Task<bool> RefreshAsync(string municipality, bool areUnitsNew, CancellationToken ct)
    {
        var mark = await MarkAsync(ct);
        var generation = await register.LatestImportAsync(ct) ?? "";
        if (!areUnitsNew && mark.Value.Generation == generation)
        {
            return false;
        }

        var proposals = ProposalRule.Of(await register.ContentAsync(ct), (await units.ReadAsync(municipality, ct)).Values.Select(u => u.Unit)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var before = (await store.ListAsync(Partitions.System, Prefix, ProposalJson.Default.KeptProposal, ct)).ToDictionary(k => k.Value.Proposal.Id, StringComparer.Ordinal);
        var gone = before.Values.Where(k => !proposals.ContainsKey(k.Value.Proposal.Id)).Select(k => (RecordChange)new RecordChange.Delete(Prefix + k.Value.Proposal.Id, k.ETag));
        var news = proposals.Values.Where(p => !before.TryGetValue(p.Id, out var kept) || !kept.Value.Proposal.IsSameAs(p)).Select(p => ChangeOf(p, before.GetValueOrDefault(p.Id)));
        foreach (var changes in gone.Concat(news).Chunk(RecordLimits.MaxOwnChanges))
        {
            await store.CommitAsync(Partitions.System, changes, ct);
        }

        await store.CommitAsync(Partitions.System, [mark.With(Note, mark.Value with { Generation = generation }, ProposalJson.Default.ProposalMark)], ct);
        return true;
    }

    /// <summary>Leaves a proposal alone, as long as it says the same.</summary>
    /// <returns>False: there is none that is open.</returns>
    public Task<bool> IgnoreAsync(string id, string who, CancellationToken ct) => Conflicts.RetryAsync(async () =>
    {
        if (await FindAsync(id, ct) is not { Value.IsOpen: true } kept)
        {
            return false;
        }

        await store.CommitAsync(Partitions.System, [kept.With(Prefix + id, kept.Value with { IgnoredBy = who }, ProposalJson.Default.KeptProposal)], ct);
        return true;
    });

    internal async Task<Kept<KeptProposal>?> FindAsync(string id, CancellationToken ct) =>
        RecordKey.IsValid(Prefix + id) ? await store.FindAsync(Partitions.System, Prefix + id, ProposalJson.Default.KeptProposal, ct) : null;

    internal async Task<Kept<ProposalMark>> MarkAsync(CancellationToken ct) =>
        await store.FindAsync(Partitions.System, Note, ProposalJson.Default.ProposalMark, ct) ?? new(new("", 0, null), "");

    private RecordChange ChangeOf(Proposal proposal, Kept<KeptProposal>? before)
    {
        var after = new KeptProposal(proposal, clock.GetUtcNow(), null, IsTold: false);
        return before is null
            ? new RecordChange.Insert(Prefix + proposal.Id, JsonSerializer.Serialize(after, ProposalJson.Default.KeptProposal))
            : before.With(Prefix + proposal.Id, after, ProposalJson.Default.KeptProposal);
    }
}
