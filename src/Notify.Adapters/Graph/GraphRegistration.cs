using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notify.Core.Accounts;
using Notify.Core.Register;
using Notify.Core.Sources;

namespace Notify.Adapters.Graph;

/// <summary>Registers what comes from Microsoft Graph.</summary>
public static class GraphRegistration
{
    /// <summary>Adds the sources that the settings name; nothing when they name none.</summary>
    /// <param name="options">Valid: <see cref="GraphOptions.Validate"/> has nothing against them.</param>
    /// <param name="import">Whose share of a mass change is also that of accounts which cannot all be gone at once.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, GraphOptions options, ImportOptions import)
    {
        if (options.IsUsed)
        {
            services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
            services.AddSingleton(s => new GraphConnection(options, s.GetRequiredService<TokenCredential>())).AddSingleton<GraphCalls>();
        }

        if (options.Lists.Count > 0)
        {
            services.AddSingleton<ISource, SharePointSource>();
        }

        if (options.WatchContacts)
        {
            services.AddSingleton<IAccountDirectory, GraphDirectory>().AddAccountsSource(
                new(options.LookEvery, options.Takes("name"), options.Takes("email"), options.Takes("phone"), import.MassChangePercent));
        }

        if (options.SteeringGroups.Count > 0)
        {
            services.AddSingleton<ISource, SteeringGroupsSource>();
        }

        return services;
    }
}
