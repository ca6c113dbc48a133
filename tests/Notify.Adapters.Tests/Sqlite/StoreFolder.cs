using Notify.Adapters.Sqlite;

namespace Notify.Adapters.Tests.Sqlite;

/// <summary>A data folder of a test, deleted with it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("notify-store-");

    /// <summary>Not there until a store makes it.</summary>
    public string Path => System.IO.Path.Combine(parent.FullName, "data", "here");

    public string File => new SqliteStoreOptions { Folder = Path }.File;

    public SqliteRecordStore Open() => Open(Path);

    public static SqliteRecordStore Open(string path) => new(new SqliteStoreOptions { Folder = path });

    public void Dispose() => parent.Delete(recursive: true);
}
