using Microsoft.Data.Sqlite;
using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Xunit;

namespace Notify.Adapters.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_folder_is_made_and_a_closed_store_is_one_file_that_opens_again()
    {
        await using (var store = folder.Open())
        {
            Assert.False(Directory.Exists(folder.Path));
            await PutAsync(store, 3);
            Assert.Equal("wal", Ask("PRAGMA journal_mode;"));
        }

        Assert.Equal([folder.File], Directory.GetFiles(folder.Path));
        await using var again = folder.Open();
        Assert.Equal("2", (await again.FindAsync("bromma", "k00002", Ct))?.Value);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_its_remedy_by_every_operation_and_left_alone()
    {
        Directory.CreateDirectory(folder.Path);
        var text = string.Concat(Enumerable.Repeat("This is no database. ", 500));
        await File.WriteAllTextAsync(folder.File, text, Ct);
        await using var store = folder.Open();

        await AssertFails(store, "damaged or not a database", "backup", folder.File);
        Assert.Equal(text, await File.ReadAllTextAsync(folder.File, Ct));
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_its_remedy()
    {
        await using (var store = folder.Open())
        {
            await PutAsync(store, 2_000);
        }

        await using (var file = File.OpenWrite(folder.File))
        {
            file.Position = 4_096;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4_096).ToArray());
        }

        await using var damaged = folder.Open();
        await AssertFails(damaged, "damaged or not a database", "backup", folder.File);
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(folder.Path);
        Ask("CREATE TABLE bookmarks (url TEXT); SELECT 1;");
        var bytes = await File.ReadAllBytesAsync(folder.File, Ct);
        await using var store = folder.Open();

        await AssertFails(store, "another program", folder.File);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.File, Ct));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await using (var store = folder.Open())
        {
            await PutAsync(store, 1);
        }

        Ask("PRAGMA user_version = 99;");
        await using var older = folder.Open();
        await AssertFails(older, "newer Notify", folder.File);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(folder.File);
        await using var store = folder.Open();
        await AssertFails(store, "cannot be opened", folder.File);
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Path)!);
        await File.WriteAllTextAsync(folder.Path, "not a folder", Ct);
        await using var store = folder.Open();
        await AssertFails(store, "The folder of", "cannot be made", folder.File);
    }

    [Fact]
    public async Task A_commit_gives_up_when_another_holds_the_file_and_the_next_one_succeeds()
    {
        await using var store = new SqliteRecordStore(new SqliteStoreOptions { Folder = folder.Path, BusyTimeout = TimeSpan.FromSeconds(1) });
        await PutAsync(store, 1);
        using (var other = new SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();

            Assert.Equal("0", (await store.FindAsync("bromma", "k00000", Ct))?.Value);
            var error = await Assert.ThrowsAsync<SqliteStoreException>(() => PutAsync(store, 2));
            Assert.Contains("held by another process", error.Message, StringComparison.Ordinal);
        }

        await PutAsync(store, 2);
        Assert.Equal(2, await store.ScanAsync("bromma", string.Empty, Ct).CountAsync(Ct));
    }

    [Fact]
    public async Task A_store_that_is_closed_writes_what_was_handed_in_and_takes_no_more()
    {
        var store = folder.Open();
        var commits = Enumerable.Range(0, 300)
            .Select(i => store.CommitAsync("bromma", [new RecordChange.Insert($"k{i}", "1")], Ct)).ToList();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(commits), etags => Assert.Single(etags));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => PutAsync(store, 1));
        await using var again = folder.Open();
        Assert.Equal(300, await again.ScanAsync("bromma", string.Empty, Ct).CountAsync(Ct));
    }

    private static async Task PutAsync(SqliteRecordStore store, int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(RecordLimits.MaxChanges))
        {
            await store.CommitAsync("bromma", [.. chunk.Select(i => new RecordChange.Put($"k{i:D5}", $"{i}"))], Ct);
        }
    }

    private static async Task AssertFails(SqliteRecordStore store, params string[] says)
    {
        SqliteStoreException[] errors =
        [
            await Assert.ThrowsAsync<SqliteStoreException>(() => store.FindAsync("bromma", "k00001", Ct)),
            await Assert.ThrowsAsync<SqliteStoreException>(async () => await store.ScanAsync("bromma", "k", Ct).CountAsync(Ct)),
            await Assert.ThrowsAsync<SqliteStoreException>(() => PutAsync(store, 1)),
        ];
        Assert.All(errors, error => Assert.All(says, text => Assert.Contains(text, error.Message, StringComparison.Ordinal)));
    }

    private string? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
