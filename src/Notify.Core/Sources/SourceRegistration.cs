using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;

namespace Notify.Core.Sources;

/// <summary>Registers what sources share.</summary>
public static class SourceRegistration
{
    /// <summary>Adds the job that asks the sources, and how they import. A source is added where it is configured.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services) =>
        services.AddSingleton<SourceBook>().AddSingleton<SourceMails>().AddSingleton<SourceBlobs>().AddSingleton<UnattendedImport>().AddSingleton<SourcesJob>().AddSingleton<ICityJob>(s => s.GetRequiredService<SourcesJob>());
}
