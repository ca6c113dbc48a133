using Microsoft.Extensions.DependencyInjection;

namespace Notify.Core.Succession;

/// <summary>Registers what passes on when districts are merged.</summary>
public static class SuccessionRegistration
{
    /// <summary>Adds it. A watch that keeps something adds its estate here.</summary>
    public static IServiceCollection AddSuccession(this IServiceCollection services) => services
        .AddSingleton<IEstate, ContactsEstate>()
        .AddSingleton<IEstate, AgreementsEstate>()
        .AddSingleton<IEstate, ForumsEstate>()
        .AddSingleton<IEstate, MaterialsEstate>()
        .AddSingleton<IEstate, FollowUpsEstate>()
        .AddSingleton<IEstate, TroublesEstate>()
        .AddSingleton<TakeOver>()
        .AddSingleton<MovedLinks>();
}
