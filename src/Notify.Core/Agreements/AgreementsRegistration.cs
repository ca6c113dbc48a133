using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Jobs;

namespace Notify.Core.Agreements;

/// <summary>Registers the agreements watch.</summary>
public static class AgreementsRegistration
{
    /// <summary>Adds the job and its part in delivery. Needs all that <see cref="NotifyCore"/> adds.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services, AgreementsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AgreementsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<AgreementsJob>());
        services.AddSingleton<INotificationOwner, AgreementsDelivery>();
        services.AddSingleton<IMailAttachments, AgreementCalendar>();
        services.AddSingleton<AgreementReplies>().AddSingleton<AgreementsReader>().AddSingleton<AgreementsCommands>();
        return services;
    }
}
