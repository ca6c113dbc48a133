using Microsoft.Extensions.Configuration;

namespace Notify.Adapters.Telemetry;

/// <summary>Where traces, figures and logs go, by the names that the platforms have given these settings. Nowhere by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Azure's name for <see cref="AzureMonitor"/>.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Azure's name for <see cref="ByIdentity"/>: <c>Authorization=AAD</c>, and a client id.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>OpenTelemetry's name for <see cref="Collector"/>.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The connection string of Application Insights; empty: nothing goes there.</summary>
    public string AzureMonitor { get; set; } = "";

    /// <summary>Whether Application Insights is told who sends, by the program's own identity: it takes nothing else where local authentication is off.</summary>
    public bool ByIdentity { get; set; }

    /// <summary>The address of a collector that speaks OTLP, as <c>http://localhost:4317</c>; empty: nothing goes there. Other settings <c>OTEL_*</c> are read from the environment.</summary>
    public string Collector { get; set; } = "";

    /// <summary>Whether anything goes anywhere.</summary>
    public bool IsOn => AzureMonitor.Length > 0 || Collector.Length > 0;

    /// <summary>Reads both settings.</summary>
    public static TelemetryOptions Read(IConfiguration configuration) =>
        new()
        {
            AzureMonitor = configuration[AzureMonitorSetting]?.Trim() ?? "",
            ByIdentity = configuration[AuthenticationSetting]?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) ?? false,
            Collector = configuration[CollectorSetting]?.Trim() ?? "",
        };

    /// <summary>All errors at once, each with the setting's name; values are not echoed, since the one is a secret.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        if (AzureMonitor.Length > 0 && !IsConnectionString(AzureMonitor))
        {
            errors.Add($"{AzureMonitorSetting}: needed is InstrumentationKey=GUID, with IngestionEndpoint=https://... or without.");
        }

        if (Collector.Length > 0 && !IsWebAddress(Collector))
        {
            errors.Add($"{CollectorSetting}: needed is an address such as http://localhost:4317.");
        }

        return errors;
    }

    private static bool IsConnectionString(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (parts.Any(p => p.Length != 2) || parts.DistinctBy(p => p[0], StringComparer.OrdinalIgnoreCase).Count() != parts.Count)
        {
            return false;
        }

        var values = parts.ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return Guid.TryParse(values.GetValueOrDefault("InstrumentationKey"), out _)
            && values.Where(v => v.Key.EndsWith("Endpoint", StringComparison.OrdinalIgnoreCase)).All(v => IsWebAddress(v.Value));
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}
