using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Delivery.Troubles;

/// <summary>Keeps which addresses are dead, and which problems the coordinator has still to hear of.</summary>
public sealed class TroubleBook(IRecordStore store, RegisterStore register, TimeProvider clock)
{
    /// <summary>What is kept of a district. One store operation.</summary>
    public async Task<DistrictTroubles> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        var (dead, problems, mark) = (new List<Kept<DeadAddress>>(), new List<Kept<DeliveryProblem>>(), new Kept<ReportMark>(new(0), ""));
        await foreach (var record in store.ScanAsync(district.ToString(), TroubleKeys.Prefix, ct))
        {
            if (record.Key.StartsWith(TroubleKeys.DeadPrefix, StringComparison.Ordinal))
            {
                dead.Add(record.As(TroubleJson.Default.DeadAddress));
            }
            else if (record.Key.StartsWith(TroubleKeys.ProblemPrefix, StringComparison.Ordinal))
            {
                problems.Add(record.As(TroubleJson.Default.DeliveryProblem));
            }
            else
            {
                mark = record.As(TroubleJson.Default.ReportMark);
            }
        }

        return new(dead, [.. problems.OrderBy(p => p.Value.At).ThenBy(p => p.Value.Address.ToString(), StringComparer.Ordinal)], mark);
    }

    /// <summary>The changes that belong in the commit of a notification's move. Reads only for addresses that are to be tried again.</summary>
    public async Task<IReadOnlyList<RecordChange>> FollowAsync(Notification before, Notification after, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changes = new List<RecordChange>();
        changes.AddRange(TroubleRule.Died(before, after).Select(r => TroubleJson.Put(new DeadAddress(r.Address, r.Detail ?? "", now, after.Id, null))));
        changes.AddRange(TroubleRule.Missed(before, after).Select(r => TroubleJson.Put(new DeliveryProblem(after.Id, r.Address, now))));
        foreach (var address in TroubleRule.Revived(before, after))
        {
            if (await store.FindAsync(after.District.ToString(), TroubleKeys.Dead(address), ct) is { } row)
            {
                changes.Add(new RecordChange.Delete(row.Key, row.ETag));
            }
        }

        return changes;
    }

    /// <summary>
    /// The addresses that are still dead: one that the present register no longer has is forgotten, so that it is tried again when
    /// it comes back; not so in a merged district, whose successor may still have it. No store operation where none is dead; one where the register has not changed.
    /// </summary>
    public async Task<IReadOnlyDictionary<EmailAddress, DeadAddress>> StillDeadAsync(DistrictCode district, DistrictTroubles troubles, CancellationToken ct)
    {
        var dead = troubles.Dead;
        if (dead.Count > 0 && await register.PointerAsync(district, ct) is { Successor: null } pointer && dead.Any(d => d.Value.SeenIn != pointer.Version))
        {
            dead = await ReviseAsync(district, dead, pointer, ct);
        }

        return dead.ToDictionary(d => d.Value.Address, d => d.Value);
    }

    private async Task<IReadOnlyList<Kept<DeadAddress>>> ReviseAsync(
        DistrictCode district, IReadOnlyList<Kept<DeadAddress>> dead, RegisterPointer pointer, CancellationToken ct)
    {
        var present = (await register.SnapshotAsync(district, pointer, ct)).Addresses().ToHashSet();
        var (stay, go) = (dead.Where(d => present.Contains(d.Value.Address)).ToList(), dead.Where(d => !present.Contains(d.Value.Address)));
        var seen = stay.Select(d => d.With(TroubleKeys.Dead(d.Value.Address), d.Value with { SeenIn = pointer.Version }, TroubleJson.Default.DeadAddress));
        var gone = go.Select(d => new RecordChange.Delete(TroubleKeys.Dead(d.Value.Address), d.ETag));
        try
        {
            foreach (var changes in seen.Concat(gone).Chunk(RecordLimits.MaxOwnChanges))
            {
                await store.CommitAsync(district.ToString(), changes, ct);
            }
        }
        catch (ConflictException)
        {
            // Another process revises or adds at the same time. What it leaves is seen by the next run.
        }

        return stay;
    }
}

/// <summary>What is kept of a district's troubles.</summary>
/// <param name="Problems">Not told yet, oldest first.</param>
public sealed record DistrictTroubles(IReadOnlyList<Kept<DeadAddress>> Dead, IReadOnlyList<Kept<DeliveryProblem>> Problems, Kept<ReportMark> Mark);
