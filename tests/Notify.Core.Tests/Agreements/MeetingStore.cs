using Notify.Core.Store;

namespace Notify.Core.Tests.Agreements;

/// <summary>Lets two that read a record meet: neither goes on before both have read.</summary>
internal sealed class MeetingStore(IRecordStore inner, string key) : IRecordStore
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _awaited;

    /// <summary>The next two to read it meet.</summary>
    public void MeetTwo() => _awaited = 2;

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string wanted, CancellationToken ct)
    {
        var found = await inner.FindAsync(partition, wanted, ct);
        if (wanted == key && Volatile.Read(ref _awaited) > 0)
        {
            if (Interlocked.Decrement(ref _awaited) == 0)
            {
                _met.SetResult();
            }

            await _met.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        }

        return found;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, CancellationToken ct) => inner.ScanAsync(partition, keyPrefix, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct) =>
        inner.CommitAsync(partition, changes, ct);
}
