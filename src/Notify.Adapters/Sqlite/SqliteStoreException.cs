using Microsoft.Data.Sqlite;

namespace Notify.Adapters.Sqlite;

/// <summary>The store's file cannot be used. The message names the file, what is wrong and what to do about it.</summary>
public sealed class SqliteStoreException(string file, string message, Exception? inner = null) : Exception(message, inner)
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The full path of the file.</summary>
    public string File { get; } = file;

    internal static SqliteStoreException From(SqliteException error, string file) => new(file, Describe(error, file), error);

    internal static SqliteStoreException Foreign(string file) => new(
        file, $"{file} is a database of another program. Choose another data folder, or move that file away.");

    internal static SqliteStoreException Newer(string file, long found, long known) => new(
        file, $"{file} has format {found}, written by a newer Notify; this one knows format {known}. Use the newer program.");

    internal static SqliteStoreException NoFolder(string file, Exception error) => new(
        file, $"The folder of {file} cannot be made. Choose another data folder, or check the rights. ({error.Message})", error);

    internal static SqliteStoreException Held(string file, TimeSpan waited) => new(
        file, $"{file} is held by another process, for {waited.TotalSeconds:0} seconds by now. Stop the other one, or try again.");

    private static string Describe(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase =>
            $"{file} is damaged or not a database. Stop all programs that use it, then restore it from a backup, " +
            $"or move it away together with {Path.GetFileName(file)}-wal and -shm and import the register again. ({error.Message})",
        Busy or Locked => $"{file} is held by another process. Stop the other one, or try again. ({error.Message})",
        Perm or ReadOnly or CannotOpen =>
            $"{file} cannot be opened for writing. Check that it is a file, and that this user may write to it and to its folder. ({error.Message})",
        Full => $"{file} cannot grow: the disk is full. Free some space; what was committed before is kept. ({error.Message})",
        IoError => $"{file} could not be read or written. Check the disk; what was committed before is kept. ({error.Message})",
        _ => $"{file}: {error.Message}",
    };
}
