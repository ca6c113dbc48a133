using Notify.Core.Store;
using Xunit;
using Record = Notify.Core.Store.Record;

namespace Notify.Testing.Store;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task What_was_committed_is_found()
    {
        await Commit(new RecordChange.Insert("school:1", """{"name":"Äppelviksskolan"}"""));

        Assert.Equal("""{"name":"Äppelviksskolan"}""", await Value("school:1"));
        Assert.Null(await Value("school:2"));
    }

    [Fact]
    public async Task Etags_come_in_the_order_of_the_changes_and_a_delete_has_none()
    {
        await Given("old", "0");

        var etags = await Commit(new RecordChange.Insert("b", "1"), new RecordChange.Delete("old"), new RecordChange.Put("a", "2"));

        Assert.Equal([await ETag("b"), string.Empty, await ETag("a")], etags);
        var next = await Commit(new RecordChange.Replace("b", "3", etags[0]), new RecordChange.Delete("a", etags[2]));
        Assert.Equal([await ETag("b"), string.Empty], next);
        Assert.NotEqual(etags[0], next[0]);
        Assert.Equal("3", await Value("b"));
        Assert.Null(await Value("a"));
    }

    [Fact]
    public async Task An_empty_commit_answers_nothing() => Assert.Empty(await Commit());

    [Fact]
    public async Task An_insert_of_a_taken_key_is_a_conflict()
    {
        await Given("taken", "1");
        await AssertConflict("taken", new RecordChange.Insert("taken", "2"));
    }

    [Fact]
    public async Task A_replace_of_a_changed_record_is_a_conflict()
    {
        var stale = await Given("school", "1");
        await Commit(new RecordChange.Put("school", "2"));
        await AssertConflict("school", new RecordChange.Replace("school", "3", stale));
    }

    [Fact]
    public async Task A_replace_of_a_deleted_record_is_a_conflict()
    {
        var gone = await Given("school", "1");
        await Commit(new RecordChange.Delete("school"));
        await AssertConflict("school", new RecordChange.Replace("school", "3", gone));
    }

    [Fact]
    public async Task A_delete_of_a_changed_record_is_a_conflict()
    {
        var stale = await Given("school", "1");
        await Commit(new RecordChange.Replace("school", "2", stale));
        await AssertConflict("school", new RecordChange.Delete("school", stale));
    }

    [Fact]
    public async Task A_delete_of_a_deleted_record_is_a_conflict_with_and_without_an_etag()
    {
        var gone = await Given("school", "1");
        await Commit(new RecordChange.Delete("school", gone));
        await AssertConflict("school", new RecordChange.Delete("school", gone));
        await AssertConflict("school", new RecordChange.Delete("school"));
    }

    [Fact]
    public async Task An_etag_does_not_come_back_when_a_key_is_deleted_and_inserted_again()
    {
        var first = await Given("school", "1");
        await Commit(new RecordChange.Delete("school"));
        await Commit(new RecordChange.Insert("school", "1"));
        await AssertConflict("school", new RecordChange.Replace("school", "2", first));
    }

    [Fact]
    public async Task A_put_needs_no_condition_and_changes_the_etag_even_of_an_equal_value()
    {
        var first = await Given("school", "1");
        var second = Assert.Single(await Commit(new RecordChange.Put("school", "1")));
        Assert.NotEqual(first, second);
        Assert.Equal(new Record("school", "1", second), await Store.FindAsync(District, "school", Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task One_lost_condition_among_many_changes_leaves_all_unwritten(int position)
    {
        var etag = await Given("kept", "1");
        await Given("taken", "1");
        List<RecordChange> changes =
        [
            new RecordChange.Insert("new", "2"),
            new RecordChange.Replace("kept", "2", etag),
            new RecordChange.Put("put", "2"),
            new RecordChange.Delete("doomed"),
        ];
        await Given("doomed", "1");
        changes.Insert(position, new RecordChange.Insert("taken", "2"));

        await AssertConflict("taken", [.. changes]);
        Assert.Equal(["doomed", "kept", "taken"], await Keys(string.Empty));
    }

    [Fact]
    public async Task A_hundred_changes_of_all_kinds_are_one_commit()
    {
        var etags = await Given(District, [.. Enumerable.Range(0, 75).Select(i => new RecordChange.Put($"k{i:D2}", "1"))]);

        await Commit([.. Enumerable.Range(0, 100).Select(i => (RecordChange)((i / 25) switch
        {
            0 => new RecordChange.Replace($"k{i:D2}", "2", etags[i]),
            1 => new RecordChange.Delete($"k{i:D2}", etags[i]),
            2 => new RecordChange.Put($"k{i:D2}", "2"),
            _ => new RecordChange.Insert($"k{i:D2}", "2"),
        }))]);

        var records = await Scan(string.Empty);
        Assert.Equal(75, records.Count);
        Assert.All(records, record => Assert.Equal("2", record.Value));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Given(District, [new RecordChange.Put("school", "\"here\"")]);
        await Given(Partitions.System, [new RecordChange.Put("school", "\"there\"")]);
        await Store.CommitAsync("Bromma", [new RecordChange.Insert("school", "\"another case\"")], Ct);
        await Store.CommitAsync(Partitions.System, [new RecordChange.Delete("school")], Ct);

        Assert.Equal("\"here\"", Assert.Single(await Scan(string.Empty)).Value);
        Assert.Equal("\"another case\"", Assert.Single(await Scan("s", "Bromma")).Value);
        Assert.Empty(await Scan(string.Empty, Partitions.System));
        Assert.Empty(await Scan(string.Empty, "bromma2"));
        Assert.Null(await Store.FindAsync(Partitions.System, "school", Ct));
    }

    private async Task<string> ETag(string key) => Assert.IsType<Record>(await Store.FindAsync(District, key, Ct)).ETag;
}
