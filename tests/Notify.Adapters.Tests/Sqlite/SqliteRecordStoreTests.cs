using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Notify.Testing.Store;

namespace Notify.Adapters.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordStoreContract, IAsyncDisposable
{
    private readonly StoreFolder folder = new();
    private readonly SqliteRecordStore store;

    public SqliteRecordStoreTests() => store = folder.Open();

    protected override IRecordStore Store => store;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}
