using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;

namespace Notify.Core.Delivery;

/// <summary>Registers delivery.</summary>
public static class DeliveryRegistration
{
    /// <summary>
    /// The way of a mail out of the door. What it needs is registered elsewhere: the store, the register, the transport, the claim
    /// owners, the watches, the renderer, the calendar, the clock and <see cref="MailOptions"/>.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<NotificationMoves>();
        services.AddSingleton<NotificationActions>();
        services.AddSingleton<IReplyAddresses, RegisterReplyAddresses>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Events.ProviderEvents>();
        services.AddSingleton<Handover>();
        services.AddSingleton<UnconfirmedSends>();
        services.AddSingleton<Courier>();
        services.AddSingleton<DeliverJob>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<DeliverJob>());
        return services;
    }
}
