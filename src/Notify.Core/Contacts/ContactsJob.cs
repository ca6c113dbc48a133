using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Contacts;

/// <summary>The contacts watch: sees that every school is told its present contact (DESIGN "1. Contacts").</summary>
public sealed partial class ContactsJob(
    WatchRunner runner,
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    ContactsOptions options,
    TimeProvider clock,
    ILogger<ContactsJob> logger) : IJob, IWatch
{
    /// <inheritdoc cref="IWatch.Name"/>
    public string Name => ContactsKeys.Watch;

    /// <inheritdoc/>
    public string Rules { get; } = WatchRules.HashOf(
        window, 1, options.SettleTime, options.FallbackAfter, options.ReceiptReminderAfter, options.CallListAfter, options.Ahead);

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => runner.RunAsync(this, district, ct);

    /// <inheritdoc/>
    public async Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct)
    {
        if (district.IsFirst && !await TakeBaselineAsync(district.Code, district.Register, ct))
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(district.Code, district.Register, ct);
        var situation = new Situation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var ledger = await ContactsLedger.ReadAsync(store, factory, clock, district.Code, ct);
        return new(await new ContactsRun(ledger, snapshot, situation).DecideAsync(ct));
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Contacts of {District}: the present contacts of {Schools} schools are taken as known; no mail is sent")]
    private static partial void LogBaseline(ILogger logger, DistrictCode district, int schools);
}
