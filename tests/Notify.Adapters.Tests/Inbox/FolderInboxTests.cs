using Notify.Adapters.Inbox;
using Notify.Core.Sources;
using Notify.Core.Sources.Inbox;
using Xunit;

namespace Notify.Adapters.Tests.Inbox;

public sealed class FolderInboxTests : InboxContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notify-inbox-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected override IInbox Inbox => new FolderInbox(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("~$register.xlsx")]
    [InlineData(".contacts.csv.swp")]
    [InlineData("contacts.csv.part")]
    [InlineData("contacts.TMP")]
    public async Task What_programs_keep_for_themselves_is_left_to_them(string name)
    {
        await PutAsync(name, "half");

        Assert.Empty(await Inbox.ListAsync(Ct));
    }

    [Fact]
    public async Task A_link_leads_nowhere()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "contacts.csv"), "/etc/hostname");

        Assert.Empty(await Inbox.ListAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_is_not_read()
    {
        await PutAsync("contacts.csv", "id");
        var file = Assert.Single(await Inbox.ListAsync(Ct));
        await using var open = new FileStream(Path.Combine(_folder.FullName, "contacts.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Null(await Inbox.ReadAsync(file, Ct));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_in_words()
    {
        var error = await Assert.ThrowsAsync<SourceException>(() => new FolderInbox(Path.Combine(_folder.FullName, "unmounted")).ListAsync(Ct));

        Assert.Contains("Inbox:Folder", error.Text.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_moved_the_file_stays_and_it_is_said_in_words()
    {
        await PutAsync("contacts.csv", "id");
        await PutAsync("done", "a file where the folder ought to be");
        var file = (await Inbox.ListAsync(Ct)).Single(f => f.Name == "contacts.csv");

        var error = await Assert.ThrowsAsync<SourceException>(() => Inbox.MoveAsync(file, "done", "contacts.csv", "", Ct));

        Assert.Contains("contacts.csv", error.Text.English, StringComparison.Ordinal);
        Assert.Equal("id", await ContentAsync("contacts.csv"));
    }

    protected override Task PutAsync(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, content, Ct);
    }

    protected override async Task<string?> ContentAsync(string path) =>
        Path.Combine(_folder.FullName, path) is var whole && File.Exists(whole) ? await File.ReadAllTextAsync(whole, Ct) : null;
}
