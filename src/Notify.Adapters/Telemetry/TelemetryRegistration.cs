using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Notify.Adapters.Telemetry;

/// <summary>Sends traces, figures and logs where the settings say. Without a setting nothing is registered at all.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds OpenTelemetry with an exporter for each destination. A host starts it; anything else calls <see cref="StartTelemetry"/>.</summary>
    public static IServiceCollection AddNotifyTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (!options.IsOn)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(serviceName: "notify", serviceVersion: typeof(NotifyTelemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(t => t.AddSource(NotifyTelemetry.Name))
            .WithMetrics(m => m.AddMeter(NotifyTelemetry.Name))
            .WithLogging(null, l => l.IncludeFormattedMessage = true);
        if (options.AzureMonitor.Length > 0)
        {
            telemetry.ToAzureMonitor(options);
        }

        if (options.Collector.Length > 0)
        {
            telemetry.WithTracing(t => t.AddOtlpExporter()).WithMetrics(m => m.AddOtlpExporter()).WithLogging(l => l.AddOtlpExporter());
        }

        return services;
    }

    /// <summary>Begins to listen, in a program that is no host. What was heard goes out at the latest when the services are disposed of.</summary>
    public static void StartTelemetry(this IServiceProvider services)
    {
        services.GetService<TracerProvider>();
        services.GetService<MeterProvider>();
    }

    private static void ToAzureMonitor(this OpenTelemetryBuilder telemetry, TelemetryOptions options) => telemetry
        .WithTracing(t => t.AddAzureMonitorTraceExporter(options.ApplyTo))
        .WithMetrics(m => m.AddAzureMonitorMetricExporter(options.ApplyTo))
        .WithLogging(l => l.AddAzureMonitorLogExporter(options.ApplyTo));
}
