using Notify.Core.Notifications;
using Notify.Core.Store;
using Record = Notify.Core.Store.Record;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A store whose process dies before or after a commit of a certain meaning.</summary>
internal sealed class FaultyStore(IRecordStore inner, Fault fault) : IRecordStore
{
    private const string IntentOfImport = "import";

    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var steps = StepsOf(partition, changes);
        if (steps is var (before, _))
        {
            fault.Reach(before);
        }

        var etags = await inner.CommitAsync(partition, changes, ct);
        if (steps is var (_, after))
        {
            fault.Reach(after);
        }

        return etags;
    }

    private static (CrashStep Before, CrashStep After)? StepsOf(string partition, IReadOnlyList<RecordChange> changes) =>
        partition == Partitions.System && changes.Any(c => c is RecordChange.Insert && c.Key == IntentOfImport) ? (CrashStep.BeforeImportCommit, CrashStep.AfterImportCommit)
        : changes.Any(c => c is RecordChange.Insert && IsNotification(c)) ? (CrashStep.BeforePlanCommit, CrashStep.AfterPlanCommit)
        : changes.OfType<RecordChange.Replace>().FirstOrDefault(IsNotification) is not { } moved ? null
        : NotificationRows.Read(new(moved.Key, moved.Value, moved.ETag)).Notification.State switch
        {
            NotificationState.Sending => (CrashStep.BeforeClaimCommit, CrashStep.AfterClaimCommit),
            NotificationState.Accepted => (CrashStep.BeforeRecordCommit, CrashStep.AfterRecordCommit),
            _ => null,
        };

    private static bool IsNotification(RecordChange change) => change.Key.StartsWith(NotificationRows.Prefix, StringComparison.Ordinal);
}
