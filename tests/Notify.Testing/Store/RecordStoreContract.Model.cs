using FsCheck;
using FsCheck.Fluent;
using Notify.Core.Store;
using Xunit;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    [Fact]
    public void Any_sequence_of_commits_leaves_what_a_dictionary_would_hold()
    {
        var run = 0;
        var config = Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(20);
        Check.One(config, Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), commits => BehavesAsModel($"run-{++run}", commits)));
    }

    private async Task BehavesAsModel(string partition, byte[][] commits)
    {
        var model = new RecordStoreModel();
        foreach (var (number, codes) in commits.Index())
        {
            var changes = model.Decode(codes, number);
            if (number == 0)
            {
                // What was there before need not have come by way of the store under test.
                changes = [.. changes.Select(change => new RecordChange.Put(change.Key, "0"))];
                model.Apply(changes, await Given(partition, changes));
            }
            else if (model.Conflicts(changes) is { } key)
            {
                Assert.Equal(key, (await Assert.ThrowsAsync<ConflictException>(() => Store.CommitAsync(partition, changes, Ct))).Key);
            }
            else
            {
                model.Apply(changes, await Store.CommitAsync(partition, changes, Ct));
            }

            Assert.Equal(model.Records, await Scan(string.Empty, partition));
        }
    }
}
