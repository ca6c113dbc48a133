using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>The follow-up watch: sees that rounds are opened, answered, closed and told (DESIGN "5. Follow-up").</summary>
public sealed class FollowUpsJob(
    WatchRunner runner,
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    FollowUpsOptions options,
    TimeProvider clock) : IJob, IWatch
{
    /// <inheritdoc cref="IWatch.Name"/>
    public string Name => FollowUpsKeys.Watch;

    /// <inheritdoc/>
    public string Rules { get; } = WatchRules.HashOf(window, 1, options.RemindDays);

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => runner.RunAsync(this, district, ct);

    /// <inheritdoc/>
    public async Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct)
    {
        var snapshot = await register.SnapshotAsync(district.Code, district.Register, ct);
        return new(await (await OpenAsync(snapshot, ct)).DecideAsync(ct));
    }

    /// <summary>Takes everyone who is to be asked now as invited, and every result as told; what falls due later is sent.</summary>
    /// <returns>False, and nothing done, while a mail about one is being sent.</returns>
    public async Task<bool> TakeAsKnownAsync(DistrictSnapshot snapshot, CancellationToken ct) =>
        await (await OpenAsync(snapshot, ct)).TakeAsKnownAsync(ct);

    private async Task<FollowUpsRun> OpenAsync(DistrictSnapshot snapshot, CancellationToken ct)
    {
        var situation = new FollowUpSituation(snapshot.District, clock.GetUtcNow(), calendar, options);
        return new(await WatchLedger.OpenAsync(store, factory, snapshot.District.Code, this, ct), snapshot, situation);
    }
}
