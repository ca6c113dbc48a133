using Microsoft.Extensions.DependencyInjection;

namespace Notify.Core.Importing;

/// <summary>Registers importing by hand.</summary>
public static class ImportRegistration
{
    /// <summary>Adds the desk, and the history of imports.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<ImportRehearsal>().AddSingleton<ImportHistory>().AddSingleton<ImportDesk>();
}
