using System.Globalization;
using System.Security.Cryptography;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Overview;

/// <summary>
/// A store in which every commit that changes what a page may show of a district leaves a mark, in the same commit. A glance that was
/// taken under another mark is out of date; so none can be shown that misses anything.
/// </summary>
public sealed class GlanceMarkStore(IRecordStore inner) : IRecordStore
{
    private static readonly string Process = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private static long last;

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        if (partition == Partitions.System || !changes.Any(c => IsShown(c.Key)))
        {
            return await inner.CommitAsync(partition, changes, ct).ConfigureAwait(false);
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $$"""{"mark":"{{Process}}-{{Interlocked.Increment(ref last)}}"}""");
        var etags = await inner.CommitAsync(partition, [.. changes, new RecordChange.Put(GlanceKeys.Mark, mark)], ct).ConfigureAwait(false);
        return [.. etags.Take(changes.Count)];
    }

    /// <summary>What a watch has seen is its own business, but where the register stands is not.</summary>
    private static bool IsShown(string key) =>
        key == RegisterKeys.Pointer
        || (!key.StartsWith(RegisterStore.HeadPrefix, StringComparison.Ordinal) && !key.StartsWith(GlanceKeys.Prefix, StringComparison.Ordinal));
}
