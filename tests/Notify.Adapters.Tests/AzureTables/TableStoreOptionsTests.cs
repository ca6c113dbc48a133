using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

public sealed class TableStoreOptionsTests
{
    private const string Emulator = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData(Emulator)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=stockholm;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:10002/a;")]
    [InlineData("TableEndpoint=https://stockholm.table.core.windows.net/;SharedAccessSignature=sv=2024-08-04&sig=c2VjcmV0")]
    public void A_connection_string_of_an_account_can_be_used(string connectionString) =>
        Assert.Empty(new TableStoreOptions { ConnectionString = connectionString }.Validate());

    [Theory]
    [InlineData("c2VjcmV0")]
    [InlineData("AccountName=stockholm")]
    [InlineData("AccountName=stockholm;AccountKey=c2VjcmV0é=;EndpointSuffix=core.windows.net;DefaultEndpointsProtocol=https")]
    [InlineData("UseDevelopmentStorage=c2VjcmV0")]
    [InlineData(";;c2VjcmV0=;")]
    [InlineData(" ")]
    public void A_connection_string_that_cannot_be_read_is_told_and_not_shown(string connectionString)
    {
        var error = Assert.Single(new TableStoreOptions { ConnectionString = connectionString }.Validate());

        Assert.StartsWith("Store:ConnectionString", error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://stockholm.table.core.windows.net")]
    [InlineData("https://stockholm.table.core.windows.net/")]
    [InlineData("https://127.0.0.1:10002/devstoreaccount1")]
    public void An_https_address_can_be_used(string address) =>
        Assert.Empty(new TableStoreOptions { TablesUri = new Uri(address) }.Validate());

    [Theory]
    [InlineData("http://stockholm.table.core.windows.net/")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("stockholm.table.core.windows.net")]
    [InlineData("/tables")]
    [InlineData("file:///tables")]
    [InlineData("https://stockholm.table.core.windows.net/?sig=c2VjcmV0")]
    [InlineData("https://user:c2VjcmV0@stockholm.table.core.windows.net/")]
    public void Another_address_is_told_and_not_shown(string address)
    {
        var error = Assert.Single(new TableStoreOptions { TablesUri = new Uri(address, UriKind.RelativeOrAbsolute) }.Validate());

        Assert.StartsWith("Store:TablesUri", error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("1st")]
    [InlineData("notify-test")]
    [InlineData("notify\n")]
    [InlineData("åland")]
    [InlineData("\u212Aelvin")]
    [InlineData("Tables")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123x")]
    public void A_name_that_no_table_can_have_is_told(string name) =>
        Assert.StartsWith(
            "Store:TableName", Assert.Single(new TableStoreOptions { ConnectionString = Emulator, TableName = name }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        Assert.Equal(2, new TableStoreOptions { TableName = "" }.Validate().Count);
        Assert.Equal(4, new TableStoreOptions { ConnectionString = "x", TablesUri = new Uri("ftp://x/"), TableName = "" }.Validate().Count);
    }

    [Theory]
    [InlineData(Emulator, null)]
    [InlineData("", "https://stockholm.table.core.windows.net/")]
    public void The_store_is_one_and_asks_nobody_before_it_is_used(string connectionString, string? address)
    {
        var options = new TableStoreOptions { ConnectionString = connectionString, TablesUri = address is null ? null : new Uri(address) };
        using var services = new ServiceCollection().AddTableStore(options).BuildServiceProvider();

        Assert.IsType<TableRecordStore>(services.GetRequiredService<IRecordStore>());
        Assert.Same(services.GetRequiredService<IRecordStore>(), services.GetRequiredService<IRecordStore>());
    }
}
