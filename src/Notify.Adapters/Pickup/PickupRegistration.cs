using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;

namespace Notify.Adapters.Pickup;

/// <summary>Registers the pickup folder as the way out for mail.</summary>
public static class PickupRegistration
{
    /// <summary>Mail goes to a folder.</summary>
    public static IServiceCollection AddPickup(this IServiceCollection services, PickupOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PickupTransport>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<PickupTransport>());
        return services;
    }
}
