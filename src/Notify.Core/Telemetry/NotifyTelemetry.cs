using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Notify.Core.Telemetry;

/// <summary>
/// Where all traces and figures of Notify come from. What listens to the name hears them; while nothing does they cost next to
/// nothing. No tag ever holds an address, a name, a phone number, a token or a text of a mail.
/// </summary>
/// <param name="name">Another than <see cref="Name"/> for what must not be counted, as a rehearsal.</param>
public sealed class NotifyTelemetry(string name = NotifyTelemetry.Name) : IDisposable
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "Notify";

    /// <summary>Spans: a run of a job, a district in it, the delivery of a notification, a send.</summary>
    public ActivitySource Traces { get; } = new(name);

    /// <summary>The figures: see the classes that make the instruments.</summary>
    public Meter Meter { get; } = new(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        Traces.Dispose();
        Meter.Dispose();
    }
}
