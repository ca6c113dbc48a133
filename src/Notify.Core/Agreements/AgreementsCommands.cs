using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Agreements;

/// <summary>What a coordinator does with agreements by hand.</summary>
public sealed class AgreementsCommands(WatchRunner runner, AgreementsJob job)
{
    /// <summary>Takes what the register says now as known to every steering group of the district: what is due now is not sent, what falls due later is.</summary>
    /// <returns>How many agreements; null: no such district, or a mail about one is being sent at this moment.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        return await runner.SnapshotAsync(district, ct) is { } snapshot && await job.TakeAsKnownAsync(snapshot, ct) ? snapshot.Agreements.Count : null;
    }
}
