using System.Diagnostics;
using System.Diagnostics.Metrics;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;

namespace Notify.Core.Telemetry;

/// <summary>Measures how mail leaves: how many, how soon, at what attempt, and what the provider tells of it afterwards.</summary>
public sealed class MailMeter(NotifyTelemetry telemetry)
{
    private readonly Counter<long> _sent = telemetry.Meter.CreateCounter<long>(
        "notify.notifications.sent", "{notification}", "Notifications handed over to the mail provider");

    private readonly Histogram<double> _latency = telemetry.Meter.CreateHistogram<double>(
        "notify.handover.latency", "s", "From the change, as the watch saw it and planned the notification, to the hand-over; settling and send window included");

    private readonly Histogram<double> _delay = telemetry.Meter.CreateHistogram<double>(
        "notify.handover.delay", "s", "From the moment at which the notification was to leave to the hand-over");

    private readonly Histogram<int> _attempts = telemetry.Meter.CreateHistogram<int>(
        "notify.handover.attempts", "{attempt}", "Attempts until the notification was handed over or had failed for good");

    private readonly Counter<long> _events = telemetry.Meter.CreateCounter<long>(
        "notify.provider.events", "{event}", "What the mail provider told of mails; repetitions count");

    /// <summary>Follows one delivery in a span.</summary>
    public async Task<DeliveryResult> FollowAsync(NotificationId id, Func<Task<DeliveryResult>> deliver)
    {
        using var span = telemetry.Traces.StartActivity("deliver");
        span?.SetTag(TelemetryTags.Id, id.ToString()).SetTag(TelemetryTags.District, id.District.ToString());
        try
        {
            var result = await deliver();
            span?.SetTag(TelemetryTags.Outcome, TelemetryTags.Word(result));
            return result;
        }
        catch (Exception e)
        {
            span.Fail(e);
            throw;
        }
    }

    /// <summary>A notification went from one state to the next, and that is stored.</summary>
    public void Moved(Notification before, Notification after)
    {
        Note(after);
        var (kind, state) = (KeyValuePair.Create(TelemetryTags.Kind, (object?)after.Kind), KeyValuePair.Create(TelemetryTags.State, (object?)TelemetryTags.Word(after.State)));
        if (after.SentAt is { } sent && before.SentAt is null)
        {
            _sent.Add(1, kind);
            _latency.Record((sent - after.CreatedAt).TotalSeconds, kind);
            _delay.Record((sent - before.NotBefore).TotalSeconds, kind);
            _attempts.Record(after.Attempts, kind, state);
        }
        else if (after.State is NotificationState.Failed && before.State is not NotificationState.Failed)
        {
            _attempts.Record(after.Attempts, kind, state);
        }
    }

    /// <summary>The mail provider told something.</summary>
    public void Told(IReadOnlyList<ProviderEvent> events)
    {
        foreach (var (kind, count) in events.CountBy(e => e.Kind))
        {
            _events.Add(count, KeyValuePair.Create(TelemetryTags.Event, (object?)TelemetryTags.Word(kind)));
        }
    }

    private void Note(Notification after)
    {
        if (Activity.Current is { } span && span.Source == telemetry.Traces)
        {
            span.AddEvent(new("notify.moved", tags: new ActivityTagsCollection
            {
                [TelemetryTags.Id] = after.Id.ToString(),
                [TelemetryTags.Kind] = after.Kind,
                [TelemetryTags.State] = TelemetryTags.Word(after.State),
            }));
        }
    }
}
