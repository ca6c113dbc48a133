using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Delivery.Trial;

/// <summary>What trial mode keeps back: to be shown while it is on, and to be sent or dropped when it is left (DESIGN "Trial mode").</summary>
public sealed class TrialBacklog(IRecordStore store, NotificationMoves moves, MailOptions options, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>Whether trial mode is on.</summary>
    public bool IsOn => options.Trial;

    /// <summary>
    /// What is to be shown of a district, by time: in trial mode all that would have gone, else what of it is still to be said and waits
    /// for a decision. One store operation, and what the watches read when trial mode is off and something was kept.
    /// </summary>
    public async Task<IReadOnlyList<NotificationId>> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        var kept = await KeptAsync(district, ct);
        return [.. (IsOn || kept.Count == 0 ? kept : await WantedAsync(district, kept, ct)).Select(k => k.Id)];
    }

    /// <summary>
    /// Queues again what is still to be said, as the register is now, to whom it may go. What trial mode would keep back again stays.
    /// </summary>
    /// <param name="who">Shown in the history.</param>
    public async Task<TrialRelease> ReleaseAsync(DistrictCode district, string who, CancellationToken ct)
    {
        var kept = await KeptAsync(district, ct);
        if (kept.Count == 0)
        {
            return new(0, 0, 0);
        }

        foreach (var owner in moves.Owners.Where(o => kept.Any(k => o.Owns(k.Kind))))
        {
            await owner.CatchUpAsync(district, ct);
        }

        var wanted = await WantedAsync(district, kept, ct);
        var queued = 0;
        foreach (var mail in wanted)
        {
            queued += await TryQueueAsync(mail.Id, who, ct) ? 1 : 0;
        }

        return new(queued, wanted.Count - queued, kept.Count - wanted.Count);
    }

    private async Task<bool> TryQueueAsync(NotificationId id, string who, CancellationToken ct) =>
        await NotificationRows.FindAsync(store, id, ct) is { } stored
        && stored.Notification.Recipients.Any(r => options.Allows(r.Address))
        && (await moves.ApplyAsync(stored, n => DeliveryPolicy.Retry(n, who, calendar, clock.GetUtcNow()), ct)).Refusal is null;

    private async Task<List<(NotificationId Id, string Kind)>> KeptAsync(DistrictCode district, CancellationToken ct)
    {
        var kept = new List<(NotificationId, string)>();
        await foreach (var row in store.ScanAsync(district.ToString(), NotificationRows.KeptPrefix, ct))
        {
            kept.Add((NotificationRows.IdIn(row.Key), NotificationRows.KindIn(row)));
        }

        return kept;
    }

    /// <summary>What belongs to no watch is always to be said.</summary>
    private async Task<IReadOnlyList<(NotificationId Id, string Kind)>> WantedAsync(
        DistrictCode district, IReadOnlyList<(NotificationId Id, string Kind)> kept, CancellationToken ct)
    {
        var wanted = new HashSet<NotificationId>(kept.Where(k => moves.OwnerOf(k.Kind) is null).Select(k => k.Id));
        foreach (var owner in moves.Owners.Where(o => kept.Any(k => o.Owns(k.Kind))))
        {
            wanted.UnionWith(await owner.WantedAsync(district, ct));
        }

        return [.. kept.Where(k => wanted.Contains(k.Id))];
    }
}

/// <summary>What became of what trial mode kept back.</summary>
/// <param name="Queued">Queued again.</param>
/// <param name="Kept">Still to be said, but kept back as before: trial mode is on and allows none of its recipients, or it comes too late.</param>
/// <param name="Past">No longer to be said.</param>
public sealed record TrialRelease(int Queued, int Kept, int Past)
{
    /// <summary>Both together, as of several districts.</summary>
    public TrialRelease Plus(TrialRelease other) => new(Queued + other.Queued, Kept + other.Kept, Past + other.Past);
}
