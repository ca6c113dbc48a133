using Microsoft.Data.Sqlite;
using Notify.Core.Store;

namespace Notify.Adapters.Sqlite;

/// <summary>The prepared statements of the writer's connection, and the version that numbers its writes.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand end;
    private readonly SqliteCommand save;
    private readonly SqliteCommand undo;
    private readonly SqliteCommand release;
    private readonly SqliteCommand readVersion;
    private readonly SqliteCommand writeVersion;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand replace;
    private readonly SqliteCommand put;
    private readonly SqliteCommand delete;
    private readonly SqliteCommand deleteUnchanged;
    private long version;

    public SqliteStatements(SqliteConnection connection)
    {
        this.connection = connection;

        // Flush at every commit; on macOS, where a plain flush stops at the drive's cache, all the way down. The log gives
        // back the room that a large import took (64 MiB remain).
        using var settings = Command("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA journal_size_limit = 67108864;");
        settings.ExecuteNonQuery();

        end = Prepare("COMMIT;");
        save = Prepare("SAVEPOINT one;");
        undo = Prepare("ROLLBACK TO one;");
        release = Prepare("RELEASE one;");
        readVersion = Prepare("SELECT version FROM last_version;");
        writeVersion = Prepare("UPDATE last_version SET version = $version;");
        insert = Prepare("INSERT INTO record (partition, key, value, version) VALUES ($partition, $key, $value, $version) ON CONFLICT DO NOTHING;");
        replace = Prepare("UPDATE record SET value = $value, version = $version WHERE partition = $partition AND key = $key AND CAST(version AS TEXT) = $etag;");
        put = Prepare("INSERT INTO record (partition, key, value, version) VALUES ($partition, $key, $value, $version) ON CONFLICT DO UPDATE SET value = excluded.value, version = excluded.version;");
        delete = Prepare("DELETE FROM record WHERE partition = $partition AND key = $key;");
        deleteUnchanged = Prepare("DELETE FROM record WHERE partition = $partition AND key = $key AND CAST(version AS TEXT) = $etag;");

        // From here on it is the writer that waits, not SQLite.
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, 0);
    }

    /// <summary>Begins a transaction, unless another process is in the middle of one; does not wait.</summary>
    /// <exception cref="SqliteException">It cannot begin, for another reason.</exception>
    public bool TryBegin()
    {
        // Below the driver, which would wait in steps of 150 ms. A transaction that begins as a reader could not become
        // a writer after another process wrote, so it begins as one.
        var code = SQLitePCL.raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE;");
        if ((code & 0xFF) == SQLitePCL.raw.SQLITE_BUSY)
        {
            return false;
        }

        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        version = (long)readVersion.ExecuteScalar()!;
        return true;
    }

    public void End()
    {
        Run(writeVersion, ("$version", version));
        end.ExecuteNonQuery();
    }

    public void Save() => save.ExecuteNonQuery();

    public void Undo() => undo.ExecuteNonQuery();

    public void Release() => release.ExecuteNonQuery();

    /// <summary>Makes one change; its version, or null when its condition does not hold.</summary>
    public long? Apply(string partition, RecordChange change)
    {
        version++;
        var rows = change switch
        {
            RecordChange.Insert c => Run(insert, ("$partition", partition), ("$key", c.Key), ("$value", c.Value), ("$version", version)),
            RecordChange.Replace c => Run(replace, ("$partition", partition), ("$key", c.Key), ("$value", c.Value), ("$version", version), ("$etag", c.ETag)),
            RecordChange.Put c => Run(put, ("$partition", partition), ("$key", c.Key), ("$value", c.Value), ("$version", version)),
            RecordChange.Delete { ETag: { } etag } c => Run(deleteUnchanged, ("$partition", partition), ("$key", c.Key), ("$etag", etag)),
            RecordChange.Delete c => Run(delete, ("$partition", partition), ("$key", c.Key)),
            _ => throw new ArgumentException($"Unknown change {change.GetType().Name}.", nameof(change)),
        };
        return rows == 0 ? null : version;
    }

    public void Dispose() => commands.ForEach(command => command.Dispose());

    private static int Run(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = Command(sql);
        commands.Add(command);
        command.Prepare();
        return command;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
