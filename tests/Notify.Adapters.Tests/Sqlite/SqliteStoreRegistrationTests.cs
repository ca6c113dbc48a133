using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Xunit;

namespace Notify.Adapters.Tests.Sqlite;

public sealed class SqliteStoreRegistrationTests
{
    [Fact]
    public void The_store_is_one_and_is_closed_with_the_services()
    {
        using var services = new ServiceCollection().AddSqliteStore(options => options.Folder = "data").BuildServiceProvider();

        Assert.IsType<SqliteRecordStore>(services.GetRequiredService<IRecordStore>());
        Assert.Same(services.GetRequiredService<IRecordStore>(), services.GetRequiredService<IRecordStore>());
    }

    [Fact]
    public void Every_wrong_option_is_reported_at_once()
    {
        using var services = new ServiceCollection()
            .AddSqliteStore(options => (options.Folder, options.BusyTimeout) = (string.Empty, TimeSpan.Zero)).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Equal(2, error.Failures.Count());
    }
}
