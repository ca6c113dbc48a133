using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notify.Core.Sources;

namespace Notify.Adapters.Graph;

/// <summary>Registers what comes from Microsoft Graph.</summary>
public static class GraphRegistration
{
    /// <summary>Adds the sources that the settings name; nothing when they name none.</summary>
    /// <param name="options">Valid: <see cref="GraphOptions.Validate"/> has nothing against them.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, GraphOptions options)
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

        return services;
    }
}
