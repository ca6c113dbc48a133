using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>The agreements watch: sees that every agreement is revised on time (DESIGN "2. Agreements").</summary>
/// <remarks>An idle run costs one store operation: a scan of the register's version and what the watch has seen.</remarks>
public sealed partial class AgreementsJob(
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    AgreementsOptions options,
    TimeProvider clock,
    ILogger<AgreementsJob> logger) : IJob
{
    private const int Tries = 8;

    private readonly string _rules = RecordKey.Hash(string.Create(
        CultureInfo.InvariantCulture,
        $"1|{options.RemindDays}|{options.OverdueEvery}|{options.EscalateAfter}|{window.Start}|{window.End}|{window.Days}|{window.Quiet}"));

    /// <inheritdoc/>
    public string Name => "agreements";

    /// <inheritdoc/>
    public async Task RunAsync(DistrictCode district, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RunOnceAsync(district, ct);
                return;
            }
            catch (ConflictException e) when (attempt < Tries)
            {
                LogConflict(logger, district, e.Key, attempt);
            }
        }
    }

    /// <summary>Whether the watch has seen the present register and every answer, and nothing has fallen due since. One store operation.</summary>
    public async Task<bool> IsCurrentAsync(DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, calls) = await HeadsAsync(district, ct);
        return pointer is not null && head is not null && IsSeen(head, pointer) && calls.All(c => c.Key != AgreementsKeys.Answered);
    }

    private async Task RunOnceAsync(DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, calls) = await HeadsAsync(district, ct);
        if (pointer is null || (head is not null && IsSeen(head, pointer) && calls.Count == 0))
        {
            return;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var situation = new AgreementSituation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var ledger = await AgreementsLedger.ReadAsync(store, factory, district, ct);
        var nextDue = await new AgreementsRun(ledger, snapshot, situation).DecideAsync(ct);
        await SaveMarksAsync(district, new(pointer.Version, _rules, nextDue), calls, ct);
    }

    private bool IsSeen(WatchHead head, RegisterPointer pointer) =>
        head.Version == pointer.Version && head.Rules == _rules && (head.NextDue is null || clock.GetUtcNow() < head.NextDue);

    private async Task<(RegisterPointer? Pointer, WatchHead? Head, IReadOnlyList<Record> Calls)> HeadsAsync(DistrictCode district, CancellationToken ct)
    {
        (RegisterPointer? Pointer, WatchHead? Head, IReadOnlyList<Record> Calls) heads = (null, null, []);
        await foreach (var record in store.ScanAsync(district.ToString(), RegisterStore.HeadPrefix, ct))
        {
            heads = record.Key switch
            {
                AgreementsKeys.Head => heads with { Head = record.As(WatchHeadJson.Default.WatchHead).Value },
                AgreementsKeys.Again or AgreementsKeys.Answered => heads with { Calls = [.. heads.Calls, record] },
                _ => heads with { Pointer = RegisterStore.PointerIn(record) ?? heads.Pointer },
            };
        }

        return heads;
    }

    /// <summary>A mark that calls for another run goes only if it is the one that was there before this run.</summary>
    private async Task SaveMarksAsync(DistrictCode district, WatchHead head, IReadOnlyList<Record> calls, CancellationToken ct)
    {
        var put = new RecordChange.Put(AgreementsKeys.Head, JsonSerializer.Serialize(head, WatchHeadJson.Default.WatchHead));
        await store.CommitAsync(district.ToString(), [put], ct);
        foreach (var call in calls)
        {
            try
            {
                await store.CommitAsync(district.ToString(), [new RecordChange.Delete(call.Key, call.ETag)], ct);
            }
            catch (ConflictException)
            {
                LogCalledAgain(logger, district);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Agreements of {District}: {Key} was changed by someone else; deciding again (attempt {Attempt})")]
    private static partial void LogConflict(ILogger logger, DistrictCode district, string key, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Agreements of {District}: called for again while running")]
    private static partial void LogCalledAgain(ILogger logger, DistrictCode district);
}
