using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;

namespace Notify.Adapters.SendGrid;

/// <summary>Registers SendGrid. Needs a clock.</summary>
public static class SendGridRegistration
{
    /// <summary>Mail goes through SendGrid.</summary>
    public static IServiceCollection AddSendGrid(this IServiceCollection services, SendGridOptions options)
    {
        services.TryAddSingleton(options);
        services.AddSingleton<IMailTransport, SendGridTransport>();
        return services;
    }

    /// <summary>SendGrid's events are taken, if the key to check them by is set.</summary>
    public static IServiceCollection AddSendGridWebhook(this IServiceCollection services, SendGridOptions options)
    {
        if (options.WebhookPublicKey.Length > 0)
        {
            services.TryAddSingleton(options);
            services.AddSingleton<IProviderWebhook, SendGridWebhook>();
        }

        return services;
    }
}
