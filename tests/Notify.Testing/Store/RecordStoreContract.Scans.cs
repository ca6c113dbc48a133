using Notify.Core.Store;
using Xunit;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    private static readonly string[] MixedKeys = ["~", "b", "a~", "a:1~", "A:1", "a", "_", "ab", "a:10", "a:1", "~~", "a:", "Z", "a-1", "a.1", "0", "-", ":", "."];

    [Fact]
    public async Task A_scan_is_in_ordinal_order_whatever_the_case()
    {
        await Given(District, [.. MixedKeys.Select(key => new RecordChange.Put(key, "1"))]);

        Assert.Equal(MixedKeys.Order(StringComparer.Ordinal), await Keys(string.Empty));
    }

    [Theory]
    [InlineData("a:1", "a:1", "a:10", "a:1~")]
    [InlineData("a:", "a:", "a:1", "a:10", "a:1~")]
    [InlineData("a", "a", "a-1", "a.1", "a:", "a:1", "a:10", "a:1~", "ab", "a~")]
    [InlineData("A", "A:1")]
    [InlineData("a~", "a~")]
    [InlineData("~", "~", "~~")]
    [InlineData("~~~")]
    [InlineData("-", "-")]
    [InlineData("_", "_")]
    [InlineData("zz")]
    public async Task A_scan_gives_what_begins_with_the_prefix(string prefix, params string[] expected)
    {
        await Given(District, [.. MixedKeys.Select(key => new RecordChange.Put(key, "1"))]);

        Assert.Equal(expected, await Keys(prefix));
    }

    [Fact]
    public async Task A_scan_merges_what_was_there_with_what_was_changed_since()
    {
        await Given(District, [.. "acegi".Select(key => new RecordChange.Put(key.ToString(), "1"))]);
        await Commit(new RecordChange.Insert("b", "2"), new RecordChange.Put("c", "2"), new RecordChange.Delete("g"), new RecordChange.Insert("z", "2"));

        Assert.Equal("a1 b2 c2 e1 i1 z2", string.Join(' ', (await Scan(string.Empty)).Select(record => record.Key + record.Value)));
    }

    [Fact]
    public async Task A_scan_over_many_pages_gives_each_record_once_and_agrees_with_find()
    {
        const int count = 2_500;
        await GivenMany(count);
        await Given("many", "\"before\"");
        await Given("many~", "\"after\"");

        var records = await Scan("many:");

        Assert.Equal(Enumerable.Range(0, count).Select(ManyKey), records.Select(record => record.Key));
        Assert.All(records, record => Assert.Equal($"\"{record.Key}\"", record.Value));
        Assert.Equal(records[1_234], await Store.FindAsync(District, ManyKey(1_234), Ct));
    }

    [Fact]
    public async Task A_scan_that_is_left_early_does_no_harm()
    {
        await GivenMany(300);

        await foreach (var record in Store.ScanAsync(District, string.Empty, Ct))
        {
            Assert.Equal(ManyKey(0), record.Key);
            break;
        }

        await Commit(new RecordChange.Put(ManyKey(0), "1"));
        Assert.Equal("1", await Value(ManyKey(0)));
    }

    [Fact]
    public async Task Commits_in_the_middle_of_a_scan_do_not_break_it()
    {
        const int count = 1_200;
        await GivenMany(count);
        List<string> seen = [];

        await foreach (var record in Store.ScanAsync(District, "many:", Ct))
        {
            seen.Add(record.Key);
            if (seen.Count % 200 == 1)
            {
                // Behind, at and ahead of the scan: changed, deleted and new records.
                await Commit(
                    new RecordChange.Put(ManyKey(seen.Count), "\"changed\""),
                    new RecordChange.Delete(ManyKey(seen.Count - 1)),
                    new RecordChange.Delete(ManyKey(seen.Count + 120)),
                    new RecordChange.Insert(ManyKey(seen.Count) + "-new", "1"));
            }
        }

        Assert.Equal(seen.Order(StringComparer.Ordinal).Distinct(), seen);
        var there = (await Keys("many:")).Where(key => !key.EndsWith("-new", StringComparison.Ordinal));
        Assert.Empty(there.Except(seen));
    }

    [Fact]
    public async Task Two_scans_at_once_do_not_disturb_each_other()
    {
        await GivenMany(250);

        await foreach (var (left, right) in Store.ScanAsync(District, "many:", Ct).Zip(Store.ScanAsync(District, "many:", Ct)))
        {
            Assert.Equal(left, right);
        }
    }
}
