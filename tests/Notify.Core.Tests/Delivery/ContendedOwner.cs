using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Delivery;

namespace Notify.Core.Tests.Delivery;

/// <summary>A watch whose row is changed by someone else between its read and the commit, so many times.</summary>
internal sealed class ContendedOwner(IRecordStore store, int conflicts) : INotificationOwner
{
    private int _left = conflicts;

    public bool Owns(string kind) => true;

    public Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) => Task.FromResult(true);

    public Task<bool> IsWantedAsync(Notification notification, CancellationToken ct) => Task.FromResult(true);

    public Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<NotificationId>>(new HashSet<NotificationId>());

    /// <inheritdoc/>
    public Task CatchUpAsync(DistrictCode district, CancellationToken ct) => Task.CompletedTask;

    public async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        if (_left-- > 0)
        {
            return [new RecordChange.Replace(FakeOwner.KeyOf(after.Id), "\"lost\"", "an ETag of yesterday")];
        }

        return await new FakeOwner(store).FollowAsync(before, after, ct);
    }
}
