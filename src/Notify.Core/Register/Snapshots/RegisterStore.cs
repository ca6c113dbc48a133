using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>Reads the register: per district a present version, and the versions kept for a restore.</summary>
public sealed class RegisterStore(IRecordStore store)
{
    /// <summary>
    /// Prefix of the few rows that tell whether a watch has anything to do: where the register stands, and under
    /// <c>head:{watch}</c> what each watch has seen of it. One scan reads them all.
    /// </summary>
    public const string HeadPrefix = "head:";

    private readonly SnapshotCache _cache = new();

    /// <summary>Every district that was ever imported, also those that are closed by now; in ordinal order. One store operation.</summary>
    public async Task<IReadOnlyList<DistrictCode>> DistrictsAsync(CancellationToken ct)
    {
        var districts = new List<DistrictCode>();
        await foreach (var record in store.ScanAsync(Partitions.System, RegisterKeys.DistrictPrefix, ct))
        {
            districts.Add(DistrictCode.Parse(record.Key[RegisterKeys.DistrictPrefix.Length..]));
        }

        return districts;
    }

    /// <summary>Where the district's register stands, or null before its first import is done. One store operation.</summary>
    public async Task<RegisterPointer?> PointerAsync(DistrictCode district, CancellationToken ct) =>
        await store.FindAsync(district.ToString(), RegisterKeys.Pointer, ct) is { } record ? PointerIn(record) : null;

    /// <summary>Where the district's register stands, if that is what a row under <see cref="HeadPrefix"/> tells.</summary>
    public static RegisterPointer? PointerIn(Record head) =>
        head.Key == RegisterKeys.Pointer && head.As(RegisterJson.Default.RegisterPointer) is var pointer ? pointer.Value with { ETag = pointer.ETag } : null;

    /// <summary>The present version. At most one store operation.</summary>
    /// <exception cref="ConflictException">The pointer is so old that its version is no longer kept: read it again.</exception>
    public Task<DistrictSnapshot> SnapshotAsync(DistrictCode district, RegisterPointer present, CancellationToken ct) =>
        SnapshotAsync(district, present, present.Version, ct);

    /// <summary>A kept version. At most one store operation.</summary>
    /// <exception cref="KeyNotFoundException">The version is not among <see cref="RegisterPointer.Kept"/>.</exception>
    /// <exception cref="ConflictException">The pointer is so old that the version is no longer kept: read it again.</exception>
    public Task<DistrictSnapshot> SnapshotAsync(DistrictCode district, RegisterPointer present, long version, CancellationToken ct)
    {
        var kept = present.Kept.FirstOrDefault(k => k.Version == version)
            ?? throw new KeyNotFoundException($"Version {version} of {district} is not kept.");
        return _cache.Find(district, kept) is { } snapshot ? Task.FromResult(snapshot) : ReadAsync(district, kept, ct);
    }

    /// <summary>The whole present register put together from its districts, closed ones left out: of one import, never a mix of two.</summary>
    public async Task<RegisterContent> ContentAsync(CancellationToken ct) => (await PresentAsync(ct)).Content;

    /// <summary>Names the import that made the register what it is; null before the first. One store operation.</summary>
    public async Task<string?> LatestImportAsync(CancellationToken ct) => (await GenerationAsync(ct))?.Value.ImportId;

    /// <summary>Changes with every import; null before the first. One store operation.</summary>
    internal Task<Kept<RegisterGeneration>?> GenerationAsync(CancellationToken ct) =>
        store.FindAsync(Partitions.System, RegisterKeys.Generation, RegisterJson.Default.RegisterGeneration, ct);

    /// <summary>The import that is decided and not yet finished, or null.</summary>
    internal Task<Kept<RegisterIntent>?> IntentAsync(CancellationToken ct) =>
        store.FindAsync(Partitions.System, RegisterKeys.Intent, RegisterJson.Default.RegisterIntent, ct);

    internal Task<PresentRegister> PresentAsync(CancellationToken ct) => new PresentRegisterReader(this).ReadAsync(ct);

    private async Task<DistrictSnapshot> ReadAsync(DistrictCode district, KeptVersion version, CancellationToken ct)
    {
        var values = new List<string>(version.Chunks);
        await foreach (var record in store.ScanAsync(district.ToString(), RegisterKeys.ChunksOfImport(version.Version, version.ImportId), ct))
        {
            values.Add(record.Value);
        }

        if (values.Count != version.Chunks)
        {
            throw new ConflictException(district.ToString(), RegisterKeys.Chunk(version.Version, version.ImportId, values.Count));
        }

        var snapshot = SnapshotChunks.Decode(values);
        _cache.Keep(district, version, snapshot);
        return snapshot;
    }
}
