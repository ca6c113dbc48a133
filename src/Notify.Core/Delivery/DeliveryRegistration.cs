using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Events;
using Notify.Core.Delivery.Pace;
using Notify.Core.Delivery.Trial;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Jobs;
using Notify.Core.Store;

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
        services.AddSingleton<TroubleBook>();
        services.AddSingleton<ProblemReports>();
        services.AddSingleton<ProviderEvents>();
        services.AddSingleton(s => new MailPace(
            s.GetRequiredService<IRecordStore>(), s.GetRequiredService<MailOptions>(), TimeProvider.System, s.GetRequiredService<ILogger<MailPace>>()));
        services.AddSingleton<NotificationMoves>();
        services.AddSingleton<NotificationActions>();
        services.AddSingleton<TrialBacklog>();
        services.AddSingleton<IReplyAddresses, RegisterReplyAddresses>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Handover>();
        services.AddSingleton<UnconfirmedSends>();
        services.AddSingleton<Courier>();
        services.AddSingleton<DeliverJob>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<DeliverJob>());
        services.AddSingleton<IJob, SweepJob>();
        services.TryAddSingleton<IJobWaker, NobodyToWake>();
        services.AddSingleton(s => new Lazy<IJobWaker>(s.GetRequiredService<IJobWaker>));
        return services;
    }
}
