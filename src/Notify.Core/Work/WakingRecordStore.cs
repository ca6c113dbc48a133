using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Work;

/// <summary>
/// A store that calls delivery for the moment at which something falls due, whoever planned or queued it: a mail then leaves at its
/// minute and a further attempt at its rung, not at the next tick. A call that is lost costs only that: the tick comes all the same.
/// </summary>
/// <remarks>
/// What is new calls for its district, once for all that falls due together; what was tried before calls for itself, so that a retry
/// is never taken for a repeat. What is claimed calls for nothing, nor does what falls due just before a tick, as most mail does at 07:00.
/// </remarks>
public sealed partial class WakingRecordStore(IRecordStore inner, IWorkQueue queue, ISchedule schedule, TimeProvider clock, ILogger<WakingRecordStore> logger) : IRecordStore
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var etags = await inner.CommitAsync(partition, changes, ct).ConfigureAwait(false);
        if (changes.Any(IsToBeDelivered) && CallsFor(partition, changes) is { Count: > 0 } calls)
        {
            await CallAsync(partition, calls).ConfigureAwait(false);
        }

        return etags;
    }

    private static bool IsToBeDelivered(RecordChange change) =>
        change.Key.StartsWith(NotificationRows.PendingPrefix, StringComparison.Ordinal) && ValueOf(change) is { } value
        && !NotificationRows.MarkIn(new(change.Key, value, "")).Claimed;

    private List<WorkMessage> CallsFor(string partition, IReadOnlyList<RecordChange> changes)
    {
        var district = DistrictCode.Parse(partition);
        var written = changes.Where(c => c.Key.StartsWith(NotificationRows.Prefix, StringComparison.Ordinal)).ToDictionary(c => c.Key, ValueOf, StringComparer.Ordinal);
        return
        [
            .. changes.Where(c => IsToBeDelivered(c) && !IsTickSoonAfter(NotificationRows.DueIn(c.Key)))
                .Select(change => Tried(written.GetValueOrDefault(NotificationRows.KeyOf(NotificationRows.IdIn(change.Key)))) is { } tried
                    ? WorkMessage.Attempt(tried)
                    : WorkMessage.Due(district, NotificationRows.DueIn(change.Key)))
                .DistinctBy(message => message.Id),
        ];
    }

    private bool IsTickSoonAfter(DateTimeOffset due)
    {
        // The tick of this very moment may have run before this was written.
        var now = clock.GetUtcNow();
        return due > now ? schedule.NextAfter(WorkItem.Deliver, due.AddTicks(-1)) - due < Soon : schedule.NextAfter(WorkItem.Deliver, now) - now < Soon;
    }

    private static Notification? Tried(string? value) =>
        value is not null && NotificationRows.Read(new("", value, "")).Notification is { Attempts: > 0 } notification ? notification : null;

    private static string? ValueOf(RecordChange change) => change switch
    {
        RecordChange.Insert insert => insert.Value,
        RecordChange.Put put => put.Value,
        RecordChange.Replace replace => replace.Value,
        _ => null,
    };

    // Not cancelled by a stop, and without effect when it fails: what is written is written.
    private async Task CallAsync(string partition, IReadOnlyCollection<WorkMessage> calls)
    {
        try
        {
            await queue.EnqueueAsync(calls, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogNotCalled(logger, e, partition);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery in {District} could not be called; it comes at its next time")]
    private static partial void LogNotCalled(ILogger logger, Exception error, string district);
}
