using System.Text.Json;
using Notify.Core.Store;

namespace Notify.Core.Notifications;

/// <summary>
/// The rows of a notification in its district's partition: itself, an index of what is waiting by time, one of what trial mode
/// keeps back, and two indexes by time of planning, of all and of those on one subject. Every change of a notification goes through here, so that the
/// index of what is waiting is never wrong.
/// </summary>
public static class NotificationRows
{
    /// <summary>Prefix of the index of what is waiting: <c>pending:{notBefore}:{id}</c>. Its value is a <see cref="PendingMark"/>.</summary>
    public const string PendingPrefix = "pending:";

    /// <summary>Prefix of the index of what trial mode keeps back: <c>kept:{notBefore}:{id}</c>. Its value is a <see cref="KeptMark"/>.</summary>
    public const string KeptPrefix = "kept:";

    /// <summary>Prefix of the index of what somebody holds: <c>held:{id}</c>.</summary>
    public const string HeldPrefix = "held:";

    /// <summary>Prefix of the notifications themselves.</summary>
    public const string Prefix = "notification:";

    /// <summary>Prefix of the index by time of planning, the newest first: <c>made:{createdAt}:{id}</c>. Its value is a <see cref="NotificationBrief"/>.</summary>
    public const string MadePrefix = "made:";

    /// <summary>The key of a notification.</summary>
    public static string KeyOf(NotificationId id) => Prefix + id;

    /// <summary>Prefix of the index by subject: <c>of:{subject}:{createdAt}:{id}</c>.</summary>
    public static string SubjectPrefix(string subject) =>
        $"of:{(RecordKey.IsValid(subject) && subject.Length <= 60 ? subject : RecordKey.Hash(subject))}:";

    /// <summary>The id at the end of an index key.</summary>
    public static NotificationId IdIn(string indexKey) => NotificationId.Parse(indexKey[(indexKey.LastIndexOf(':') + 1)..]);

    /// <summary>The moment in a key of the index of what is waiting.</summary>
    public static DateTimeOffset DueIn(string pendingKey) =>
        RecordKey.ParseTime(pendingKey.AsSpan(PendingPrefix.Length, pendingKey.LastIndexOf(':') - PendingPrefix.Length).ToString());

    /// <summary>What a row of the index of what is waiting says.</summary>
    public static PendingMark MarkIn(Record pendingRow) => JsonSerializer.Deserialize(pendingRow.Value, NotificationJson.Default.PendingMark)!;

    /// <summary>The kind of mail that a row of the index of what trial mode keeps back is about.</summary>
    public static string KindIn(Record keptRow) => JsonSerializer.Deserialize(keptRow.Value, NotificationJson.Default.KeptMark)!.Kind;

    /// <summary>What a row of the index by time of planning tells.</summary>
    public static NotificationBrief BriefIn(Record madeRow) => JsonSerializer.Deserialize(madeRow.Value, NotificationJson.Default.NotificationBrief)!;

    /// <summary>The changes that add a notification.</summary>
    public static IEnumerable<RecordChange> Insert(Notification notification)
    {
        var made = RecordKey.Time(notification.CreatedAt);
        yield return new RecordChange.Insert(KeyOf(notification.Id), Write(notification));
        yield return new RecordChange.Insert(MadeKey(notification), BriefValue(NotificationBrief.Of(notification)));
        yield return new RecordChange.Insert($"{SubjectPrefix(notification.Subject)}{made}:{notification.Id}", "{}");
        if (IsPending(notification.State))
        {
            yield return new RecordChange.Insert(PendingKey(notification), PendingValue(notification));
        }
    }

    /// <summary>The changes that take a notification from one state of its record to the next.</summary>
    /// <param name="before">As read; its ETag is the condition.</param>
    public static IEnumerable<RecordChange> Replace(Stored before, Notification after)
    {
        yield return new RecordChange.Replace(KeyOf(after.Id), Write(after), before.ETag);
        var (told, brief) = (Told(before.Notification), Told(after));
        if (!brief.SaysTheSameAs(told))
        {
            yield return new RecordChange.Put(MadeKey(after), BriefValue(brief));
        }

        var (oldKey, newKey) = (
            IsPending(before.Notification.State) ? PendingKey(before.Notification) : null,
            IsPending(after.State) ? PendingKey(after) : null);
        if (oldKey is not null && oldKey != newKey)
        {
            yield return new RecordChange.Delete(oldKey);
        }

        if (newKey is not null && (oldKey != newKey || MarkOf(before.Notification) != MarkOf(after)))
        {
            yield return new RecordChange.Put(newKey, PendingValue(after));
        }

        if (before.Notification.State is NotificationState.Held != after.State is NotificationState.Held)
        {
            yield return after.State is NotificationState.Held ? new RecordChange.Put(HeldPrefix + after.Id, "{}") : new RecordChange.Delete(HeldPrefix + after.Id);
        }

        if (IsKept(before.Notification) != IsKept(after))
        {
            yield return IsKept(after)
                ? new RecordChange.Put(KeptKey(after), JsonSerializer.Serialize(new(after.Kind), NotificationJson.Default.KeptMark))
                : new RecordChange.Delete(KeptKey(before.Notification));
        }
    }

    /// <summary>The notification, or null when there is none. One store operation.</summary>
    public static async Task<Stored?> FindAsync(IRecordStore store, NotificationId id, CancellationToken ct) =>
        await store.FindAsync(id.District.ToString(), KeyOf(id), ct) is { } record ? Read(record) : null;

    /// <summary>The notification in a record.</summary>
    public static Stored Read(Record record) =>
        new(JsonSerializer.Deserialize(record.Value, NotificationJson.Default.Notification)!, record.ETag);

    private static string Write(Notification notification) =>
        JsonSerializer.Serialize(notification, NotificationJson.Default.Notification);

    private static string MadeKey(Notification notification) => $"{MadePrefix}{RecordKey.NewestFirst(notification.CreatedAt)}:{notification.Id}";

    /// <summary>A send that is under way changes nothing of what lists tell, so that it costs nothing.</summary>
    private static NotificationBrief Told(Notification notification) =>
        NotificationBrief.Of(notification) is var brief && brief.State is NotificationState.Sending ? brief with { State = NotificationState.Queued } : brief;

    private static string BriefValue(NotificationBrief brief) => JsonSerializer.Serialize(brief, NotificationJson.Default.NotificationBrief);

    private static bool IsPending(NotificationState state) => state is NotificationState.Queued or NotificationState.Sending;

    /// <summary>Whether trial mode alone, or with dead addresses, kept it back.</summary>
    private static bool IsKept(Notification notification) =>
        notification.State is NotificationState.Suppressed && notification.Recipients.Any(r => r.Outcome is RecipientOutcome.Suppressed);

    private static string KeptKey(Notification notification) => $"{KeptPrefix}{RecordKey.Time(notification.NotBefore)}:{notification.Id}";

    private static string PendingKey(Notification notification) =>
        $"{PendingPrefix}{RecordKey.Time(notification.NotBefore)}:{notification.Id}";

    private static string PendingValue(Notification notification) =>
        JsonSerializer.Serialize(MarkOf(notification), NotificationJson.Default.PendingMark);

    private static PendingMark MarkOf(Notification notification) =>
        new(notification.Urgent, notification.State is NotificationState.Sending, notification.Expires);
}

/// <summary>What the index of what is waiting says of a notification, so that it need not be read.</summary>
/// <param name="Urgent">Whether it goes outside the send window, too.</param>
/// <param name="Claimed">Whether somebody is sending it, or was.</param>
/// <param name="Expires">Not sent from then on; null: never too late.</param>
public sealed record PendingMark(bool Urgent, bool Claimed = false, DateTimeOffset? Expires = null);

/// <summary>What the index of what trial mode keeps back says of a notification, so that it need not be read.</summary>
public sealed record KeptMark(string Kind);

/// <summary>A notification as read, with the ETag that its next change depends on.</summary>
public sealed record Stored(Notification Notification, string ETag);
