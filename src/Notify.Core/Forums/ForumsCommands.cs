using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>What a coordinator does with forums by hand.</summary>
public sealed class ForumsCommands(WatchRunner runner, ForumsJob job)
{
    /// <summary>Takes everybody whose invitation is due as invited in another way: nothing is sent now; reminders and changes that come later are.</summary>
    /// <returns>How many forums; null: no such district, or a mail about one is being sent at this moment.</returns>
    public async Task<int?> BaselineAsync(DistrictCode district, CancellationToken ct)
    {
        await job.RunAsync(district, ct);
        return await runner.SnapshotAsync(district, ct) is { } snapshot && await job.TakeAsKnownAsync(snapshot, ct) ? snapshot.Forums.Count : null;
    }
}
