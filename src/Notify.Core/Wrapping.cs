using Microsoft.Extensions.DependencyInjection;

namespace Notify.Core;

/// <summary>Puts something before a port that is registered by now; any number of times.</summary>
internal static class Wrapping
{
    /// <summary>Keeps what is wrapped under a key of its own, so that the container goes on to dispose of it.</summary>
    public static IServiceCollection Wrap<TPort>(this IServiceCollection services, Func<TPort, IServiceProvider, TPort> wrap)
        where TPort : class
    {
        var (key, port) = (new object(), services.Last(d => d.ServiceType == typeof(TPort) && !d.IsKeyedService));
        services.Remove(port);
        services.Add(port switch
        {
            { ImplementationInstance: { } instance } => new(typeof(TPort), key, instance),
            { ImplementationFactory: { } factory } => new(typeof(TPort), key, (s, _) => factory(s), ServiceLifetime.Singleton),
            _ => new ServiceDescriptor(typeof(TPort), key, port.ImplementationType!, ServiceLifetime.Singleton),
        });
        return services.AddSingleton(s => wrap(s.GetRequiredKeyedService<TPort>(key), s));
    }
}
