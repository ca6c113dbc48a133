using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;
using Notify.Core.Notifications;

namespace Notify.Core.Delivery;

/// <summary>Registers delivery.</summary>
public static class DeliveryRegistration
{
    /// <summary>
    /// Everything of delivery but what a host chooses: the store, the transport, the claim owners, the watches, the link tokens,
    /// the renderer, the calendar, the clock, <see cref="MailOptions"/> and <see cref="Links.LinkOptions"/>.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<NotificationFactory>();
        services.AddSingleton<NotificationMoves>();
        services.AddSingleton<NotificationActions>();
        services.AddSingleton<IReplyAddresses, RegisterReplyAddresses>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Handover>();
        services.AddSingleton<UnconfirmedSends>();
        services.AddSingleton<Courier>();
        services.AddSingleton<DeliverJob>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<DeliverJob>());
        return services;
    }
}
