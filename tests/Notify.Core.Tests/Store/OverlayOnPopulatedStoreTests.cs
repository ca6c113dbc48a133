using Notify.Core.Store;
using Notify.Testing.Store;
using Xunit;

namespace Notify.Core.Tests.Store;

/// <summary>The same contract where everything that was there before stands in the store beneath.</summary>
public sealed class OverlayOnPopulatedStoreTests : RecordStoreContract
{
    private readonly InMemoryRecordStore inner = new();

    public OverlayOnPopulatedStoreTests() => Store = new OverlayRecordStore(inner);

    protected override IRecordStore Store { get; }

    protected override Task<IReadOnlyList<string>> Given(string partition, IReadOnlyList<RecordChange> changes) =>
        inner.CommitAsync(partition, changes, TestContext.Current.CancellationToken);
}
