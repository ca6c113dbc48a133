using Notify.Core.Store;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Store;

public sealed class OverlayRecordStoreTests : RecordStoreContract
{
    private readonly InMemoryRecordStore inner = new();

    public OverlayRecordStoreTests() => Store = new OverlayRecordStore(inner);

    protected override IRecordStore Store { get; }

    [Fact]
    public async Task Nothing_that_is_committed_reaches_the_store_beneath()
    {
        var ct = TestContext.Current.CancellationToken;
        await inner.CommitAsync("bromma", [new RecordChange.Put("a", "1"), new RecordChange.Put("b", "1")], ct);
        var before = await inner.ScanAsync("bromma", string.Empty, ct).ToListAsync(ct);

        await Store.CommitAsync(
            "bromma", [new RecordChange.Replace("a", "2", before[0].ETag), new RecordChange.Delete("b"), new RecordChange.Insert("c", "2")], ct);

        Assert.Equal(before, await inner.ScanAsync("bromma", string.Empty, ct).ToListAsync(ct));
        Assert.Equal(["a2", "c2"], await Store.ScanAsync("bromma", string.Empty, ct).Select(record => record.Key + record.Value).ToListAsync(ct));
    }

    [Fact]
    public async Task An_etag_of_the_overlay_beneath_is_stale_once_the_one_above_has_written()
    {
        var ct = TestContext.Current.CancellationToken;
        var beneath = await Store.CommitAsync("bromma", [new RecordChange.Put("a", "1")], ct);
        var above = new OverlayRecordStore(Store);
        await above.CommitAsync("bromma", [new RecordChange.Put("a", "2")], ct);

        await Assert.ThrowsAsync<ConflictException>(
            () => above.CommitAsync("bromma", [new RecordChange.Replace("a", "3", beneath[0])], ct));
    }
}
