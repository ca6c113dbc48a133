using System.Runtime.CompilerServices;
using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>Lets something else happen before an operation on a store, so that a race can be staged at any point.</summary>
/// <param name="before">Called with the number of the operation, from 0, before it is made.</param>
public sealed class InterruptedRecordStore(IRecordStore inner, Func<int, Task> before) : IRecordStore
{
    private int _operations;

    /// <summary>Operations so far.</summary>
    public int Operations => _operations;

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        await before(_operations++);
        return await inner.FindAsync(partition, key, ct);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await before(_operations++);
        await foreach (var record in inner.ScanAsync(partition, keyPrefix, ct))
        {
            yield return record;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        await before(_operations++);
        return await inner.CommitAsync(partition, changes, ct);
    }
}
