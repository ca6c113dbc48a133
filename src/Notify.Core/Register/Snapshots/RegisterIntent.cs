using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>
/// An import that is decided and not yet finished: its row is the commit point of all its districts. What is left to do follows
/// from it alone, so that whoever finds it can finish it, with the same outcome.
/// </summary>
internal sealed record RegisterIntent(string ImportId, DateTimeOffset At, string Source, IReadOnlyList<IntendedVersion> Districts);

/// <summary>A district's version in an intent; its chunks are already written.</summary>
internal sealed record IntendedVersion(DistrictCode District, long Version, int Chunks, string Hash, bool HasAssignments, bool Closed);

/// <summary>An intent as it stands in the store.</summary>
internal sealed record StoredIntent(RegisterIntent Intent, string ETag)
{
    /// <summary>The intent that an import left, or null.</summary>
    public static async Task<StoredIntent?> FindAsync(IRecordStore store, CancellationToken ct) =>
        await store.FindAsync(Partitions.System, RegisterKeys.Intent, ct) is { } record
            ? new(RegisterJson.Read(record.Value, RegisterJson.Default.RegisterIntent), record.ETag)
            : null;
}
