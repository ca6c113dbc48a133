using Notify.Core.Delivery;
using Notify.Core.Telemetry;
using Notify.Core.Time;
using Notify.Web;

namespace Notify.Local.Hosting;

/// <summary>Puts the parts together for one machine: the store and the way out that the settings choose, and the schedule in this process.</summary>
public static class LocalServices
{
    /// <summary>Everything that commands and the server share.</summary>
    public static IServiceCollection AddLocal(this IServiceCollection services, LocalSettings settings, LogLevel level = LogLevel.Warning)
    {
        services.AddSingleton(settings);
        services.AddSingleton<TimeProvider>(settings.Now is { } now ? new StandingClock(now) : TimeProvider.System);
        settings.Shared.AddTo(services);
        services.AddNotifyLinks();
        services.AddSingleton<WorkerFile>(_ => new(settings.DataFolder));
        services.AddSingleton<IClaimOwners>(s => s.GetRequiredService<WorkerFile>());
        return services.AddLogging(l => l.AddLocal(settings.IsVerbose ? LogLevel.Debug : level)).LogDiscreetly();
    }

    private static void AddLocal(this ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", level == LogLevel.Debug ? LogLevel.Information : LogLevel.Error);

        // It logs every path, and the path of a reply page is a token.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Error);
        logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
