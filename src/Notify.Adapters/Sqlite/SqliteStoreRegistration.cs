using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notify.Core.Store;

namespace Notify.Adapters.Sqlite;

/// <summary>Registers the SQLite store.</summary>
public static class SqliteStoreRegistration
{
    /// <summary>Makes SQLite the <see cref="IRecordStore"/>. Wrong options stop the host at its start; the file is opened at the first use.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, Action<SqliteStoreOptions> configure)
    {
        services.AddOptions<SqliteStoreOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>();
        return services.AddSingleton<IRecordStore>(
            provider => new SqliteRecordStore(provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value));
    }
}
