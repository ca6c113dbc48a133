using System.Globalization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Work;

/// <summary>Work on its way to whoever does it.</summary>
/// <param name="Id">Equal ids are the same work: of two that come within the queue's window, the second is dropped. No longer than 128 characters.</param>
/// <param name="NotBefore">When it is to be done; null: now.</param>
public sealed record WorkMessage(WorkItem Item, string Id, DateTimeOffset? NotBefore = null)
{
    private const long TenSeconds = 10 * TimeSpan.TicksPerSecond;

    /// <summary>How long it waits to be done: by then later messages have long asked for the same.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(1);

    /// <summary>A job in a district, or in the city, because its time has come. A timer that fires twice asks for it once.</summary>
    /// <param name="fired">Any moment within half a minute of the time on the schedule: timers are a little early, or late.</param>
    public static WorkMessage Tick(string job, DistrictCode? district, DateTimeOffset fired) =>
        new(new(job, district), $"{job}|{district}|{Minute(fired.AddSeconds(30))}");

    /// <summary>Work because somebody asks for it: as often as it is asked for.</summary>
    /// <param name="nonce">Another for every time.</param>
    public static WorkMessage Asked(WorkItem item, string nonce) => new(item, $"{item.Job}|{item.Notification?.ToString() ?? item.District.ToString()}|{nonce}");

    /// <summary>Delivery in a district when something there falls due: once, at their end, for all that falls due in the same ten seconds.</summary>
    public static WorkMessage Due(DistrictCode district, DateTimeOffset notBefore)
    {
        var end = new DateTimeOffset((notBefore.UtcTicks + TenSeconds - 1) / TenSeconds * TenSeconds, TimeSpan.Zero);
        return new(new(WorkItem.Deliver, district), $"{WorkItem.Deliver}|{district}|due-{RecordKey.Time(end)}", end);
    }

    /// <summary>A further attempt to deliver a notification.</summary>
    public static WorkMessage Attempt(Notification notification) => new(
        new(WorkItem.Deliver, notification.District, notification.Id),
        string.Create(CultureInfo.InvariantCulture, $"{WorkItem.Deliver}|{notification.Id}|{notification.Attempts}|{RecordKey.Time(notification.NotBefore)}"),
        notification.NotBefore);

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture);
}
