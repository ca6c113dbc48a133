using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>A district as an import finds it.</summary>
internal sealed record PresentDistrict(RegisterPointer Pointer, DistrictSnapshot Snapshot);

/// <summary>The register as one import left it.</summary>
/// <param name="Generation">Null before the first import.</param>
/// <param name="Intent">The import that is still to be finished; its versions count as present.</param>
internal sealed record PresentRegister(Kept<RegisterGeneration>? Generation, Kept<RegisterIntent>? Intent, IReadOnlyDictionary<DistrictCode, PresentDistrict> Districts)
{
    /// <summary>Identifies this register among those before and after; null before the first import.</summary>
    public string? GenerationETag => Generation?.ETag;

    /// <summary>The import that made it; null before the first.</summary>
    public string? LatestImport => Generation?.Value.ImportId;

    /// <summary>Every table, closed districts left out; of those that were merged there is the row that says so.</summary>
    public RegisterContent Content { get; } = ContentOf(Districts.Values);

    private static RegisterContent ContentOf(IEnumerable<PresentDistrict> districts)
    {
        var merged = districts.Where(d => d.Pointer.Successor is not null).Select(d => d.Snapshot.District).ToList();
        return Mergers.Keep(
            new() { Districts = merged }, RegisterDivision.Together([.. districts.Where(d => !d.Pointer.Closed).Select(d => d.Snapshot)]));
    }
}

/// <summary>
/// Reads all districts at one point between two imports. The generation is read first and last: when it has not moved and no
/// intent was there after the first reading, no pointer has moved in between.
/// </summary>
internal sealed class PresentRegisterReader(RegisterStore register)
{
    private const int Attempts = 20;

    public async Task<PresentRegister> ReadAsync(CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var generation = await register.GenerationAsync(ct);
            var intent = await register.IntentAsync(ct);
            var districts = await TryReadDistrictsAsync(intent?.Value, ct);
            if (districts is not null && generation?.ETag == (await register.GenerationAsync(ct))?.ETag)
            {
                return new(generation, intent, districts);
            }
        }

        throw new ConflictException(Partitions.System, RegisterKeys.Generation);
    }

    private async Task<IReadOnlyDictionary<DistrictCode, PresentDistrict>?> TryReadDistrictsAsync(RegisterIntent? intent, CancellationToken ct)
    {
        var intended = intent?.Districts.ToDictionary(d => d.District) ?? [];
        var districts = new Dictionary<DistrictCode, PresentDistrict>();
        foreach (var code in (await register.DistrictsAsync(ct)).Union(intended.Keys))
        {
            var pointer = await register.PointerAsync(code, ct);
            if (intended.TryGetValue(code, out var next) && (pointer?.Version ?? 0) < next.Version)
            {
                pointer = RegisterPointer.After(pointer, intent!, next);
            }

            if (pointer is null || await TryReadAsync(code, pointer, ct) is not { } snapshot)
            {
                return null;
            }

            districts.Add(code, new(pointer, snapshot));
        }

        return districts;
    }

    private async Task<DistrictSnapshot?> TryReadAsync(DistrictCode district, RegisterPointer pointer, CancellationToken ct)
    {
        try
        {
            return await register.SnapshotAsync(district, pointer, ct);
        }
        catch (ConflictException)
        {
            return null;
        }
    }
}
