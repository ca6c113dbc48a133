using Azure.Data.Tables;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

public sealed class TableStoreTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_is_not_there_is_made_by_several_at_once()
    {
        var options = await azurite.NewTableAsync();
        var stores = Enumerable.Range(0, 8).Select(_ => new TableRecordStore(options)).ToArray();

        await Task.WhenAll(stores.SelectMany((store, i) => Enumerable.Range(0, 4).Select(
            j => store.CommitAsync("bromma", [new RecordChange.Insert($"k{i}:{j}", "1")], Ct))));

        Assert.Equal(32, await stores[0].ScanAsync("bromma", "k", Ct).CountAsync(Ct));
    }

    [Fact]
    public async Task What_one_program_wrote_another_reads()
    {
        var options = await azurite.NewTableAsync();
        var etags = await new TableRecordStore(options).CommitAsync("bromma", [new RecordChange.Insert("school", "\"Åsö\"")], Ct);

        var record = await new TableRecordStore(options).FindAsync("bromma", "school", Ct);

        Assert.Equal(new Core.Store.Record("school", "\"Åsö\"", etags[0]), record);
    }

    [Fact]
    public async Task A_table_that_is_deleted_under_the_store_is_no_lost_race_but_told_in_words()
    {
        var options = await azurite.NewTableAsync();
        var store = new TableRecordStore(options);
        var etags = await store.CommitAsync("bromma", [new RecordChange.Insert("school", "1")], Ct);
        await new TableServiceClient(options.ConnectionString).DeleteTableAsync(options.TableName, Ct);

        TableStoreException[] errors =
        [
            await Assert.ThrowsAsync<TableStoreException>(() => store.CommitAsync("bromma", [new RecordChange.Replace("school", "2", etags[0])], Ct)),
            await Assert.ThrowsAsync<TableStoreException>(() => store.FindAsync("bromma", "school", Ct)),
            await Assert.ThrowsAsync<TableStoreException>(async () => await store.ScanAsync("bromma", "", Ct).CountAsync(Ct)),
        ];

        Assert.All(errors, error => Assert.Contains("has been deleted", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_the_account_does_not_have_is_refused_in_words()
    {
        var options = await azurite.NewTableAsync();
        options.ConnectionString = options.ConnectionString.Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<TableStoreException>(() => new TableRecordStore(options).FindAsync("bromma", "school", Ct));

        Assert.Contains("refuses (403", error.Message, StringComparison.Ordinal);
        Assert.Contains(options.TableName, error.Message, StringComparison.Ordinal);
    }
}
