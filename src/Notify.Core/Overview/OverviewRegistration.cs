using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;
using Notify.Core.Store;

namespace Notify.Core.Overview;

/// <summary>Registers what shows districts at a glance.</summary>
public static class OverviewRegistration
{
    /// <summary>Adds the glances.</summary>
    public static IServiceCollection AddGlances(this IServiceCollection services) => services.AddSingleton<GlanceTaker>().AddSingleton<Glances>()
        .AddSingleton<IUpkeep>(s => s.GetRequiredService<Glances>());

    /// <summary>Has the store that is registered by now mark what changes, without which every glance is taken anew each time.</summary>
    public static IServiceCollection MarkChanges(this IServiceCollection services) => services.Wrap<IRecordStore>((inner, _) => new GlanceMarkStore(inner));
}
