using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Register;
using Notify.Core.Sources;

namespace Notify.Core.Accounts;

/// <summary>Registers what the directory says of contacts.</summary>
public static class AccountsRegistration
{
    /// <summary>Adds what every import heeds; also where the directory itself is not asked, as on a machine that only imports.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services.AddSingleton<AccountBook>().AddSingleton<IRegisterAmendment, AccountAmendment>();

    /// <summary>Adds the source that asks the directory. Needs an <see cref="IAccountDirectory"/>.</summary>
    public static IServiceCollection AddAccountsSource(this IServiceCollection services, AccountsOptions options) =>
        services.AddSingleton(options).AddSingleton<ISource, AccountsSource>();
}
