using System.Diagnostics;
using System.Diagnostics.Metrics;
using Notify.Core.Delivery;
using Notify.Core.Notifications;

namespace Notify.Core.Telemetry;

/// <summary>A way out for mail whose sends are measured, each in a span of its own.</summary>
public sealed class MeteredTransport(IMailTransport inner, NotifyTelemetry telemetry, TimeProvider clock) : IMailTransport
{
    private readonly Histogram<double> _duration = telemetry.Meter.CreateHistogram<double>(
        "notify.send.duration", "s", "From giving a mail to the transport to its answer");

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        using var span = telemetry.Traces.StartActivity("send", ActivityKind.Client);
        span?.SetTag(TelemetryTags.Id, mail.Id.ToString()).SetTag(TelemetryTags.Kind, mail.Kind)
            .SetTag(TelemetryTags.District, mail.District.ToString()).SetTag(TelemetryTags.Transport, Name);
        var began = clock.GetTimestamp();
        var outcome = "error";
        try
        {
            var answer = await inner.SendAsync(mail, ct);
            outcome = answer.GetType().Name.ToLowerInvariant();
            return answer;
        }
        catch (Exception e)
        {
            outcome = ct.IsCancellationRequested ? "timeout" : outcome;
            span.Fail(e);
            throw;
        }
        finally
        {
            span?.SetTag(TelemetryTags.Outcome, outcome);
            _duration.Record(
                clock.GetElapsedTime(began).TotalSeconds,
                new(TelemetryTags.Transport, Name),
                new(TelemetryTags.Outcome, outcome));
        }
    }

    /// <inheritdoc/>
    public Task<Reconciliation> ReconcileAsync(NotificationId id, CancellationToken ct) => inner.ReconcileAsync(id, ct);
}
