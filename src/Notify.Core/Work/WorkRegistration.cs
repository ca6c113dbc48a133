using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Store;

namespace Notify.Core.Work;

/// <summary>Registers the way of work through a queue.</summary>
public static class WorkRegistration
{
    /// <summary>For hosts whose jobs run from a queue: timers dispatch, a handler works. Needs an <see cref="IWorkQueue"/>, and the store registered by now.</summary>
    public static IServiceCollection AddWorkByQueue(this IServiceCollection services)
    {
        services.AddSingleton<WorkDispatch>().AddSingleton<WorkHandler>();
        services.AddSingleton<IJobWaker, QueueWaker>();
        return services.Wrap<IRecordStore>((inner, s) => new WakingRecordStore(
            inner, s.GetRequiredService<IWorkQueue>(), s.GetRequiredService<ISchedule>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<WakingRecordStore>>()));
    }
}
