using Microsoft.Extensions.Logging;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Succession;

/// <summary>
/// Gives what the watches know of a merged district to its successor: (1) the mails of the merged district that wait are withdrawn, (2) its
/// states go over in chunks, each in one commit with the row that says what is due, (3) last, that row goes and another says that it is done.
/// Until then no watch of the successor decides anything. Whoever finds the row goes on where another stopped.
/// </summary>
public sealed partial class TakeOver(IRecordStore store, RegisterStore register, IEnumerable<IEstate> estates, TimeProvider clock, ILogger<TakeOver> logger)
{
    private readonly IReadOnlyList<IEstate> _estates = [.. estates];
    private readonly HashSet<string> _kinds = [.. estates.SelectMany(e => e.Kinds)];

    /// <summary>Takes over what is due to the district. One store operation when nothing is.</summary>
    /// <returns>False: not yet, a mail of a merged district is being sent.</returns>
    /// <exception cref="ConflictException">Another process takes over at the same time: to be asked again.</exception>
    public async Task<bool> FinishAsync(DistrictCode heir, CancellationToken ct)
    {
        var isDone = true;
        foreach (var due in await store.ListAsync(heir.ToString(), SuccessionKeys.DuePrefix, SuccessionJson.Default.DueInheritance, ct))
        {
            isDone &= await FinishAsync(heir, due, ct);
        }

        return isDone;
    }

    /// <summary>Withdraws the mails of a merged district that wait: its successor says what is to be said. One store operation when there is none.</summary>
    /// <returns>False: one of them is being sent.</returns>
    /// <exception cref="ConflictException">One of them changed at the same time: to be asked again.</exception>
    public Task<bool> WithdrawAsync(DistrictCode merged, CancellationToken ct) => WithdrawAsync(merged, NotificationRows.PendingPrefix, ct);

    private async Task<bool> WithdrawAsync(DistrictCode merged, string index, CancellationToken ct)
    {
        var isDone = true;
        foreach (var key in await KeysAsync(merged, index, ct).ToListAsync(ct))
        {
            if (await NotificationRows.FindAsync(store, NotificationRows.IdIn(key), ct) is not { } stored || !_kinds.Contains(stored.Notification.Kind))
            {
                continue;
            }

            isDone &= stored.Notification.State is not NotificationState.Sending;
            if (DeliveryPolicy.Supersede(stored.Notification, clock.GetUtcNow(), HistoryPhrases.Merged.With()).Next is { } superseded)
            {
                await store.CommitAsync(merged.ToString(), [.. NotificationRows.Replace(stored, superseded)], ct);
            }
        }

        return isDone;
    }

    private async Task<bool> FinishAsync(DistrictCode heir, Kept<DueInheritance> due, CancellationToken ct)
    {
        var from = due.Value.From;
        if (await register.PointerAsync(heir, ct) is not { } present || present.Version < due.Value.HeirVersion
            || await register.PointerAsync(from, ct) is not { } left || left.Version < due.Value.Version)
        {
            // The import that merges is still being finished: nobody sees the successor with these schools yet.
            return true;
        }

        var done = await store.FindAsync(heir.ToString(), SuccessionKeys.Done(from), SuccessionJson.Default.DoneInheritance, ct);
        if (done?.Value.Version >= due.Value.Version)
        {
            await store.CommitAsync(heir.ToString(), [new RecordChange.Delete(SuccessionKeys.Due(from), due.ETag)], ct);
            return true;
        }

        if (!await FinishAsync(from, ct) || !await WithdrawAsync(from, ct) || !await WithdrawAsync(from, NotificationRows.HeldPrefix, ct))
        {
            LogWaiting(logger, heir, from);
            return false;
        }

        var passing = new Passing(
            (await register.SnapshotAsync(from, left, ct)).District, await register.SnapshotAsync(heir, present, ct), await TakenBackAsync(from, ct), clock.GetUtcNow());
        var passed = await PassAsync(passing, new(store, heir, due), ct);
        LogDone(logger, heir, from, passed);
        return true;
    }

    private async Task<int> PassAsync(Passing passing, InheritanceWriter writer, CancellationToken ct)
    {
        foreach (var heirloom in _estates.SelectMany(e => e.HeirloomsOf(passing)))
        {
            var own = await RecordsAsync(passing.Heir.District.Code, heirloom.Prefix, ct).ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, ct);
            await foreach (var record in RecordsAsync(passing.From.Code, heirloom.Prefix, ct))
            {
                if (heirloom.Pass(record, own.GetValueOrDefault(heirloom.KeyOf(record))) is { } change)
                {
                    await writer.AddAsync(change, ct);
                }
            }
        }

        return await writer.FinishAsync(_estates.Select(e => e.Watch), passing.Now, ct);
    }

    /// <summary>Mails that were withdrawn, and those that trial mode kept back: the successor says anew what they were to say.</summary>
    private async Task<IReadOnlySet<NotificationId>> TakenBackAsync(DistrictCode merged, CancellationToken ct)
    {
        var superseded = RecordsAsync(merged, NotificationRows.MadePrefix, ct).Select(NotificationRows.BriefIn).Where(b => b.State is NotificationState.Superseded).Select(b => b.Id);
        return await superseded.Concat(KeysAsync(merged, NotificationRows.KeptPrefix, ct).Select(NotificationRows.IdIn)).ToHashSetAsync(cancellationToken: ct);
    }

    private IAsyncEnumerable<Record> RecordsAsync(DistrictCode district, string prefix, CancellationToken ct) => store.ScanAsync(district.ToString(), prefix, ct);

    private IAsyncEnumerable<string> KeysAsync(DistrictCode district, string prefix, CancellationToken ct) => RecordsAsync(district, prefix, ct).Select(r => r.Key);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Heir} waits to take over from {From}: a mail of it is being sent")]
    private static partial void LogWaiting(ILogger logger, DistrictCode heir, DistrictCode from);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Heir} has taken over from {From}: {Records} records")]
    private static partial void LogDone(ILogger logger, DistrictCode heir, DistrictCode from, int records);
}
