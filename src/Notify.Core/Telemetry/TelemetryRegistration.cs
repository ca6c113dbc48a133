using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.Store;

namespace Notify.Core.Telemetry;

/// <summary>Registers what measures.</summary>
public static class TelemetryRegistration
{
    private const string Inner = "inner";

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

    /// <summary>Keeps what is wrapped under a key, so that the container goes on to dispose of it.</summary>
    private static void Wrap<TPort>(this IServiceCollection services, Func<TPort, IServiceProvider, TPort> wrap)
        where TPort : class
    {
        var port = services.Last(d => d.ServiceType == typeof(TPort) && !d.IsKeyedService);
        services.Remove(port);
        services.Add(port switch
        {
            { ImplementationInstance: { } instance } => new(typeof(TPort), Inner, instance),
            { ImplementationFactory: { } factory } => new(typeof(TPort), Inner, (s, _) => factory(s), ServiceLifetime.Singleton),
            _ => new ServiceDescriptor(typeof(TPort), Inner, port.ImplementationType!, ServiceLifetime.Singleton),
        });
        services.AddSingleton(s => wrap(s.GetRequiredKeyedService<TPort>(Inner), s));
    }
}
