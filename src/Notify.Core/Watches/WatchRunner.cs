using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Succession;

namespace Notify.Core.Watches;

/// <summary>
/// Asks a watch to decide when there is a reason to: another register, other rules, something fallen due, or a mark that calls
/// for it. An idle run costs one store operation: a scan of where the register stands and what the watch has seen. In a merged district
/// nothing is decided any more, and in its successor nothing before that has taken over; see docs/adr/0010.
/// </summary>
public sealed partial class WatchRunner(IRecordStore store, RegisterStore register, TakeOver takeOver, TimeProvider clock, ILogger<WatchRunner> logger)
{
    private const int Tries = 8;

    /// <summary>Lets the watch look at a district if there is a reason to.</summary>
    /// <exception cref="ConflictException">Others changed the same again and again.</exception>
    public async Task RunAsync(IWatch watch, DistrictCode district, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunOnceAsync(watch, district, ct);
                return;
            }
            catch (ConflictException e) when (attempt < Tries)
            {
                LogConflict(logger, watch.Name, district, e.Key, attempt);
            }
        }
    }

    /// <summary>Lets the watch look at a district whether there is a reason to or not.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task RunAgainAsync(IWatch watch, DistrictCode district, CancellationToken ct)
    {
        await store.CommitAsync(district.ToString(), [new RecordChange.Put(WatchKeys.Again(watch.Name), "{}")], ct);
        await RunAsync(watch, district, ct);
    }

    /// <summary>Whether the watch has seen the present register and every answer, and nothing has fallen due since. One store operation.</summary>
    public async Task<bool> IsCurrentAsync(IWatch watch, DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, marks, isHeir) = await HeadsAsync(watch, district, ct);
        return pointer is { Successor: null } && !isHeir && head is not null && IsSeen(watch, head, pointer) && marks.All(m => m.Key != WatchKeys.Answered(watch.Name));
    }

    /// <summary>The present register of a district; null when it has none, or is no more. Two store operations at most.</summary>
    public async Task<DistrictSnapshot?> SnapshotAsync(DistrictCode district, CancellationToken ct) =>
        await register.PointerAsync(district, ct) is { Closed: false } pointer ? await register.SnapshotAsync(district, pointer, ct) : null;

    private async Task RunOnceAsync(IWatch watch, DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, marks, isHeir) = await HeadsAsync(watch, district, ct);
        if (pointer?.Successor is not null)
        {
            await takeOver.WithdrawAsync(district, ct);
            return;
        }

        if (isHeir)
        {
            if (!await takeOver.FinishAsync(district, ct))
            {
                return;
            }

            (pointer, head, marks, _) = await HeadsAsync(watch, district, ct);
        }

        if (pointer is null || (head is not null && IsSeen(watch, head, pointer) && marks.Count == 0))
        {
            return;
        }

        if (await watch.DecideAsync(new(district, pointer, head is null), ct) is { } look)
        {
            await SaveAsync(watch, district, new(pointer.Version, watch.Rules, look.NextDue), marks, ct);
        }
    }

    private bool IsSeen(IWatch watch, WatchHead head, RegisterPointer pointer) =>
        head.Version == pointer.Version && head.Rules == watch.Rules && (head.NextDue is null || clock.GetUtcNow() < head.NextDue);

    private async Task<(RegisterPointer? Pointer, WatchHead? Head, IReadOnlyList<Record> Marks, bool IsHeir)> HeadsAsync(
        IWatch watch, DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, marks, isHeir) = ((RegisterPointer?)null, (WatchHead?)null, new List<Record>(), false);
        var key = WatchKeys.Head(watch.Name);
        await foreach (var record in store.ScanAsync(district.ToString(), RegisterStore.HeadPrefix, ct))
        {
            if (record.Key == key)
            {
                head = record.As(WatchHeadJson.Default.WatchHead).Value;
            }
            else if (record.Key == WatchKeys.Again(watch.Name) || record.Key == WatchKeys.Answered(watch.Name))
            {
                marks.Add(record);
            }
            else
            {
                pointer = RegisterStore.PointerIn(record) ?? pointer;
                isHeir |= record.Key.StartsWith(SuccessionKeys.DuePrefix, StringComparison.Ordinal);
            }
        }

        return (pointer, head, marks, isHeir);
    }

    /// <summary>A mark that calls for another run goes only if it is the one that was there before this run.</summary>
    private async Task SaveAsync(IWatch watch, DistrictCode district, WatchHead head, IReadOnlyList<Record> marks, CancellationToken ct)
    {
        var put = new RecordChange.Put(WatchKeys.Head(watch.Name), JsonSerializer.Serialize(head, WatchHeadJson.Default.WatchHead));
        await store.CommitAsync(district.ToString(), [put], ct);
        foreach (var mark in marks)
        {
            try
            {
                await store.CommitAsync(district.ToString(), [new RecordChange.Delete(mark.Key, mark.ETag)], ct);
            }
            catch (ConflictException)
            {
                LogCalledAgain(logger, watch.Name, district);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Watch {Watch} of {District}: {Key} was changed by someone else; deciding again (attempt {Attempt})")]
    private static partial void LogConflict(ILogger logger, string watch, DistrictCode district, string key, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Watch {Watch} of {District}: called for again while running")]
    private static partial void LogCalledAgain(ILogger logger, string watch, DistrictCode district);
}
