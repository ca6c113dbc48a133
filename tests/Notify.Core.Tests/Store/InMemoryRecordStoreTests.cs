using Notify.Core.Store;
using Notify.Testing.Store;

namespace Notify.Core.Tests.Store;

public sealed class InMemoryRecordStoreTests : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new InMemoryRecordStore();
}
