using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Notify.Core.Store;

namespace Notify.Adapters.Sqlite;

/// <summary>
/// The one writer of a process. Commits queue up for it, and all that wait while one is being written share the next
/// transaction: the costly part of a durable commit is the flush to disk, and it is paid once for all of them.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Commits in one transaction: enough to hide the flush, few enough that other processes get their turn.</summary>
    private const int MaxBatch = 128;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly Channel<SqliteCommit> queue = Channel.CreateUnbounded<SqliteCommit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteDatabase database;
    private readonly Task loop;
    private SqliteConnection? connection;
    private SqliteStatements? statements;

    public SqliteWriter(SqliteDatabase database)
    {
        this.database = database;
        loop = Task.Run(RunAsync);
    }

    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var commit = new SqliteCommit(partition, changes, ct);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(commit), typeof(SqliteRecordStore));
        return commit.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        Close();
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            List<SqliteCommit> batch = [];
            while (batch.Count < MaxBatch && queue.Reader.TryRead(out var commit))
            {
                if (!commit.TryCancel())
                {
                    batch.Add(commit);
                }
            }

            if (batch.Count > 0)
            {
                await WriteAsync(batch).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(List<SqliteCommit> batch)
    {
        try
        {
            statements ??= await OpenAsync().ConfigureAwait(false);
            await BeginAsync(statements).ConfigureAwait(false);
            foreach (var commit in batch)
            {
                commit.Write(statements);
            }

            statements.End();
        }
        catch (Exception error)
        {
            // Nobody's changes are in the file: each caller is told, and the next batch starts on a fresh connection.
            Close();
            batch.ForEach(commit => commit.Fail(error is SqliteException sqlite ? SqliteStoreException.From(sqlite, database.File) : error));
            return;
        }

        batch.ForEach(commit => commit.Complete());
    }

    private async Task BeginAsync(SqliteStatements ready)
    {
        // Short steps, because a busy process leaves only short gaps: SQLite's own waiting, up to 100 ms a step, was seen
        // to miss them for seconds. The real clock, because it is another process that is waited for.
        var since = TimeProvider.System.GetTimestamp();
        while (!ready.TryBegin())
        {
            if (TimeProvider.System.GetElapsedTime(since) >= database.BusyTimeout)
            {
                throw SqliteStoreException.Held(database.File, database.BusyTimeout);
            }

            await Task.Delay(Step, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private async Task<SqliteStatements> OpenAsync()
    {
        connection = await database.OpenOwnAsync().ConfigureAwait(false);
        return new SqliteStatements(connection);
    }

    private void Close()
    {
        statements?.Dispose();
        connection?.Dispose();
        (statements, connection) = (null, null);
    }
}
