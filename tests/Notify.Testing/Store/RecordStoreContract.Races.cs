using System.Globalization;
using Notify.Core.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Of_many_writers_with_the_same_etag_one_wins()
    {
        var etag = await Given("lease", "0");

        var won = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Wins(
            new RecordChange.Replace("lease", i.ToString(CultureInfo.InvariantCulture), etag), new RecordChange.Insert($"trace:{i}", "1"))));

        Assert.Single(won, true);
        Assert.Equal([$"trace:{await Value("lease")}"], await Keys("trace:"));
    }

    [Fact]
    public async Task Of_many_inserts_of_the_same_key_one_wins()
    {
        var won = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Wins(
            new RecordChange.Insert("lease", i.ToString(CultureInfo.InvariantCulture)), new RecordChange.Insert($"trace:{i}", "1"))));

        Assert.Single(won, true);
        Assert.Equal([$"trace:{await Value("lease")}"], await Keys("trace:"));
    }

    [Fact]
    public async Task Increments_by_many_at_once_lose_none()
    {
        const int workers = 8;
        const int rounds = 8;
        await Given("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(
            async () =>
            {
                for (var round = 0; round < rounds; round++)
                {
                    while (!await Incremented())
                    {
                    }
                }
            },
            Ct)));

        Assert.Equal((workers * rounds).ToString(CultureInfo.InvariantCulture), await Value("counter"));
    }

    [Fact]
    public async Task Commits_of_different_keys_at_once_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => Store.CommitAsync($"district-{i % 3}", [new RecordChange.Insert($"k{i}", "1"), new RecordChange.Insert($"l{i}", "1")], Ct), Ct)));

        Assert.Equal(134, (await Scan(string.Empty, "district-0")).Count);
        Assert.Equal(134, (await Scan(string.Empty, "district-1")).Count);
        Assert.Equal(132, (await Scan(string.Empty, "district-2")).Count);
    }

    private async Task<bool> Incremented()
    {
        var counter = Assert.IsType<Record>(await Store.FindAsync(District, "counter", Ct));
        var next = int.Parse(counter.Value, CultureInfo.InvariantCulture) + 1;
        return await Wins(new RecordChange.Replace("counter", next.ToString(CultureInfo.InvariantCulture), counter.ETag));
    }

    private async Task<bool> Wins(params RecordChange[] changes)
    {
        try
        {
            await Commit(changes);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }
}
