using Notify.Core.Store;

namespace Notify.Core.Tests.Telemetry;

/// <summary>A store that, when it is made to, fails with words that it should have kept to itself.</summary>
internal sealed class TalkingStore(IRecordStore inner) : IRecordStore
{
    /// <summary>What it says when asked for what lies in a district; null: it works.</summary>
    public string? Complaint { get; set; }

    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) =>
        Complaint is not null && partition != Partitions.System ? throw new IOException(Complaint) : inner.ScanAsync(partition, keyPrefix, ct);

    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
        inner.CommitAsync(partition, changes, ct);
}
