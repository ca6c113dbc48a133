using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Notify.Core.Store;

namespace Notify.Adapters.Sqlite;

/// <summary>
/// The store in one SQLite file, <c>notify.db</c>, for one machine. What <see cref="CommitAsync"/> has answered survives a
/// loss of power. Several processes may use one file at once.
/// </summary>
/// <remarks>
/// SQLite knows no asynchronous I/O. Reads therefore run on the thread of the caller: they are short, and no lock or
/// transaction is held between the pages of a scan. Commits are handed to the one writer of this process
/// (<see cref="SqliteWriter"/>), so that callers await it and do not contend for the file.
/// Every operation may throw <see cref="SqliteStoreException"/>.
/// </remarks>
public sealed class SqliteRecordStore : IRecordStore, IAsyncDisposable, IDisposable
{
    // A page ends with whichever comes first, so that a scan of large values needs little memory.
    private const int PageRecords = 500;
    private const int PageCharacters = 2_000_000;

    private readonly SqliteDatabase database;
    private readonly SqliteWriter writer;

    /// <summary>Opens nothing yet: folder and file are made at the first use.</summary>
    public SqliteRecordStore(SqliteStoreOptions options)
    {
        database = new SqliteDatabase(options);
        writer = new SqliteWriter(database);
    }

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalid(key, nameof(key));
        ct.ThrowIfCancellationRequested();
        const string sql = "SELECT key, value, version FROM record WHERE partition = $partition AND key = $from;";
        return (await ReadAsync(sql, partition, key, key, ct).ConfigureAwait(false)).Records.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalidPrefix(keyPrefix, nameof(keyPrefix));

        // U+007F sorts above the alphabet of keys, a space below it: the end of the prefix, and the place just after a key.
        const string sql =
            "SELECT key, value, version FROM record WHERE partition = $partition AND key >= $from AND key < $end ORDER BY key;";
        var end = keyPrefix + '\u007f';
        for (var from = keyPrefix; ;)
        {
            ct.ThrowIfCancellationRequested();
            var page = await ReadAsync(sql, partition, from, end, ct).ConfigureAwait(false);
            foreach (var record in page.Records)
            {
                ct.ThrowIfCancellationRequested();
                yield return record;
            }

            if (page.IsLast)
            {
                yield break;
            }

            from = page.Records[^1].Key + ' ';
        }
    }

    /// <inheritdoc/>
    /// <remarks>A token cancelled while the commit waits for its turn stops it; once it is being written it is not stopped.</remarks>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        RecordLimits.ThrowIfExceeded(partition, changes);
        ct.ThrowIfCancellationRequested();
        return changes.Count == 0 ? [] : await writer.CommitAsync(partition, changes, ct).ConfigureAwait(false);
    }

    /// <summary>Writes what was handed in, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        database.Dispose();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<Page> ReadAsync(string sql, string partition, string from, string end, CancellationToken ct)
    {
        try
        {
            using var connection = await database.OpenAsync(ct).ConfigureAwait(false);
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$partition", partition);
            command.Parameters.AddWithValue("$from", from);
            command.Parameters.AddWithValue("$end", end);
            using var reader = command.ExecuteReader();
            return ReadPage(reader);
        }
        catch (SqliteException error)
        {
            throw SqliteStoreException.From(error, database.File);
        }
    }

    private static Page ReadPage(SqliteDataReader reader)
    {
        List<Record> page = [];
        var characters = 0;
        while (reader.Read())
        {
            if (page.Count == PageRecords || characters >= PageCharacters)
            {
                return new(page, IsLast: false);
            }

            page.Add(new Record(reader.GetString(0), reader.GetString(1), reader.GetInt64(2).ToString(CultureInfo.InvariantCulture)));
            characters += page[^1].Value.Length;
        }

        return new(page, IsLast: true);
    }

    /// <param name="Records">In order.</param>
    /// <param name="IsLast">Nothing followed when it was read.</param>
    private readonly record struct Page(IReadOnlyList<Record> Records, bool IsLast);
}
