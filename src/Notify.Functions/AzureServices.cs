using System.Security.Cryptography;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;
using Notify.Core.Telemetry;
using Notify.Core.Work;
using Notify.Web;

namespace Notify.Functions;

/// <summary>Puts the parts together for Azure: everything that every host has, the queue, and the vault.</summary>
public static class AzureServices
{
    /// <summary>Everything, opened by the app's own identity.</summary>
    public static IServiceCollection AddAzure(this IServiceCollection services, AzureSettings settings)
    {
        var identity = new DefaultAzureCredential();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IClaimOwners>(new UnseenClaimOwners($"{Environment.MachineName}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"));
        settings.Shared.AddTo(services);
        services.AddSingleton(_ => new ServiceBusClient(settings.ServiceBus, identity));
        services.AddSingleton<IWorkQueue, ServiceBusWorkQueue>().AddSingleton<IDeadLetters, ServiceBusDeadLetters>();
        services.AddWorkByQueue();
        services.AddNotifyWeb(settings.Portal).AddSingleton<NotifyPipeline>();
        services.AddDataProtection().ProtectKeysWithAzureKeyVault(settings.KeyUri, identity);
        return services.AddHostedService<Beginning>().LogDiscreetly();
    }
}
