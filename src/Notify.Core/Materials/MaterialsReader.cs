using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>Reads who knows the support material, for pages, status and reports.</summary>
public sealed class MaterialsReader(IRecordStore store, WatchRunner runner, TimeProvider clock)
{
    /// <summary>A district's materials now; null when there is no such district, or no longer. Three store operations at most.</summary>
    public async Task<DistrictMaterials?> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        if (await runner.SnapshotAsync(district, ct) is not { } snapshot)
        {
            return null;
        }

        var facts = MaterialFacts.Of(snapshot, StockholmTime.DateOf(clock.GetUtcNow()));
        var states = (await store.ListAsync(district.ToString(), MaterialsKeys.RecipientPrefix, MaterialsJson.Default.RecipientState, ct)).ConvertAll(s => s.Value);
        return new(snapshot, facts, states, MaterialCoverage.Of(snapshot.District, facts, states));
    }
}

/// <summary>The support material of a district.</summary>
/// <param name="Rows">Each reader with each present version that is for it.</param>
public sealed record DistrictMaterials(
    DistrictSnapshot Snapshot, MaterialFacts Facts, IReadOnlyList<RecipientState> States, IReadOnlyList<CoverageRow> Rows);
