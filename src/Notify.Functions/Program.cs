using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Notify.Adapters.Settings;

namespace Notify.Functions;

/// <summary>The Azure host: settings, services, and on.</summary>
public static class Program
{
    /// <summary>Runs until the platform says stop; 2 when the settings cannot be used.</summary>
    public static async Task<int> Main(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        var binder = new SettingsBinder(builder.Configuration);
        if (AzureSettings.Read(binder, builder.Configuration) is not { } settings)
        {
            await Console.Error.WriteLineAsync($"notify: {binder.Complaint}");
            return 2;
        }

        builder.Services.AddAzure(settings);
        await builder.Build().RunAsync();
        return 0;
    }
}
