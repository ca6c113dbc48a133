using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Agreements;

/// <summary>What the end of a mail about agreements means: people have heard, or have not. In the same commit as the mail's own state.</summary>
public sealed class AgreementsDelivery(IRecordStore store, AgreementsJob job, TimeProvider clock) : INotificationOwner
{
    /// <inheritdoc/>
    public bool Owns(string kind) => AgreementKinds.All.Contains(kind);

    /// <inheritdoc/>
    public Task<bool> IsCurrentAsync(Notification notification, CancellationToken ct) => job.IsCurrentAsync(notification.District, ct);

    /// <inheritdoc/>
    public async Task<bool> IsWantedAsync(Notification notification, CancellationToken ct)
    {
        await job.RunAsync(notification.District, ct);
        return (await WantedAsync(notification.District, ct)).Contains(notification.Id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<NotificationId>> WantedAsync(DistrictCode district, CancellationToken ct) =>
        (await StatesAsync(district, ct)).SelectMany(s => s.Value.Planned).SelectMany(s => s.Mails)
            .Where(m => m.Outcome != MailOutcome.Accepted).Select(m => m.Id).ToHashSet();

    /// <inheritdoc/>
    public async Task CatchUpAsync(DistrictCode district, CancellationToken ct)
    {
        await store.CommitAsync(district.ToString(), [new RecordChange.Put(AgreementsKeys.Again, "{}")], ct);
        await job.RunAsync(district, ct);
    }

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
        foreach (var kept in await StatesAsync(after.District, ct))
        {
            var next = AgreementOutcome.Of(kept.Value, after, clock.GetUtcNow());
            if (next != kept.Value)
            {
                changes.Add(kept.With(AgreementsKeys.Agreement(next.Id), next, AgreementsJson.Default.AgreementState));
            }
        }

        return changes.Count == 0 ? [] : [.. changes, new RecordChange.Put(AgreementsKeys.Again, "{}")];
    }

    private Task<List<Kept<AgreementState>>> StatesAsync(DistrictCode district, CancellationToken ct) =>
        store.ListAsync(district.ToString(), AgreementsKeys.AgreementPrefix, AgreementsJson.Default.AgreementState, ct);
}
