using System.Diagnostics.Metrics;
using System.Text.Json;
using Notify.Core.Notifications;
using Notify.Core.Store;

namespace Notify.Core.Telemetry;

/// <summary>
/// Counts what notifications came to, as it is committed: whoever writes them is counted, and a lost race is not.
/// Handing over is counted where its latency is known, by <see cref="MailMeter"/>.
/// </summary>
/// <remarks>Relies on every change of a notification being a line of its history.</remarks>
public sealed class StateMeter
{
    private readonly Dictionary<NotificationState, Counter<long>> _came;
    private readonly Counter<long> _queued;

    /// <summary>Makes the instruments.</summary>
    public StateMeter(NotifyTelemetry telemetry)
    {
        _queued = Counter("queued", "that are new in the queue");
        _came = new()
        {
            [NotificationState.Queued] = Counter("requeued", "back in the queue: to be tried again, given back, released, or by hand"),
            [NotificationState.Delivered] = Counter("delivered", "delivered to one recipient at least"),
            [NotificationState.Bounced] = Counter("bounced", "that reached nobody, as the provider told after it had taken them"),
            [NotificationState.Failed] = Counter("failed", "refused for good or given up"),
            [NotificationState.Superseded] = Counter("superseded", "replaced by a newer truth before they left"),
            [NotificationState.Expired] = Counter("expired", "too late to be sent"),
            [NotificationState.Suppressed] = Counter("suppressed", "with nobody left to send to: trial mode, dead addresses"),
            [NotificationState.Held] = Counter("held", "kept back by hand"),
            [NotificationState.Cancelled] = Counter("cancelled", "ended by hand"),
        };

        Counter<long> Counter(string name, string what) =>
            telemetry.Meter.CreateCounter<long>($"notify.notifications.{name}", "{notification}", $"Notifications {what}");
    }

    /// <summary>Sees what was committed.</summary>
    public void Committed(IEnumerable<RecordChange> changes)
    {
        if (!_queued.Enabled)
        {
            return;
        }

        foreach (var change in changes.Where(c => c.Key.StartsWith(NotificationRows.Prefix, StringComparison.Ordinal)))
        {
            switch (change)
            {
                case RecordChange.Insert added:
                    Came(Read(added.Value));
                    break;
                case RecordChange.Replace replaced:
                    Came(Read(replaced.Value));
                    break;
            }
        }
    }

    private static Notification Read(string value) => JsonSerializer.Deserialize(value, NotificationJson.Default.Notification)!;

    private void Came(Notification notification)
    {
        var (now, before) = (notification.State, notification.History is [.., var last, _] ? last.State : (NotificationState?)null);
        var counter = now is NotificationState.Queued && before is null or NotificationState.Planned ? _queued
            : now == before ? null
            : _came.GetValueOrDefault(now);
        counter?.Add(1, new KeyValuePair<string, object?>(TelemetryTags.Kind, notification.Kind));
    }
}
