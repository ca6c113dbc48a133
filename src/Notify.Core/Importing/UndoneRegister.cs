using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>
/// The register as it was before its latest import: the districts that it changed as they were, the others as they are. Since no
/// import came later, these are the districts of one register again, with its city-wide rows.
/// </summary>
internal static class UndoneRegister
{
    /// <returns>Null when it was not the latest, or what was before is no longer kept.</returns>
    public static async Task<RegisterContent?> OfAsync(RegisterStore register, PresentRegister present, string importId, CancellationToken ct)
    {
        if (present.LatestImport != importId)
        {
            return null;
        }

        var before = new List<DistrictSnapshot>();
        foreach (var district in present.Districts.Values)
        {
            var pointer = district.Pointer;
            if (pointer.Kept[^1].ImportId != importId)
            {
                before.AddRange(pointer.Closed ? [] : [district.Snapshot]);
            }
            else if (pointer.Version > 1)
            {
                if (pointer.Kept.FirstOrDefault(k => k.Version == pointer.Version - 1) is not { } kept)
                {
                    return null;
                }

                before.AddRange(kept.Closed ? [] : [await register.SnapshotAsync(district.Snapshot.District.Code, pointer, kept.Version, ct)]);
            }
        }

        return RegisterDivision.Together(before);
    }
}
