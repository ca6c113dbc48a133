using System.Globalization;
using System.Runtime.CompilerServices;
using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>The store in memory, for tests: the same refusals, order and ETags as the real ones. Safe for many threads.</summary>
public sealed class InMemoryRecordStore : IRecordStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Partition> partitions = new(StringComparer.Ordinal);
    private long version;

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalid(key, nameof(key));
        await Elsewhere(ct);
        lock (gate)
        {
            return PartitionOf(partition).Find(key);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalidPrefix(keyPrefix, nameof(keyPrefix));
        await Elsewhere(ct);
        IReadOnlyList<Record> records;
        lock (gate)
        {
            records = PartitionOf(partition).Scan(keyPrefix);
        }

        foreach (var record in records)
        {
            ct.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        RecordLimits.ThrowIfExceeded(partition, changes);
        await Elsewhere(ct);
        lock (gate)
        {
            var records = PartitionOf(partition);
            foreach (var change in changes)
            {
                if (!Holds(records.Find(change.Key), change))
                {
                    throw new ConflictException(partition, change.Key);
                }
            }

            return [.. changes.Select(change => Apply(records, change))];
        }
    }

    /// <summary>Another store that holds the same now, and goes its own way from here on.</summary>
    public InMemoryRecordStore Copy()
    {
        var copy = new InMemoryRecordStore();
        lock (gate)
        {
            copy.version = version;
            foreach (var (name, records) in partitions)
            {
                copy.partitions.Add(name, records.Copy());
            }
        }

        return copy;
    }

    /// <summary>All that it holds, as <c>partition/key</c> and value.</summary>
    public IReadOnlyDictionary<string, string> Everything()
    {
        lock (gate)
        {
            return partitions.SelectMany(p => p.Value.Scan("").Select(r => KeyValuePair.Create($"{p.Key}/{r.Key}", r.Value))).ToDictionary(StringComparer.Ordinal);
        }
    }

    // Gives way as a real store does, so that a race in the code under test can show.
    private static async Task Elsewhere(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await Task.Yield();
    }

    private static bool Holds(Record? present, RecordChange change) => change switch
    {
        RecordChange.Insert => present is null,
        RecordChange.Replace replace => present?.ETag == replace.ETag,
        RecordChange.Delete delete => present is not null && (delete.ETag ?? present.ETag) == present.ETag,
        _ => true,
    };

    private string Apply(Partition records, RecordChange change) => change switch
    {
        RecordChange.Insert insert => Write(records, insert.Key, insert.Value),
        RecordChange.Replace replace => Write(records, replace.Key, replace.Value),
        RecordChange.Put put => Write(records, put.Key, put.Value),
        _ => records.Remove(change.Key),
    };

    private string Write(Partition records, string key, string value)
    {
        var etag = (++version).ToString(CultureInfo.InvariantCulture);
        records.Set(new Record(key, value, etag));
        return etag;
    }

    private Partition PartitionOf(string partition)
    {
        if (!partitions.TryGetValue(partition, out var records))
        {
            partitions.Add(partition, records = new Partition());
        }

        return records;
    }

    private sealed class Partition
    {
        private readonly Dictionary<string, Record> records = new(StringComparer.Ordinal);
        private readonly SortedSet<string> keys = new(StringComparer.Ordinal);

        public Record? Find(string key) => records.GetValueOrDefault(key);

        // U+007F sorts above the whole alphabet, so it ends the range of a prefix.
        public IReadOnlyList<Record> Scan(string prefix) =>
            [.. keys.GetViewBetween(prefix, prefix + '\u007f').Select(key => records[key])];

        public Partition Copy()
        {
            var copy = new Partition();
            foreach (var record in records.Values)
            {
                copy.Set(record);
            }

            return copy;
        }

        public void Set(Record record)
        {
            records[record.Key] = record;
            keys.Add(record.Key);
        }

        public string Remove(string key)
        {
            records.Remove(key);
            keys.Remove(key);
            return string.Empty;
        }
    }
}
