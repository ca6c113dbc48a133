using Notify.Adapters.Telemetry;
using Notify.Core;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Pace;
using Notify.Core.Jobs;
using Notify.Core.Store;
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
        services.AddSingleton<ISchedule>(settings.Schedule);
        services.AddSingleton<TimeProvider>(settings.Now is { } now ? new StandingClock(now) : TimeProvider.System);
        services.AddNotifyCore(settings.Window, settings.Contacts, settings.Agreements, settings.Import, settings.Mail, settings.Links);
        services.AddNotifyLinks();
        settings.Store.AddTo(services);
        settings.Way.AddTo(services);
        services.AddSingleton<WorkerFile>(_ => new(settings.DataFolder));
        services.AddSingleton<IClaimOwners>(s => s.GetRequiredService<WorkerFile>());
        services.MeterPorts().AddNotifyTelemetry(settings.Telemetry);
        return services.AddLogging(l => l.AddLocal(settings.IsVerbose ? LogLevel.Debug : level)).LogDiscreetly();
    }

    /// <summary>The same on top of the store as it is, at a moment that can be moved on, writing and sending nothing.</summary>
    public static IServiceCollection AddRehearsal(this IServiceCollection services, LocalSettings settings, IRecordStore store, StandingClock clock)
    {
        services.AddLocal(settings with { Telemetry = new() });
        services.AddSingleton<IRecordStore>(new OverlayRecordStore(store));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(_ => new NotifyTelemetry("Notify.Rehearsal"));
        services.AddSingleton<IMailTransport, RehearsalTransport>();
        services.AddSingleton(s => new MailPace(
            s.GetRequiredService<IRecordStore>(), new MailOptions { MaxPerMinute = 0 }, clock, s.GetRequiredService<ILogger<MailPace>>()));
        return services.AddSingleton<IClaimOwners, RehearsalTransport>();
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
