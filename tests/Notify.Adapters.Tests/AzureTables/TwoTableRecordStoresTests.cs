using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

/// <summary>The contract where every operation goes to another of two clients of the same table.</summary>
public sealed class TwoTableRecordStoresTests(Azurite azurite) : RecordStoreContract, IAsyncLifetime
{
    private TurnsRecordStore? stores;

    protected override IRecordStore Store => stores!;

    public async ValueTask InitializeAsync()
    {
        var options = await azurite.NewTableAsync();
        stores = new TurnsRecordStore(new TableRecordStore(options), new TableRecordStore(options));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
