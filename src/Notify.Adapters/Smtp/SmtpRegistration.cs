using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;

namespace Notify.Adapters.Smtp;

/// <summary>Registers a mail server as the way out for mail.</summary>
public static class SmtpRegistration
{
    /// <summary>Mail goes to a server by SMTP.</summary>
    public static IServiceCollection AddSmtp(this IServiceCollection services, SmtpOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new SmtpTransport(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SmtpTransport>>()));
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<SmtpTransport>());
        return services;
    }
}
