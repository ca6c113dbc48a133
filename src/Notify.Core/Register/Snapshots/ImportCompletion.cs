using System.Text.Json;
using Notify.Core.Store;
using Notify.Core.Succession;

namespace Notify.Core.Register;

/// <summary>
/// Does what a decided import implies. Every step can be done twice, and by two processes at once, with the same outcome.
/// </summary>
internal sealed class ImportCompletion(IRecordStore store, RegisterStore register)
{
    public async Task FinishAsync(Kept<RegisterIntent> stored, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var intent = stored.Value;
        await ListDistrictsAsync(intent, ct);
        await AppointHeirsAsync(intent, ct);
        for (var i = 0; i < intent.Districts.Count; i++)
        {
            await FlipAsync(intent, intent.Districts[i], ct);
            await PruneAsync(intent, intent.Districts[i], ct);
            progress?.Report(new(ImportStage.Finishing, i + 1, intent.Districts.Count));
        }

        await DeleteAsync(Partitions.System, RegisterKeys.Intent, stored.ETag, ct);
    }

    private async Task ListDistrictsAsync(RegisterIntent intent, CancellationToken ct)
    {
        var listed = await register.DistrictsAsync(ct);
        var rows = intent.Districts.Select(d => d.District).Except(listed).Select(code => new RecordChange.Put(RegisterKeys.District(code), "{}"));
        await store.PutAsync(Partitions.System, [.. rows], ct);
    }

    /// <summary>Before anybody sees a district closed or its successor with the schools: the successor's watches take over before they decide.</summary>
    private async Task AppointHeirsAsync(RegisterIntent intent, CancellationToken ct)
    {
        foreach (var merged in intent.Districts.Where(d => d.Heir is not null))
        {
            var due = JsonSerializer.Serialize(new(merged.District, merged.Version, merged.Heir!.Version), SuccessionJson.Default.DueInheritance);
            await store.PutAsync(merged.Heir.District.ToString(), [new RecordChange.Put(SuccessionKeys.Due(merged.District), due)], ct);
        }
    }

    /// <summary>Writes the history first and then the pointer, so that a version that is seen has its history.</summary>
    private async Task FlipAsync(RegisterIntent intent, IntendedVersion next, CancellationToken ct)
    {
        var district = next.District.ToString();
        var pointer = await register.PointerAsync(next.District, ct);
        if (pointer?.Version >= next.Version)
        {
            return;
        }

        var after = RegisterPointer.After(pointer, intent, next);
        var before = pointer is null ? null : await register.SnapshotAsync(next.District, pointer, ct);
        var snapshot = await register.SnapshotAsync(next.District, after, ct);
        await store.PutAsync(district, [.. HistoryChanges.Between(before, snapshot, intent.Source)], ct);
        await ReplaceAsync(next, pointer, RegisterJson.Write(after, RegisterJson.Default.RegisterPointer), ct);
    }

    private async Task ReplaceAsync(IntendedVersion next, RegisterPointer? pointer, string value, CancellationToken ct)
    {
        RecordChange change = pointer is null
            ? new RecordChange.Insert(RegisterKeys.Pointer, value)
            : new RecordChange.Replace(RegisterKeys.Pointer, value, pointer.ETag);
        try
        {
            await store.CommitAsync(next.District.ToString(), [change], ct);
        }
        catch (ConflictException)
        {
            // Only one who finishes the same intent can have come first, and wrote the same.
        }
    }

    /// <summary>Removes the version that is no longer kept, and what imports that were never decided left under this one.</summary>
    private async Task PruneAsync(RegisterIntent intent, IntendedVersion next, CancellationToken ct)
    {
        await DeleteChunksAsync(next.District, next.Version, intent.ImportId, ct);
        var dropped = next.Version - RegisterPointer.KeptVersions;
        if (dropped > 0 && await register.PointerAsync(next.District, ct) is { } pointer && pointer.FirstAssigned != dropped)
        {
            await DeleteChunksAsync(next.District, dropped, null, ct);
        }
    }

    private async Task DeleteChunksAsync(DistrictCode district, long version, string? keptImport, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var record in store.ScanAsync(district.ToString(), RegisterKeys.ChunksOfVersion(version), ct))
        {
            keys.Add(record.Key);
        }

        var kept = keptImport is null ? null : RegisterKeys.ChunksOfImport(version, keptImport);
        foreach (var key in keys.Where(key => kept is null || !key.StartsWith(kept, StringComparison.Ordinal)))
        {
            await DeleteAsync(district.ToString(), key, null, ct);
        }
    }

    private async Task DeleteAsync(string partition, string key, string? etag, CancellationToken ct)
    {
        try
        {
            await store.CommitAsync(partition, [new RecordChange.Delete(key, etag)], ct);
        }
        catch (ConflictException)
        {
            // Gone already: someone else finishes the same import.
        }
    }
}
