using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.SchoolUnits;

/// <summary>The copy of the Skolenhetsregister.</summary>
public sealed class SchoolUnitBook(IRecordStore store)
{
    internal const string Prefix = "unit:";

    /// <summary>The units as they were last read. One store operation.</summary>
    public async Task<IReadOnlyDictionary<SchoolUnitCode, KeptUnit>> ReadAsync(string municipality, CancellationToken ct) =>
        (await store.ListAsync(Partitions.System, Prefix, SchoolUnitJson.Default.KeptUnit, ct))
            .Select(k => k.Value).Where(k => k.Municipality == municipality).ToDictionary(k => k.Unit.Code);

    /// <summary>One unit as it was last read; null: none is kept.</summary>
    public async Task<SchoolUnit?> FindAsync(SchoolUnitCode code, CancellationToken ct) =>
        (await store.FindAsync(Partitions.System, Prefix + code, SchoolUnitJson.Default.KeptUnit, ct))?.Value.Unit;
}
