using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>The agreements watch: sees that every agreement is revised on time (DESIGN "2. Agreements").</summary>
public sealed class AgreementsJob(
    WatchRunner runner,
    IRecordStore store,
    RegisterStore register,
    NotificationFactory factory,
    WorkingCalendar calendar,
    SendWindowOptions window,
    AgreementsOptions options,
    TimeProvider clock) : IJob, IWatch
{
    /// <inheritdoc cref="IWatch.Name"/>
    public string Name => AgreementsKeys.Watch;

    /// <inheritdoc/>
    public string Rules { get; } = WatchRules.HashOf(window, 1, options.RemindDays, options.OverdueEvery, options.EscalateAfter);

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => runner.RunAsync(this, district, ct);

    /// <inheritdoc/>
    public async Task<Look?> DecideAsync(WatchedDistrict district, CancellationToken ct)
    {
        var snapshot = await register.SnapshotAsync(district.Code, district.Register, ct);
        return new(await (await OpenAsync(snapshot, ct)).DecideAsync(ct));
    }

    /// <summary>Takes what the register says now as known to every steering group: what is due now is not sent, what falls due later is.</summary>
    /// <returns>False, and nothing done, while a mail about one is being sent.</returns>
    public async Task<bool> TakeAsKnownAsync(DistrictSnapshot snapshot, CancellationToken ct) =>
        await (await OpenAsync(snapshot, ct)).TakeAsKnownAsync(ct);

    private async Task<AgreementsRun> OpenAsync(DistrictSnapshot snapshot, CancellationToken ct)
    {
        var situation = new AgreementSituation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var ledger = await WatchLedger.OpenAsync(store, factory, snapshot.District.Code, this, ct);
        var states = await ledger.ReadAsync(AgreementsKeys.AgreementPrefix, AgreementsJson.Default.AgreementState, ct);
        return new(ledger, states, snapshot, situation);
    }
}
