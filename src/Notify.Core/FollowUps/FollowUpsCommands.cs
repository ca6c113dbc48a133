using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.FollowUps;

/// <summary>What a coordinator does with rounds of follow-up by hand.</summary>
public sealed class FollowUpsCommands(WatchRunner runner, FollowUpsJob job)
{
    /// <summary>Takes everyone who is to be asked now as invited, and every result as told; what falls due later is sent.</summary>
    /// <returns>How many rounds; null: no such district, or a mail about one is being sent at this moment.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        return await runner.SnapshotAsync(district, ct) is { } snapshot && await job.TakeAsKnownAsync(snapshot, ct) ? snapshot.FollowUps.Count : null;
    }
}
