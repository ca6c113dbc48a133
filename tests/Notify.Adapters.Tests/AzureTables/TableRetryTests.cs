using Azure.Core.Pipeline;
using Notify.Adapters.AzureTables;
using Notify.Core.Store;
using Notify.Testing.Azurite;
using Xunit;

namespace Notify.Adapters.Tests.AzureTables;

/// <summary>A commit is sent again because its answer was lost, and meets what it has written itself.</summary>
public sealed class TableRetryTests(Azurite azurite) : IAsyncLifetime
{
    private readonly LostAnswers lost = new();
    private TableRecordStore? store;
    private TableRecordStore? other;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await azurite.NewTableAsync();
        other = new TableRecordStore(options);
        store = new TableRecordStore(options, settings =>
        {
            settings.Transport = new HttpClientTransport(lost);
            settings.Retry.Delay = TimeSpan.FromMilliseconds(1);
        });
    }

    public ValueTask DisposeAsync()
    {
        lost.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_insert_knows_itself_again()
    {
        var etags = await CommitTwice(new RecordChange.Insert("claim", "1"));

        Assert.Equal((await Find("claim"))!.ETag, Assert.Single(etags));
    }

    [Fact]
    public async Task Changes_of_all_kinds_know_themselves_again_and_can_be_gone_on_from()
    {
        var before = await store!.CommitAsync(
            "bromma", [new RecordChange.Insert("gone", "1"), new RecordChange.Insert("kept", "1"), new RecordChange.Insert("put", "1")], Ct);

        var etags = await CommitTwice(
            new RecordChange.Delete("gone", before[0]),
            new RecordChange.Replace("kept", "2", before[1]),
            new RecordChange.Put("put", "2"),
            new RecordChange.Insert("new", "2"));

        Assert.Equal(string.Empty, etags[0]);
        Assert.Null(await Find("gone"));
        await store.CommitAsync(
            "bromma",
            [new RecordChange.Replace("kept", "3", etags[1]), new RecordChange.Replace("put", "3", etags[2]), new RecordChange.Delete("new", etags[3])],
            Ct);
        Assert.Equal("3", (await Find("kept"))?.Value);
    }

    [Fact]
    public async Task What_others_have_changed_since_is_a_conflict_only_for_who_goes_on_from_it()
    {
        var etags = await CommitTwice(
            () => other!.CommitAsync("bromma", [new RecordChange.Put("mail", "\"theirs\"")], Ct),
            new RecordChange.Insert("claim", "1"),
            new RecordChange.Insert("mail", "\"ours\""));

        Assert.Equal((await Find("claim"))!.ETag, etags[0]);
        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => store!.CommitAsync("bromma", [new RecordChange.Replace("mail", "\"again\"", etags[1])], Ct));
        Assert.Equal("mail", conflict.Key);
        Assert.Equal("\"theirs\"", (await Find("mail"))?.Value);
    }

    [Fact]
    public async Task What_others_had_taken_before_is_a_conflict_at_the_second_try_too()
    {
        await other!.CommitAsync("bromma", [new RecordChange.Insert("claim", "\"theirs\"")], Ct);

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => CommitTwice(new RecordChange.Insert("claim", "\"ours\"")));

        Assert.Equal("claim", conflict.Key);
        Assert.Equal("\"theirs\"", (await Find("claim"))?.Value);
    }

    [Fact]
    public async Task Deletes_alone_leave_nothing_to_know_them_by_and_are_a_conflict()
    {
        await store!.CommitAsync("bromma", [new RecordChange.Insert("gone", "1")], Ct);

        await Assert.ThrowsAsync<ConflictException>(() => CommitTwice(new RecordChange.Delete("gone")));

        Assert.Null(await Find("gone"));
    }

    private Task<IReadOnlyList<string>> CommitTwice(params RecordChange[] changes) => CommitTwice(() => Task.CompletedTask, changes);

    private async Task<IReadOnlyList<string>> CommitTwice(Func<Task> meanwhile, params RecordChange[] changes)
    {
        lost.Meanwhile = meanwhile;
        var etags = await store!.CommitAsync("bromma", changes, Ct);
        Assert.Null(lost.Meanwhile);
        return etags;
    }

    private Task<Core.Store.Record?> Find(string key) => store!.FindAsync("bromma", key, Ct);
}
