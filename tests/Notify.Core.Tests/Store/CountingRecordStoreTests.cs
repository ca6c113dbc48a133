using Notify.Core.Store;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Store;

public sealed class CountingRecordStoreTests
{
    private readonly CountingRecordStore store = new(new InMemoryRecordStore());

    [Fact]
    public async Task Each_operation_counts_once_however_many_records_it_touches()
    {
        var ct = TestContext.Current.CancellationToken;
        await store.CommitAsync("bromma", [new RecordChange.Put("a", "1"), new RecordChange.Put("b", "1")], ct);
        await store.FindAsync("bromma", "a", ct);
        Assert.Equal(2, await store.ScanAsync("bromma", string.Empty, ct).CountAsync(ct));
        await Assert.ThrowsAsync<ConflictException>(() => store.CommitAsync("bromma", [new RecordChange.Insert("a", "1")], ct));

        Assert.Equal((1, 1, 2), (store.Finds, store.Scans, store.Commits));
        Assert.Equal((2, 4), (store.Reads, store.Operations));

        store.Reset();
        Assert.Equal(0, store.Operations);
    }
}
