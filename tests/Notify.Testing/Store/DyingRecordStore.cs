using System.Runtime.CompilerServices;
using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>The store as a process sees it that is killed: the n-th operation never answers, nor does any after it.</summary>
/// <param name="lastOperation">The number of the operation in which the process dies, from 1.</param>
/// <param name="isWritten">Whether a commit that is this operation is written all the same, only its answer is lost.</param>
public sealed class DyingRecordStore(IRecordStore inner, int lastOperation, bool isWritten) : IRecordStore
{
    private int _operations;

    /// <summary>Whether it came that far.</summary>
    public bool IsDead => Volatile.Read(ref _operations) >= lastOperation;

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) =>
        Interlocked.Increment(ref _operations) >= lastOperation ? throw new KilledException() : inner.FindAsync(partition, key, ct);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Interlocked.Increment(ref _operations) >= lastOperation)
        {
            throw new KilledException();
        }

        await foreach (var record in inner.ScanAsync(partition, keyPrefix, ct).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var operation = Interlocked.Increment(ref _operations);
        if (operation > lastOperation || (operation == lastOperation && !isWritten))
        {
            throw new KilledException();
        }

        var etags = await inner.CommitAsync(partition, changes, ct);
        return operation == lastOperation ? throw new KilledException() : etags;
    }
}

/// <summary>The process was killed at this point.</summary>
public sealed class KilledException() : Exception("Killed.");
