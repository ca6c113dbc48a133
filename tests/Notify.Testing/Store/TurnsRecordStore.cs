using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>Every operation goes to another of several stores, which are to behave as one.</summary>
public sealed class TurnsRecordStore(params IRecordStore[] stores) : IRecordStore
{
    private uint turn;

    private IRecordStore Next => stores[Interlocked.Increment(ref turn) % stores.Length];

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => Next.FindAsync(partition, key, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) =>
        Next.ScanAsync(partition, keyPrefix, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
        Next.CommitAsync(partition, changes, ct);
}
