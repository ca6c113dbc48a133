using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Sources;

/// <summary>Something large that a source has noted, as compressed rows.</summary>
/// <param name="Version">Tells it from what was noted before under the same name.</param>
/// <param name="Rows">How many rows it takes.</param>
public sealed record SourceBlob(string Version, int Rows);

/// <summary>
/// Keeps what a source notes and what is larger than a row may be. A new version is written beside the old one, unseen, until the
/// source commits a row of its own that names it.
/// </summary>
public sealed class SourceBlobs(IRecordStore store)
{
    /// <summary>Writes a version.</summary>
    /// <param name="name">In lower case; one source's names may not begin with each other.</param>
    public async Task<SourceBlob> WriteAsync<T>(string source, string name, T value, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var version = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var rows = SnapshotChunks.Encode(value, type);
        await store.PutAsync(Partitions.System, [.. rows.Select((row, n) => new RecordChange.Put($"{Prefix(source, name)}{version}:{n:D4}", row))], ct);
        return new(version, rows.Count);
    }

    /// <summary>Reads a version. One store operation.</summary>
    /// <returns>Null: some of it is gone.</returns>
    public async Task<T?> ReadAsync<T>(string source, string name, SourceBlob blob, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var rows = new List<string>(blob.Rows);
        await foreach (var record in store.ScanAsync(Partitions.System, $"{Prefix(source, name)}{blob.Version}:", ct))
        {
            rows.Add(record.Value);
        }

        return rows.Count == blob.Rows ? SnapshotChunks.Decode(rows, type) : null;
    }

    /// <summary>Removes every other version, also what a crash has left.</summary>
    public async Task KeepOnlyAsync(string source, string name, SourceBlob kept, CancellationToken ct)
    {
        var others = new List<RecordChange>();
        await foreach (var record in store.ScanAsync(Partitions.System, Prefix(source, name), ct))
        {
            if (!record.Key.StartsWith($"{Prefix(source, name)}{kept.Version}:", StringComparison.Ordinal))
            {
                others.Add(new RecordChange.Delete(record.Key, record.ETag));
            }
        }

        foreach (var some in others.Chunk(RecordLimits.MaxOwnChanges))
        {
            await store.CommitAsync(Partitions.System, some, ct);
        }
    }

    private static string Prefix(string source, string name) => SourceKeys.Note(source, name) + ":";
}
