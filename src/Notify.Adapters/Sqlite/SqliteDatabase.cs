using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Notify.Adapters.Sqlite;

/// <summary>The file and its form: opens connections to it, and makes it when it is not there.</summary>
internal sealed class SqliteDatabase(SqliteStoreOptions options) : IDisposable
{
    /// <summary>"Ntfy": tells Notify's files from those of other programs.</summary>
    private const long ApplicationId = 0x4E746679;

    /// <summary>The number of the schema below; to be raised, with a migration, when it changes.</summary>
    private const long Format = 1;

    // The version stands beside the records and is raised in their transaction: it numbers the writes of all partitions
    // and processes, and is their ETag. It never goes back, so a key deleted and inserted again has another ETag.
    private const string Schema =
        """
        CREATE TABLE record (
            partition TEXT NOT NULL COLLATE BINARY,
            key TEXT NOT NULL COLLATE BINARY,
            value TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (partition, key)
        ) WITHOUT ROWID;
        CREATE TABLE last_version (version INTEGER NOT NULL);
        INSERT INTO last_version VALUES (0);
        """;

    private readonly SemaphoreSlim preparing = new(1, 1);
    private readonly string pooled = ConnectionString(options, pooling: true);
    private readonly string unpooled = ConnectionString(options, pooling: false);

    private volatile bool prepared;

    public string File { get; } = options.File;

    public TimeSpan BusyTimeout { get; } = options.BusyTimeout;

    /// <summary>An open connection from the pool; dispose it soon.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        await PrepareAsync(ct).ConfigureAwait(false);
        return Open(pooled);
    }

    /// <summary>A connection outside the pool: to be kept, and to take an unfinished transaction with it when it is disposed.</summary>
    public async Task<SqliteConnection> OpenOwnAsync()
    {
        await PrepareAsync(CancellationToken.None).ConfigureAwait(false);
        return Open(unpooled);
    }

    /// <summary>Closes the idle connections of the pool, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(pooled);
        SqliteConnection.ClearPool(connection);
        preparing.Dispose();
    }

    private static string ConnectionString(SqliteStoreOptions options, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = options.File,
        DefaultTimeout = (int)options.BusyTimeout.TotalSeconds,
        Pooling = pooling,
    }.ToString();

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (prepared)
        {
            return;
        }

        await preparing.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (!prepared)
            {
                Prepare();
                prepared = true;
            }
        }
        finally
        {
            preparing.Release();
        }
    }

    private SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();

            // SQLite's own waiting: finer than that of the driver, and it also waits out a recovery by another process.
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, (int)BusyTimeout.TotalMilliseconds);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        MakeFolder();
        using var connection = Open(unpooled);

        // Another program's file is refused before anything in it is changed, its journal mode included.
        var isReady = IsReady(connection);
        UseWriteAheadLog(connection);
        if (isReady)
        {
            return;
        }

        // Whoever gets the lock second finds the work done.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!IsReady(connection))
        {
            Execute(connection, Schema + $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format};");
        }

        transaction.Commit();
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteStoreException.NoFolder(File, error);
        }
    }

    private void UseWriteAheadLog(SqliteConnection connection)
    {
        if (Execute(connection, "PRAGMA journal_mode = WAL;") is not "wal" and var mode)
        {
            throw new SqliteStoreException(File, $"{File} cannot use a write-ahead log (it stays in mode '{mode}'). The folder must be on a local disk.");
        }
    }

    private bool IsReady(SqliteConnection connection)
    {
        // One statement, and so one moment: another process may be making the schema meanwhile.
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT count(*) FROM sqlite_schema), (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version);
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        var (tables, application, format) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        return application switch
        {
            0 when tables == 0 => false,
            ApplicationId when format <= Format => true,
            ApplicationId => throw SqliteStoreException.Newer(File, format, Format),
            _ => throw SqliteStoreException.Foreign(File),
        };
    }

    private static string? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
