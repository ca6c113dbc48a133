using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>A store that can be taken down.</summary>
public sealed class FailingStore(IRecordStore inner) : IRecordStore
{
    public bool IsDown { get; set; }

    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => Up().FindAsync(partition, key, ct);

    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => Up().ScanAsync(partition, keyPrefix, ct);

    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
        Up().CommitAsync(partition, changes, ct);

    private IRecordStore Up() => IsDown ? throw new IOException("The store is down, says the test.") : inner;
}
