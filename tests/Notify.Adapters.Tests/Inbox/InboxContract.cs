using System.Text;
using Notify.Core.Sources.Inbox;
using Xunit;

namespace Notify.Adapters.Tests.Inbox;

/// <summary>What every inbox does.</summary>
public abstract class InboxContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract IInbox Inbox { get; }

    /// <summary>Puts a file there, by its path in the inbox.</summary>
    protected abstract Task PutAsync(string name, string content);

    /// <summary>What is in a file; null: there is none.</summary>
    protected abstract Task<string?> ContentAsync(string path);

    [Fact]
    public async Task What_lies_there_is_listed_by_name_and_what_is_in_folders_below_is_not()
    {
        await PutAsync("schools.csv", "b");
        await PutAsync("contacts.csv", "aa");
        await PutAsync("done/old.csv", "c");
        await PutAsync("refused/older.csv", "d");

        var listed = await Inbox.ListAsync(Ct);

        Assert.Equal([("contacts.csv", 2), ("schools.csv", 1)], listed.Select(f => (f.Name, f.Length)));
        Assert.Equal("aa", Encoding.UTF8.GetString((await Inbox.ReadAsync(listed[0], Ct))!));
    }

    [Fact]
    public async Task The_same_file_has_the_same_stamp_and_one_that_grew_another()
    {
        await PutAsync("contacts.csv", "id");
        var first = await Inbox.ListAsync(Ct);
        Assert.Equal(first, await Inbox.ListAsync(Ct));

        await PutAsync("contacts.csv", "id;name");

        Assert.NotEqual(first[0].Stamp, (await Inbox.ListAsync(Ct))[0].Stamp);
        Assert.Null(await Inbox.ReadAsync(first[0], Ct));
    }

    [Fact]
    public async Task A_file_is_moved_with_its_report_beside_it()
    {
        await PutAsync("contacts.csv", "åäö");
        var file = Assert.Single(await Inbox.ListAsync(Ct));

        Assert.True(await Inbox.MoveAsync(file, "done", "20260302-contacts.csv", "Läste in.", Ct));

        Assert.Empty(await Inbox.ListAsync(Ct));
        Assert.Equal("åäö", await ContentAsync("done/20260302-contacts.csv"));
        Assert.Equal("Läste in.", await ContentAsync("done/20260302-contacts.csv.txt"));
    }

    [Fact]
    public async Task One_that_was_replaced_since_it_was_listed_stays()
    {
        await PutAsync("contacts.csv", "old");
        var file = Assert.Single(await Inbox.ListAsync(Ct));
        await PutAsync("contacts.csv", "newer");

        Assert.False(await Inbox.MoveAsync(file, "done", "contacts.csv", "", Ct));

        Assert.Equal("newer", await ContentAsync("contacts.csv"));
    }

    [Fact]
    public async Task One_that_is_gone_is_neither_read_nor_moved()
    {
        var gone = new InboxFile("gone.csv", 3, "0x1");

        Assert.Null(await Inbox.ReadAsync(gone, Ct));
        Assert.False(await Inbox.MoveAsync(gone, "done", "gone.csv", "", Ct));
    }
}
