using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.Store;

namespace Notify.Core.Telemetry;

/// <summary>Registers what measures.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds the source of traces and figures, and what counts in it.</summary>
    public static IServiceCollection AddMeters(this IServiceCollection services) =>
        services.AddSingleton(_ => new NotifyTelemetry()).AddSingleton<MailMeter>().AddSingleton<JobMeter>();

    /// <summary>Puts a meter before the store and the transport that are registered by now.</summary>
    public static IServiceCollection MeterPorts(this IServiceCollection services)
    {
        services.Wrap<IRecordStore>((inner, s) => new MeteredRecordStore(inner, s.GetRequiredService<NotifyTelemetry>(), s.GetRequiredService<TimeProvider>()));
        services.Wrap<IMailTransport>((inner, s) => new MeteredTransport(inner, s.GetRequiredService<NotifyTelemetry>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Puts the gate before the logging that is registered by now.</summary>
    public static IServiceCollection LogDiscreetly(this IServiceCollection services)
    {
        services.Wrap<ILoggerFactory>((inner, _) => new DiscreetLoggerFactory(inner));
        return services;
    }
}
