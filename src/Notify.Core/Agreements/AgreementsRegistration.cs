using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>Registers the agreements watch.</summary>
public static class AgreementsRegistration
{
    private static readonly MailedStates<AgreementState> Mailed = new(
        AgreementKinds.All,
        AgreementsKeys.AgreementPrefix,
        AgreementsJson.Default.AgreementState,
        state => AgreementsKeys.Agreement(state.Id),
        mail => AgreementsKeys.AgreementIn(mail.Subject) is { } id ? AgreementsKeys.Agreement(id) : AgreementsKeys.AgreementPrefix,
        state => state.WaitingMails,
        AgreementOutcome.Of);

    /// <summary>Adds the job and its part in delivery. Needs all that <see cref="NotifyCore"/> adds.</summary>
    public static IServiceCollection AddAgreements(this IServiceCollection services, AgreementsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AgreementsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<AgreementsJob>());
        services.AddWatchDelivery<AgreementsJob, AgreementState>(Mailed);
        services.AddSingleton<IMailAttachments, AgreementCalendar>();
        services.AddSingleton<AgreementReplies>().AddSingleton<AgreementsReader>().AddSingleton<AgreementsCommands>();
        return services;
    }
}
