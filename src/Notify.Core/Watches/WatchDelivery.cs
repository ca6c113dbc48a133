using System.Text.Json.Serialization.Metadata;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Watches;

/// <summary>What the end of a watch's mail means for the states that know of it, in the same commit as the mail's own state.</summary>
/// <typeparam name="TState">A state row of the watch.</typeparam>
public sealed class WatchDelivery<TState>(IRecordStore store, WatchRunner runner, IWatch watch, MailedStates<TState> states, TimeProvider clock) : INotificationOwner
    where TState : class
{
    /// <inheritdoc/>
    public bool Owns(string kind) => states.Kinds.Contains(kind);

    /// <inheritdoc/>
    public Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) => runner.IsCurrentAsync(watch, notification.District, ct);

    /// <inheritdoc/>
    public async Task<bool> IsWantedAsync(Notification notification, CancellationToken ct)
    {
        await runner.RunAsync(watch, notification.District, ct);
        return (await StatesAsync(notification.District, states.PrefixOf(notification), ct)).SelectMany(s => states.Wanted(s.Value)).Contains(notification.Id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct) =>
        (await StatesAsync(district, states.Prefix, ct)).SelectMany(s => states.Wanted(s.Value)).ToHashSet();

    /// <inheritdoc/>
    public Task CatchUpAsync(DistrictCode district, CancellationToken ct) => runner.RunAgainAsync(watch, district, ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        if (before.State == after.State
            || after.State is NotificationState.Sending or NotificationState.Superseded or NotificationState.Held
            || (before.State is NotificationState.Accepted && after.State is NotificationState.Delivered))
        {
            return [];
        }

        var changes = new List<RecordChange>();
        foreach (var kept in await StatesAsync(after.District, states.PrefixOf(after), ct))
        {
            var next = states.After(kept.Value, after, clock.GetUtcNow());
            if (!ReferenceEquals(next, kept.Value))
            {
                changes.Add(kept.With(states.KeyOf(next), next, states.Json));
            }
        }

        return changes.Count == 0 ? [] : [.. changes, new RecordChange.Put(WatchKeys.Again(watch.Name), "{}")];
    }

    private Task<List<Kept<TState>>> StatesAsync(DistrictCode district, string prefix, CancellationToken ct) =>
        store.ListAsync(district.ToString(), prefix, states.Json, ct);
}

/// <summary>The states of a watch that know of its mails.</summary>
/// <param name="Kinds">The kinds of those mails.</param>
/// <param name="Prefix">The prefix of their keys.</param>
/// <param name="KeyOf">The key of a state.</param>
/// <param name="PrefixOf">A prefix of the keys of those that can know of the notification: as narrow as its subject and values tell.</param>
/// <param name="Wanted">The mails that the state still wants to be sent; one that ended undelivered may be among them.</param>
/// <param name="After">The state once the notification is as given; the same instance when it changes nothing.</param>
public sealed record MailedStates<TState>(
    IReadOnlySet<string> Kinds,
    string Prefix,
    JsonTypeInfo<TState> Json,
    Func<TState, string> KeyOf,
    Func<Notification, string> PrefixOf,
    Func<TState, IEnumerable<NotificationId>> Wanted,
    Func<TState, Notification, DateTimeOffset, TState> After);
