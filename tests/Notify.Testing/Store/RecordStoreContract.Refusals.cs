using Notify.Core.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    private static readonly string Long = new('k', RecordKey.MaxLength);

    [Theory]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData(" ")]
    [InlineData("åkeshov")]
    [InlineData("a\u0000")]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\\b")]
    [InlineData("a'b")]
    [InlineData("a%b")]
    [InlineData("😀")]
    public async Task What_is_outside_the_alphabet_is_refused_by_every_operation(string text)
    {
        await Refused(() => Store.FindAsync(District, text, Ct));
        await Refused(() => Store.FindAsync(text, "key", Ct));
        await Refused(() => Scan(text));
        await Refused(() => Scan(string.Empty, text));
        await Refused(() => Store.CommitAsync(text, [new RecordChange.Put("key", "1")], Ct));
        await Refused(() => Commit(new RecordChange.Put("good", "1"), new RecordChange.Insert(text, "1")));
        await Refused(() => Commit(new RecordChange.Put("good", "1"), new RecordChange.Put(text, "1")));
        await Refused(() => Commit(new RecordChange.Put("good", "1"), new RecordChange.Replace(text, "1", "1")));
        await Refused(() => Commit(new RecordChange.Put("good", "1"), new RecordChange.Delete(text)));
        Assert.Empty(await Scan(string.Empty));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("_")]
    [InlineData("~")]
    [InlineData(":")]
    [InlineData("-")]
    [InlineData("a:b~c.d_e-f:")]
    [InlineData("20261123T073000000Z")]
    public async Task What_is_inside_the_alphabet_is_found_changed_and_removed(string text)
    {
        var etag = Assert.Single(await Store.CommitAsync(text, [new RecordChange.Insert(text, "1")], Ct));
        Assert.Equal(new Record(text, "1", etag), await Store.FindAsync(text, text, Ct));

        etag = Assert.Single(await Store.CommitAsync(text, [new RecordChange.Replace(text, "2", etag)], Ct));
        Assert.Equal(new Record(text, "2", etag), Assert.Single(await Scan(text, text)));

        await Store.CommitAsync(text, [new RecordChange.Delete(text, etag)], Ct);
        Assert.Null(await Store.FindAsync(text, text, Ct));
    }

    [Fact]
    public async Task A_key_of_200_characters_is_kept_and_of_201_or_none_refused()
    {
        await Store.CommitAsync(Long, [new RecordChange.Insert(Long, "1")], Ct);
        Assert.NotNull(await Store.FindAsync(Long, Long, Ct));
        Assert.Equal([Long], await Keys(Long, Long));

        foreach (var wrong in new[] { Long + "k", string.Empty })
        {
            await Refused(() => Store.FindAsync(Long, wrong, Ct));
            await Refused(() => Store.FindAsync(wrong, Long, Ct));
            await Refused(() => Scan(Long, wrong));
            await Refused(() => Commit(new RecordChange.Put(wrong, "1")));
            await Refused(() => Store.CommitAsync(wrong, [], Ct));
        }

        await Refused(() => Scan(Long + "k"));
    }

    [Fact]
    public async Task More_than_100_changes_are_refused_and_nothing_is_written()
    {
        var changes = Enumerable.Range(0, 101).Select(i => new RecordChange.Insert($"k{i}", "1")).ToList();

        await Refused(() => Commit(changes));

        Assert.Empty(await Scan(string.Empty));
        Assert.Equal(100, (await Commit(changes[1..])).Count);
    }

    [Fact]
    public async Task A_key_that_stands_twice_in_a_commit_is_refused_and_nothing_is_written()
    {
        await Refused(() => Commit(new RecordChange.Put("a", "1"), new RecordChange.Insert("b", "1"), new RecordChange.Delete("a")));
        Assert.Empty(await Scan(string.Empty));

        await Commit(new RecordChange.Put("a", "1"), new RecordChange.Put("A", "1"));
        Assert.Equal(["A", "a"], await Keys(string.Empty));
    }

    [Theory]
    [InlineData("x", 2)]
    [InlineData("å", 6)]
    [InlineData("\"", 6)]
    [InlineData("😀", 12)]
    public async Task A_record_of_the_greatest_size_is_kept_and_one_character_more_refused(string character, int bytes)
    {
        var greatest = Greatest("k1", character, bytes);
        await Commit(new RecordChange.Insert("k1", greatest));
        Assert.Equal(greatest, await Value("k1"));

        await Refused(() => Commit(new RecordChange.Put("k0", "1"), new RecordChange.Put("k1", greatest + character)));

        Assert.Equal(greatest, await Value("k1"));
        Assert.Null(await Value("k0"));
    }

    [Theory]
    [InlineData("x", 2)]
    [InlineData("å", 6)]
    public async Task A_commit_of_the_greatest_size_is_kept_and_one_record_more_refused(string character, int bytes)
    {
        var changes = Enumerable.Range(1, 4).Select(i => new RecordChange.Put($"k{i}", Greatest($"k{i}", character, bytes))).ToList();

        await Refused(() => Commit([.. changes, new RecordChange.Put("k5", "1")]));
        Assert.Empty(await Scan(string.Empty));

        await Commit(changes);
        Assert.Equal(["k1", "k2", "k3", "k4"], await Keys(string.Empty));
    }

    [Fact]
    public async Task A_token_already_cancelled_stops_every_operation_and_nothing_is_written()
    {
        await Given("there", "1");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.CommitAsync(District, [new RecordChange.Put("new", "1"), new RecordChange.Put("there", "2")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(District, "there", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ScanAsync(District, string.Empty, cancelled).ToListAsync(Ct));

        Assert.Equal(["there"], await Keys(string.Empty));
        Assert.Equal("1", await Value("there"));
    }

    [Fact]
    public async Task A_scan_stops_when_it_is_cancelled_on_its_way()
    {
        await GivenMany(1_100);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in Store.ScanAsync(District, string.Empty, source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    private static string Greatest(string key, string character, int bytes) =>
        string.Concat(Enumerable.Repeat(character, (RecordLimits.MaxRecordBytes - RecordLimits.SizeOf(District, key, string.Empty)) / bytes));

    private static Task<ArgumentException> Refused(Func<Task> operation) => Assert.ThrowsAnyAsync<ArgumentException>(operation);
}
