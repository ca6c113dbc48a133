using Notify.Core.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Testing.Store;

/// <summary>
/// What every <see cref="IRecordStore"/> promises. An implementation's tests derive from this and supply an empty store
/// for each test; the tests themselves then come by inheritance.
/// </summary>
public abstract partial class RecordStoreContract
{
    private const string District = "bromma";

    /// <summary>The store under test: the same one throughout a test, empty at its start.</summary>
    protected abstract IRecordStore Store { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts records in place before a test acts. A store with layers may put them in the lowest.</summary>
    /// <returns>The ETags, as of a commit.</returns>
    protected virtual Task<IReadOnlyList<string>> Given(string partition, IReadOnlyList<RecordChange> changes) =>
        Store.CommitAsync(partition, changes, Ct);

    private async Task<string> Given(string key, string value) =>
        Assert.Single(await Given(District, [new RecordChange.Put(key, value)]));

    private async Task GivenMany(int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Select(ManyKey).Chunk(RecordLimits.MaxChanges))
        {
            await Given(District, [.. chunk.Select(key => new RecordChange.Put(key, $"\"{key}\""))]);
        }
    }

    private static string ManyKey(int number) => $"many:{number:D5}";

    private Task<IReadOnlyList<string>> Commit(params IReadOnlyList<RecordChange> changes) =>
        Store.CommitAsync(District, changes, Ct);

    private async Task<string?> Value(string key) => (await Store.FindAsync(District, key, Ct))?.Value;

    private async Task<List<Record>> Scan(string prefix, string partition = District) =>
        await Store.ScanAsync(partition, prefix, Ct).ToListAsync(Ct);

    private async Task<string[]> Keys(string prefix, string partition = District) =>
        [.. (await Scan(prefix, partition)).Select(record => record.Key)];

    private async Task AssertConflict(string key, params RecordChange[] changes)
    {
        var before = await Scan(string.Empty);
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Commit(changes));
        Assert.Equal((District, key), (conflict.Partition, conflict.Key));
        Assert.Equal(before, await Scan(string.Empty));
    }
}
