using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Jobs;
using Notify.Core.Watches;

namespace Notify.Core.Materials;

/// <summary>Registers the materials watch.</summary>
public static class MaterialsRegistration
{
    private static readonly MailedStates<RecipientState> Mailed = new(
        MaterialKinds.All,
        MaterialsKeys.RecipientPrefix,
        MaterialsJson.Default.RecipientState,
        state => MaterialsKeys.Recipient(state.Recipient),
        mail => MaterialsKeys.PrefixOf(mail.Subject),
        state => state.WaitingMails,
        MaterialOutcome.Of);

    /// <summary>Adds the job and its part in delivery. Needs all that <see cref="NotifyCore"/> adds.</summary>
    public static IServiceCollection AddMaterials(this IServiceCollection services, MaterialsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<MaterialsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<MaterialsJob>());
        services.AddWatchDelivery<MaterialsJob, RecipientState>(Mailed);
        services.AddSingleton<MaterialReceipts>().AddSingleton<MaterialsReader>().AddSingleton<MaterialsCommands>();
        return services;
    }
}
