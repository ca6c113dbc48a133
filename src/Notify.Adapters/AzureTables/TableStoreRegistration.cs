using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Store;

namespace Notify.Adapters.AzureTables;

/// <summary>Registers the store on Azure Tables.</summary>
public static class TableStoreRegistration
{
    /// <summary>Makes Azure Tables the <see cref="IRecordStore"/>. The service is not asked before the first use.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="options">Valid: <see cref="TableStoreOptions.Validate"/> has nothing against them.</param>
    public static IServiceCollection AddTableStore(this IServiceCollection services, TableStoreOptions options) =>
        services.AddSingleton<IRecordStore>(_ => new TableRecordStore(options));
}
