using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Delivery;

namespace Notify.Core.Watches;

/// <summary>Registers what watches share.</summary>
public static class WatchRegistration
{
    /// <summary>Lets the ends of a watch's mails reach its states.</summary>
    public static IServiceCollection AddWatchDelivery<TWatch, TState>(this IServiceCollection services, MailedStates<TState> states)
        where TWatch : class, IWatch
        where TState : class =>
        services.AddSingleton<INotificationOwner>(s =>
            ActivatorUtilities.CreateInstance<WatchDelivery<TState>>(s, s.GetRequiredService<TWatch>(), states));
}
