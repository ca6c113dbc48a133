using System.Globalization;
using System.Runtime.CompilerServices;

namespace Notify.Core.Store;

/// <summary>
/// Reads through to another store and keeps every write in memory, so that work can be rehearsed and nothing is stored
/// (<c>notify plan</c>). What was written is forgotten with the object. Safe for many threads.
/// </summary>
/// <param name="inner">The store that is read and never written.</param>
public sealed class OverlayRecordStore(IRecordStore inner) : IRecordStore
{
    // One counter for the whole process: an overlay upon an overlay must never make the ETag of the one beneath.
    private static long lastVersion;

    // A null record is one that was deleted here.
    private readonly Dictionary<string, Dictionary<string, Record?>> partitions = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalid(key, nameof(key));
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (WrittenIn(partition).TryGetValue(key, out var record))
            {
                return record;
            }
        }

        return await inner.FindAsync(partition, key, ct).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalidPrefix(keyPrefix, nameof(keyPrefix));
        var overlay = WrittenUnder(partition, keyPrefix);
        var next = 0;
        await foreach (var stored in inner.ScanAsync(partition, keyPrefix, ct).ConfigureAwait(false))
        {
            for (; next < overlay.Count && string.CompareOrdinal(overlay[next].Key, stored.Key) < 0; next++)
            {
                if (overlay[next].Record is { } before)
                {
                    yield return before;
                }
            }

            if (next == overlay.Count || overlay[next].Key != stored.Key)
            {
                yield return stored;
            }
        }

        for (; next < overlay.Count; next++)
        {
            if (overlay[next].Record is { } after)
            {
                ct.ThrowIfCancellationRequested();
                yield return after;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        RecordLimits.ThrowIfExceeded(partition, changes);
        ct.ThrowIfCancellationRequested();
        var stored = new Dictionary<string, Record?>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change is not RecordChange.Put))
        {
            stored[change.Key] = await inner.FindAsync(partition, change.Key, ct).ConfigureAwait(false);
        }

        lock (gate)
        {
            var written = WrittenIn(partition);
            foreach (var change in changes)
            {
                var present = written.TryGetValue(change.Key, out var record) ? record : stored.GetValueOrDefault(change.Key);
                if (!Holds(present, change))
                {
                    throw new ConflictException(partition, change.Key);
                }
            }

            return [.. changes.Select(change => Apply(written, change))];
        }
    }

    private static bool Holds(Record? present, RecordChange change) => change switch
    {
        RecordChange.Insert => present is null,
        RecordChange.Replace replace => present?.ETag == replace.ETag,
        RecordChange.Delete delete => present is not null && (delete.ETag ?? present.ETag) == present.ETag,
        _ => true,
    };

    private static string Apply(Dictionary<string, Record?> written, RecordChange change)
    {
        var record = change switch
        {
            RecordChange.Insert insert => Written(insert.Key, insert.Value),
            RecordChange.Replace replace => Written(replace.Key, replace.Value),
            RecordChange.Put put => Written(put.Key, put.Value),
            _ => null,
        };
        written[change.Key] = record;
        return record?.ETag ?? string.Empty;
    }

    private static Record Written(string key, string value) =>
        new(key, value, "overlay-" + Interlocked.Increment(ref lastVersion).ToString(CultureInfo.InvariantCulture));

    private List<(string Key, Record? Record)> WrittenUnder(string partition, string prefix)
    {
        List<(string Key, Record? Record)> records;
        lock (gate)
        {
            records = [.. WrittenIn(partition)
                .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(entry => (entry.Key, entry.Value))];
        }

        records.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return records;
    }

    private Dictionary<string, Record?> WrittenIn(string partition)
    {
        if (!partitions.TryGetValue(partition, out var written))
        {
            partitions.Add(partition, written = new Dictionary<string, Record?>(StringComparer.Ordinal));
        }

        return written;
    }
}
