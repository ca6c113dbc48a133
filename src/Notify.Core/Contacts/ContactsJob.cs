using System.Globalization;
using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>The contacts watch: sees that every school is told its present contact (DESIGN "1. Contacts").</summary>
/// <remarks>An idle run costs one store operation: a scan of the register's version and what the watch has seen.</remarks>
public sealed partial class ContactsJob(
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    ContactsOptions options,
    TimeProvider clock,
    ILogger<ContactsJob> logger) : IJob
{
    private const int Tries = 8;

    private readonly string _rules = RecordKey.Hash(string.Create(
        CultureInfo.InvariantCulture,
        $"1|{options.SettleTime}|{options.FallbackAfter}|{options.ReceiptReminderAfter}|{options.CallListAfter}|{options.Ahead}|{window.Start}|{window.End}|{window.Days}|{window.Quiet}"));

    /// <inheritdoc/>
    public string Name => "contacts";

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

    /// <summary>Whether the watch has seen the present register, and nothing has fallen due since. One store operation.</summary>
    public async Task<bool> IsCurrentAsync(DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, _) = await HeadsAsync(district, ct);
        return pointer is not null && head is not null && IsSeen(head, pointer);
    }

    private async Task RunOnceAsync(DistrictCode district, CancellationToken ct)
    {
        var (pointer, head, again) = await HeadsAsync(district, ct);
        if (pointer is null || (head is not null && IsSeen(head, pointer) && again is null))
        {
            return;
        }

        if (head is null && !await TakeBaselineAsync(district, pointer, ct))
        {
            return;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var situation = new Situation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district, ct);
        var nextDue = await new ContactsRun(ledger, snapshot, situation).DecideAsync(ct);
        await SaveMarksAsync(district, new(pointer.Version, _rules, nextDue), again, ct);
    }

    /// <summary>Takes the first version that has an assignment as known to everyone; false while there is none.</summary>
    private async Task<bool> TakeBaselineAsync(DistrictCode district, RegisterPointer pointer, CancellationToken ct)
    {
        if (pointer.FirstAssigned is not { } first)
        {
            return false;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, first, ct);
        var situation = new Situation(snapshot.District, snapshot.At, calendar, options);
        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district, ct);
        await new ContactsRun(ledger, snapshot, situation).TakeAsKnownAsync(ct);
        LogBaseline(logger, district, snapshot.Schools.Count);
        return true;
    }

    private bool IsSeen(WatchHead head, RegisterPointer pointer) =>
        head.Version == pointer.Version && head.Rules == _rules && (head.NextDue is null || clock.GetUtcNow() < head.NextDue);

    private async Task<(RegisterPointer? Pointer, WatchHead? Head, Record? Again)> HeadsAsync(DistrictCode district, CancellationToken ct)
    {
        (RegisterPointer? Pointer, WatchHead? Head, Record? Again) heads = default;
        await foreach (var record in store.ScanAsync(district.ToString(), RegisterStore.HeadPrefix, ct))
        {
            heads = record.Key switch
            {
                ContactsKeys.Head => heads with { Head = record.As(WatchHeadJson.Default.WatchHead).Value },
                ContactsKeys.Again => heads with { Again = record },
                _ => heads with { Pointer = RegisterStore.PointerIn(record) ?? heads.Pointer },
            };
        }

        return heads;
    }

    /// <summary>The mark that calls for another run goes only if it is the one that was there before this run.</summary>
    private async Task SaveMarksAsync(DistrictCode district, WatchHead head, Record? again, CancellationToken ct)
    {
        var put = new RecordChange.Put(ContactsKeys.Head, System.Text.Json.JsonSerializer.Serialize(head, WatchHeadJson.Default.WatchHead));
        await store.CommitAsync(district.ToString(), [put], ct);
        if (again is not null)
        {
            try
            {
                await store.CommitAsync(district.ToString(), [new RecordChange.Delete(again.Key, again.ETag)], ct);
            }
            catch (ConflictException)
            {
                LogCalledAgain(logger, district);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Contacts of {District}: {Key} was changed by someone else; deciding again (attempt {Attempt})")]
    private static partial void LogConflict(ILogger logger, DistrictCode district, string key, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Contacts of {District}: the present contacts of {Schools} schools are taken as known; no mail is sent")]
    private static partial void LogBaseline(ILogger logger, DistrictCode district, int schools);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Contacts of {District}: called for again while running")]
    private static partial void LogCalledAgain(ILogger logger, DistrictCode district);
}
