using Notify.Core.Store;

namespace Notify.Testing.Store;

/// <summary>What a test's process dies of.</summary>
public sealed class CrashException() : Exception("The process was killed, says the test.");

/// <summary>Dies at the n-th commit, and at all that follow, until it is started again.</summary>
/// <param name="commits">Commits that succeed before the crash.</param>
/// <param name="isWritten">Whether the fatal commit reaches the store, and only its answer is lost.</param>
public sealed class CrashingRecordStore(IRecordStore inner, int commits, bool isWritten) : IRecordStore
{
    private int _left = commits;

    /// <summary>Whether it came to the crash.</summary>
    public bool HasCrashed { get; private set; }

    /// <inheritdoc/>
    public Task<Record?> FindAsync(string partition, string key, CancellationToken ct) => inner.FindAsync(partition, key, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) =>
        inner.ScanAsync(partition, keyPrefix, ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        if (_left-- > 0)
        {
            return await inner.CommitAsync(partition, changes, ct);
        }

        if (isWritten && !HasCrashed)
        {
            await inner.CommitAsync(partition, changes, ct);
        }

        HasCrashed = true;
        throw new CrashException();
    }
}
