using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Notify.Testing.Store;

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
        Store = new TurnsRecordStore(left, right);
    }

    protected override IRecordStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await left.DisposeAsync();
        await right.DisposeAsync();
        folder.Dispose();
    }
}
