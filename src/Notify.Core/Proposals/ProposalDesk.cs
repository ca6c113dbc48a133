using Notify.Core.Register;
using Notify.Core.SchoolUnits;
using Notify.Core.Store;

namespace Notify.Core.Proposals;

/// <summary>Where a person accepts a proposal: the same import as from a file, with the same guard, named in the history.</summary>
public sealed class ProposalDesk(IRecordStore store, RegisterImport import, RegisterStore register, SchoolUnitBook units, ProposalBook book)
{
    /// <summary>Makes the register what the proposal says, if it still holds.</summary>
    /// <param name="district">Where a new school belongs.</param>
    public async Task<AcceptOutcome> AcceptAsync(string id, DistrictCode? district, string who, CancellationToken ct)
    {
        if (await book.FindAsync(id, ct) is not { } kept || await units.FindAsync(kept.Value.Proposal.School, ct) is not { } unit)
        {
            return AcceptOutcome.Gone;
        }

        var proposal = kept.Value.Proposal;
        if (proposal.Kind == ProposalKind.New && (district is not { } code || await register.PointerAsync(code, ct) is not { Closed: false }))
        {
            return AcceptOutcome.NeedsDistrict;
        }

        var outcome = await import.ImportAsync(present => ProposalRule.Accept(present, proposal, unit, district), new($"{who}: Skolenhetsregistret"), null, ct);
        if (outcome is { IsHeld: true })
        {
            return AcceptOutcome.Held;
        }

        await LetGoAsync(kept, ct);
        return outcome is null ? AcceptOutcome.Gone : AcceptOutcome.Accepted;
    }

    /// <summary>It says nothing any more. Left behind by a stop, the next refresh finds it.</summary>
    private async Task LetGoAsync(Kept<KeptProposal> kept, CancellationToken ct)
    {
        try
        {
            await store.CommitAsync(Partitions.System, [new RecordChange.Delete(ProposalBook.Prefix + kept.Value.Proposal.Id, kept.ETag)], ct);
        }
        catch (ConflictException)
        {
            // Somebody else accepted it, or it was made anew, at the same moment.
        }
    }
}

/// <summary>What became of the wish to accept a proposal.</summary>
public enum AcceptOutcome
{
    /// <summary>The register says so now.</summary>
    Accepted,

    /// <summary>It did not hold any more; nothing was done.</summary>
    Gone,

    /// <summary>A new school must get a district of the register; nothing was done.</summary>
    NeedsDistrict,

    /// <summary>The mass-change guard held it; nothing was done.</summary>
    Held,
}
