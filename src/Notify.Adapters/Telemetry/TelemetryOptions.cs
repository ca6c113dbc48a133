using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;

namespace Notify.Adapters.Telemetry;

/// <summary>Where traces, figures and logs go, by the names that the platforms have given these settings. Nowhere by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Azure's name for <see cref="AzureMonitor"/>.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Azure's name for <see cref="AzureMonitorSignIn"/>.</summary>
    public const string AzureMonitorSignInSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>OpenTelemetry's name for <see cref="Collector"/>.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The connection string of Application Insights; empty: nothing goes there.</summary>
    public string AzureMonitor { get; set; } = "";

    /// <summary>How to sign in there, as <c>Authorization=AAD</c>, with <c>ClientId=…</c> of a managed identity or without; empty: not at all.</summary>
    public string AzureMonitorSignIn { get; set; } = "";

    /// <summary>The address of a collector that speaks OTLP, as <c>http://localhost:4317</c>; empty: nothing goes there. Other settings <c>OTEL_*</c> are read from the environment.</summary>
    public string Collector { get; set; } = "";

    /// <summary>Whether anything goes anywhere.</summary>
    public bool IsOn => AzureMonitor.Length > 0 || Collector.Length > 0;

    /// <summary>Reads the settings.</summary>
    public static TelemetryOptions Read(IConfiguration configuration) => new()
    {
        AzureMonitor = configuration[AzureMonitorSetting]?.Trim() ?? "",
        AzureMonitorSignIn = configuration[AzureMonitorSignInSetting]?.Trim() ?? "",
        Collector = configuration[CollectorSetting]?.Trim() ?? "",
    };

    /// <summary>Tells an exporter where to send, and who it is; without a way to sign in the connection string alone must do.</summary>
    public void ApplyTo(AzureMonitorExporterOptions exporter)
    {
        exporter.ConnectionString = AzureMonitor;
        if (AzureMonitorSignIn.Length > 0)
        {
            exporter.Credential = new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = Parts(AzureMonitorSignIn)?.GetValueOrDefault("ClientId") });
        }
    }

    /// <summary>All errors at once, each with the setting's name; values are not echoed, since the one is a secret.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (AzureMonitor.Length > 0 && !IsConnectionString(AzureMonitor))
        {
            errors.Add($"{AzureMonitorSetting}: needed is InstrumentationKey=GUID, with IngestionEndpoint=https://... or without.");
        }

        if (AzureMonitorSignIn.Length > 0 && Parts(AzureMonitorSignIn)?.GetValueOrDefault("Authorization") != "AAD")
        {
            errors.Add($"{AzureMonitorSignInSetting}: needed is Authorization=AAD, with ClientId=GUID or without.");
        }

        if (Collector.Length > 0 && !IsWebAddress(Collector))
        {
            errors.Add($"{CollectorSetting}: needed is an address such as http://localhost:4317.");
        }

        return errors;
    }

    private static bool IsConnectionString(string text) =>
        Parts(text) is { } values
        && Guid.TryParse(values.GetValueOrDefault("InstrumentationKey"), out _)
        && values.Where(v => v.Key.EndsWith("Endpoint", StringComparison.OrdinalIgnoreCase)).All(v => IsWebAddress(v.Value));

    /// <summary>What <c>Name=value;Name=value</c> says; null: it is no such text, or says something twice.</summary>
    private static Dictionary<string, string>? Parts(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        return parts.All(p => p.Length == 2) && parts.DistinctBy(p => p[0], StringComparer.OrdinalIgnoreCase).Count() == parts.Count
            ? parts.ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}
