namespace Notify.Core.Store;

/// <summary>
/// The truth of Notify: keyed JSON values in partitions, with the semantics of Azure Table entity-group transactions.
/// Every implementation passes the same contract suite (tests/Notify.Testing).
/// </summary>
/// <remarks>A partition is a district code or <see cref="Partitions.System"/>. No operation crosses partitions.</remarks>
public interface IRecordStore
{
    /// <summary>The record under the key, or null when there is none.</summary>
    /// <exception cref="ArgumentException">The partition or key is outside the alphabet of <see cref="RecordKey"/>.</exception>
    Task<Record?> FindAsync(string partition, string key, CancellationToken ct);

    /// <summary>Every record whose key begins with the prefix (an empty prefix: all), in ordinal order of the keys.</summary>
    /// <remarks>What is committed while the scan runs may or may not be seen; a record that was there all along is seen once.</remarks>
    /// <exception cref="ArgumentException">The partition or prefix is outside the alphabet of <see cref="RecordKey"/>.</exception>
    IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct);

    /// <summary>Applies all changes or none.</summary>
    /// <returns>The new ETag of each change in the order given; an empty string for a delete.</returns>
    /// <exception cref="ConflictException">A condition of one change no longer holds; nothing was written.</exception>
    /// <exception cref="ArgumentException">A limit of <see cref="RecordLimits"/> is exceeded, a key is outside the alphabet or stands twice.</exception>
    Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct);
}
