using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Notify.Testing.Store;
using Record = Notify.Core.Store.Record;

namespace Notify.Adapters.Tests.Sqlite;

/// <summary>The contract where every operation goes to another of two stores on the same file.</summary>
public sealed class TwoSqliteRecordStoresTests : RecordStoreContract, IAsyncDisposable
{
    private readonly StoreFolder folder = new();
    private readonly SqliteRecordStore left;
    private readonly SqliteRecordStore right;

    public TwoSqliteRecordStoresTests()
    {
        (left, right) = (folder.Open(), folder.Open());
        Store = new Turns(left, right);
    }

    protected override IRecordStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await left.DisposeAsync();
        await right.DisposeAsync();
        folder.Dispose();
    }

    private sealed class Turns(params IRecordStore[] stores) : IRecordStore
    {
        private uint turn;

        private IRecordStore Next => stores[Interlocked.Increment(ref turn) % stores.Length];

        public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => Next.FindAsync(partition, key, ct);

        public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) =>
            Next.ScanAsync(partition, keyPrefix, ct);

        public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
            Next.CommitAsync(partition, changes, ct);
    }
}
