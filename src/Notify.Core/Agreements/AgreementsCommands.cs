using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>What a coordinator does with agreements by hand.</summary>
public sealed class AgreementsCommands(
    IRecordStore store, RegisterStore register, NotificationFactory factory, AgreementsJob job, WorkingCalendar calendar, AgreementsOptions options, TimeProvider clock)
{
    /// <summary>Takes what the register says now as known to every steering group of the district: what is due now is not sent, what falls due later is.</summary>
    /// <returns>How many agreements; null: no such district, or a mail about one is being sent at this moment.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        if (await register.PointerAsync(district, ct) is not { } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var situation = new AgreementSituation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var ledger = await AgreementsLedger.ReadAsync(store, factory, district, ct);
        return await new AgreementsRun(ledger, snapshot, situation).TakeAsKnownAsync(ct) ? snapshot.Agreements.Count : null;
    }
}
