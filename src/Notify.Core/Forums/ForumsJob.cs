using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>The forums watch: sees that everybody a forum is for is invited to it, and hears what becomes of it (DESIGN "3. Forums").</summary>
public sealed class ForumsJob(
    WatchRunner runner,
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    ForumsOptions options,
    TimeProvider clock) : IJob, IWatch
{
    /// <inheritdoc cref="IWatch.Name"/>
    public string Name => ForumsKeys.Watch;

    /// <inheritdoc/>
    public string Rules { get; } = WatchRules.HashOf(window, 1, options.InviteAhead, options.RemindDays, options.ListAhead);

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => runner.RunAsync(this, district, ct);

    /// <inheritdoc/>
    public async Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct)
    {
        var snapshot = await register.SnapshotAsync(district.Code, district.Register, ct);
        return new(await (await OpenAsync(snapshot, ct)).DecideAsync(ct));
    }

    /// <summary>Takes everybody whose invitation is due as invited, and every change as told.</summary>
    /// <returns>False while a mail about one is being sent; the rest is done.</returns>
    public async Task<bool> TakeAsKnownAsync(DistrictSnapshot snapshot, CancellationToken ct) =>
        await (await OpenAsync(snapshot, ct)).TakeAsKnownAsync(ct);

    private async Task<ForumsRun> OpenAsync(DistrictSnapshot snapshot, CancellationToken ct) => new(
        await WatchLedger.OpenAsync(store, factory, snapshot.District.Code, this, ct),
        snapshot,
        new(snapshot.District, clock.GetUtcNow(), calendar, options));
}
