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
        var settings = AzureSettings.Read(binder, builder.Configuration);
        if (binder.Complaint is { } complaint)
        {
            await Console.Error.WriteLineAsync($"notify: {complaint}");
            return 2;
        }

        builder.Services.AddAzure(settings);
        await builder.Build().RunAsync();
        return 0;
    }
}
