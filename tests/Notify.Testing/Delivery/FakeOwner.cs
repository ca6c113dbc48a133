using System.Collections.Concurrent;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Testing.Delivery;

/// <summary>A watch that owns every kind, is current unless told otherwise, and keeps a row <c>followed:{id}</c> with the last state.</summary>
public sealed class FakeOwner(IRecordStore store) : INotificationOwner
{
    private readonly ConcurrentQueue<(NotificationState Before, NotificationState After)> _followed = new();
    private int _caughtUp;

    /// <summary>Whether the watch has seen everything.</summary>
    public Func<Notification, Task<bool>> IsCurrent { get; set; } = _ => Task.FromResult(true);

    /// <summary>What the watch does when it catches up.</summary>
    public Func<Task> CatchUp { get; set; } = () => Task.CompletedTask;

    /// <summary>How often it caught up.</summary>
    public int CaughtUp => Volatile.Read(ref _caughtUp);

    /// <summary>Every move it was asked to follow, in order.</summary>
    public IReadOnlyList<(NotificationState Before, NotificationState After)> Followed => [.. _followed];

    /// <inheritdoc/>
    public bool Owns(string kind) => true;

    /// <inheritdoc/>
    public Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) => IsCurrent(notification);

    /// <inheritdoc/>
    public Task<bool> IsWantedAsync(Notification notification, CancellationToken ct) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<NotificationId>>(new HashSet<NotificationId>());

    /// <inheritdoc/>
    public Task CatchUpAsync(DistrictCode district, CancellationToken ct)
    {
        Interlocked.Increment(ref _caughtUp);
        return CatchUp();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        _followed.Enqueue((before.State, after.State));
        var key = KeyOf(after.Id);
        var present = await store.FindAsync(after.District.ToString(), key, ct);
        var value = $"\"{after.State}\"";
        return [present is null ? new RecordChange.Insert(key, value) : new RecordChange.Replace(key, value, present.ETag)];
    }

    /// <summary>The key of the watch's own row.</summary>
    public static string KeyOf(NotificationId id) => $"followed:{id}";
}
