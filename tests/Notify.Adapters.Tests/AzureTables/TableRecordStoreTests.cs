using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

public sealed class TableRecordStoreTests(Azurite azurite) : RecordStoreContract, IAsyncLifetime
{
    private TableRecordStore? store;

    protected override IRecordStore Store => store!;

    public async ValueTask InitializeAsync() => store = new TableRecordStore(await azurite.NewTableAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
