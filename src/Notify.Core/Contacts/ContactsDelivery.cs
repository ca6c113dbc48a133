using System.Text.Json;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Watches;

namespace Notify.Core.Contacts;

/// <summary>What the end of a contact mail means: a school knows, or does not. In the same commit as the mail's own state.</summary>
public sealed class ContactsDelivery(
    IRecordStore store, WatchRunner runner, ContactsJob job, NotificationFactory factory, TimeProvider clock) : INotificationOwner
{
    /// <inheritdoc/>
    public bool Owns(string kind) => ContactKinds.All.Contains(kind);

    /// <inheritdoc/>
    public async Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) =>
        await runner.IsCurrentAsync(job, notification.District, ct)
        && (notification.Kind != ContactKinds.ReceiptReminder || await IsAwaitedAsync(notification, ct));

    /// <inheritdoc/>
    public async Task<bool> IsWantedAsync(Notification notification, CancellationToken ct)
    {
        await job.RunAsync(notification.District, ct);
        return notification.Kind == ContactKinds.ReceiptReminder
            ? await IsAwaitedAsync(notification, ct)
            : (await WantedAsync(notification.District, ct)).Contains(notification.Id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct)
    {
        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district, ct);
        IEnumerable<NotificationId?> mails =
        [
            .. ledger.Schools.Select(s => s.Planned?.Mail),
            .. ledger.Schools.Where(ReceiptRule.IsAwaited).Select(s => s.Receipt?.Reminder),
            .. ledger.Contacts.Select(c => c.Planned?.Mail),
            ledger.Coordinator.Planned?.Mail,
        ];
        return mails.OfType<NotificationId>().ToHashSet();
    }

    /// <inheritdoc/>
    public Task CatchUpAsync(DistrictCode district, CancellationToken ct) => runner.RunAgainAsync(job, district, ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        var partition = after.District.ToString();
        if (before.State == after.State
            || after.State is NotificationState.Sending or NotificationState.Superseded or NotificationState.Held
            || (before.State is NotificationState.Accepted && after.State is NotificationState.Delivered))
        {
            return [];
        }

        var changes = after.Kind switch
        {
            ContactKinds.ReceiptReminder => [],
            ContactKinds.Assigned => await FollowContactAsync(partition, after, ct),
            ContactKinds.Missing => await FollowCoordinatorAsync(partition, after, ct),
            _ => await FollowSchoolAsync(partition, after, ct),
        };
        return changes.Count == 0 ? [] : [.. changes, new RecordChange.Put(WatchKeys.Again(ContactsKeys.Watch), "{}")];
    }

    private async Task<bool> IsAwaitedAsync(Notification notification, CancellationToken ct) =>
        ContactsKeys.SchoolIn(notification.Subject) is { } school
        && await store.FindAsync(notification.District.ToString(), ContactsKeys.School(school), ContactsJson.Default.SchoolState, ct) is { } state
        && state.Value.Known.Sequence == notification.Sequence && ReceiptRule.IsAwaited(state.Value);

    private async Task<IReadOnlyList<RecordChange>> FollowSchoolAsync(string partition, Notification mail, CancellationToken ct)
    {
        if (ContactsKeys.SchoolIn(mail.Subject) is not { } school
            || await store.FindAsync(partition, ContactsKeys.School(school), ContactsJson.Default.SchoolState, ct) is not { } kept)
        {
            return [];
        }

        var next = SchoolOutcome.Of(kept.Value, mail, clock.GetUtcNow());
        if (next == kept.Value)
        {
            return [];
        }

        var changes = new List<RecordChange> { kept.With(ContactsKeys.School(school), next, ContactsJson.Default.SchoolState) };
        if (next.Calls.Count > kept.Value.Calls.Count && SchoolOutcome.CallFor(mail, school, clock.GetUtcNow()) is { } call)
        {
            changes.Add(new RecordChange.Put(CallRow.KeyOf(call.Id), JsonSerializer.Serialize(call, ContactsJson.Default.CallRow)));
        }

        return changes;
    }

    private async Task<IReadOnlyList<RecordChange>> FollowContactAsync(string partition, Notification mail, CancellationToken ct)
    {
        var key = ContactsKeys.Contact(ContactsKeys.ContactIn(mail.Subject) ?? "");
        var kept = await store.FindAsync(partition, key, ContactsJson.Default.ContactState, ct);
        if (kept?.Value.Planned is not { } planned || planned.Mail != mail.Id)
        {
            return [];
        }

        var next = mail.State is NotificationState.Accepted or NotificationState.Delivered
            ? kept.Value with { Known = planned.Items, Planned = null }
            : kept.Value with { Planned = planned with { Undelivered = mail.State != NotificationState.Queued } };
        return next == kept.Value ? [] : [kept.With(key, next, ContactsJson.Default.ContactState)];
    }

    private async Task<IReadOnlyList<RecordChange>> FollowCoordinatorAsync(string partition, Notification mail, CancellationToken ct)
    {
        var kept = await store.FindAsync(partition, ContactsKeys.Coordinator, ContactsJson.Default.CoordinatorState, ct);
        if (kept?.Value.Planned is not { } planned || planned.Mail != mail.Id)
        {
            return [];
        }

        var next = mail.State is NotificationState.Accepted or NotificationState.Delivered
            ? kept.Value with { Known = [.. kept.Value.Known.Union(planned.Items)], Planned = null }
            : kept.Value with { Planned = planned with { Undelivered = mail.State != NotificationState.Queued } };
        return next == kept.Value ? [] : [kept.With(ContactsKeys.Coordinator, next, ContactsJson.Default.CoordinatorState)];
    }
}
