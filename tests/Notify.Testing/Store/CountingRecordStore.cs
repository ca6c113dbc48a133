using System.Runtime.CompilerServices;
using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>Counts the operations on a store, for tests that hold a budget of cost. A refused operation counts too.</summary>
public sealed class CountingRecordStore(IRecordStore inner) : IRecordStore
{
    private int finds;
    private int scans;
    private int commits;

    /// <summary>Records looked up by key.</summary>
    public int Finds => Volatile.Read(ref finds);

    /// <summary>Scans begun, however many records they gave.</summary>
    public int Scans => Volatile.Read(ref scans);

    /// <summary>Commits, however many changes they held.</summary>
    public int Commits => Volatile.Read(ref commits);

    /// <summary>Finds and scans.</summary>
    public int Reads => Finds + Scans;

    /// <summary>All of them: the unit of the budgets in DESIGN.md.</summary>
    public int Operations => Reads + Commits;

    /// <summary>Starts counting from nothing.</summary>
    public void Reset()
    {
        Volatile.Write(ref finds, 0);
        Volatile.Write(ref scans, 0);
        Volatile.Write(ref commits, 0);
    }

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        Interlocked.Increment(ref finds);
        return inner.FindAsync(partition, key, ct);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        Interlocked.Increment(ref scans);
        await foreach (var record in inner.ScanAsync(partition, keyPrefix, ct).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        Interlocked.Increment(ref commits);
        return inner.CommitAsync(partition, changes, ct);
    }
}
