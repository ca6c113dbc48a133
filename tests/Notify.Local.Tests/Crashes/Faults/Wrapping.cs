using Microsoft.Extensions.DependencyInjection;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>Puts something of a test's around a service of the program.</summary>
internal static class Wrapping
{
    public static void Wrap<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var inner = services.Last(d => d.ServiceType == typeof(T));
        services.AddSingleton(provider =>
            wrap((T)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
