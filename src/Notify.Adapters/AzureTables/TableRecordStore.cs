using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Notify.Core.Store;

namespace Notify.Adapters.AzureTables;

/// <summary>The store in one Azure table, for many processes on many machines. A commit is an entity-group transaction.</summary>
/// <remarks>
/// <para>Every operation may throw <see cref="TableStoreException"/>, after the retries of the SDK. A commit that ended so, or that
/// was cancelled on its way, may have been written or not: it was asked for and the answer is missing.</para>
/// <para>A retry may meet what the first try has written. A commit that then seems to have lost a race to itself knows its own
/// work and answers as if nothing had happened. Two cases remain, and the caller reads again as after any lost race: a commit
/// of deletes only, which leaves nothing to know it by; and one whose first record was changed by others in the seconds between.</para>
/// </remarks>
public sealed class TableRecordStore : IRecordStore
{
    /// <summary>Well formed, as the service demands, and the ETag of nothing: what was overtaken is a conflict for who goes on from it.</summary>
    private const string OvertakenETag = "W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"";

    private readonly StoreTable table;

    /// <summary>Asks the service nothing yet: the table is made at the first use.</summary>
    /// <param name="options">Valid: <see cref="TableStoreOptions.Validate"/> has nothing against them.</param>
    /// <param name="configure">Changes how the client travels and retries.</param>
    public TableRecordStore(TableStoreOptions options, Action<TableClientOptions>? configure = null) => table = new StoreTable(options, configure);

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalid(key, nameof(key));
        ct.ThrowIfCancellationRequested();
        return await table.AskAsync(client => FindAsync(client, partition, key, ct), ct).ConfigureAwait(false) is { } entity
            ? RecordEntity.Read(entity)
            : null;
    }

    /// <inheritdoc/>
    /// <remarks>One page of the service is in memory at a time: at most 1,000 records.</remarks>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        RecordKey.ThrowIfInvalid(partition, nameof(partition));
        RecordKey.ThrowIfInvalidPrefix(keyPrefix, nameof(keyPrefix));
        var filter = KeyRange.Filter(partition, keyPrefix);
        string? next = null;
        do
        {
            ct.ThrowIfCancellationRequested();
            var from = next;
            var page = await table.AskAsync(client => PageAsync(client, filter, from, ct), ct).ConfigureAwait(false);
            foreach (var entity in page.Values)
            {
                ct.ThrowIfCancellationRequested();
                yield return RecordEntity.Read(entity);
            }

            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    /// <inheritdoc/>
    /// <exception cref="TableStoreException">The service cannot be used; whether the commit was written is unknown.</exception>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        RecordLimits.ThrowIfExceeded(partition, changes);
        ct.ThrowIfCancellationRequested();
        return changes.Count == 0
            ? []
            : await table.AskAsync(client => CommitAsync(client, partition, changes, ct), ct).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> CommitAsync(
        TableClient client, string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var commit = RandomNumberGenerator.GetHexString(32, lowercase: true);
        try
        {
            var answers = await client
                .SubmitTransactionAsync(changes.Select(change => RecordEntity.ActionOf(partition, change, commit)), ct).ConfigureAwait(false);
            return [.. answers.Value.Select(answer => answer.Headers.ETag?.ToString() ?? string.Empty)];
        }
        catch (TableTransactionFailedException error) when (IsConflict(error))
        {
            return await OwnETagsAsync(client, partition, changes, commit, ct).ConfigureAwait(false)
                ?? throw new ConflictException(partition, changes[error.FailedTransactionActionIndex ?? 0].Key, error);
        }
    }

    private static bool IsConflict(RequestFailedException error) =>
        error.ErrorCode == TableErrorCode.EntityAlreadyExists
        || error.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
        || error.ErrorCode == TableErrorCode.ResourceNotFound
        || error.ErrorCode == TableErrorCode.EntityNotFound;

    /// <summary>
    /// The ETags of a commit whose first try was written after all, or null when it was not. One read after a true conflict.
    /// </summary>
    private static async Task<IReadOnlyList<string>?> OwnETagsAsync(
        TableClient client, string partition, IReadOnlyList<RecordChange> changes, string commit, CancellationToken ct)
    {
        var etags = Enumerable.Repeat(string.Empty, changes.Count).ToArray();
        var found = false;
        foreach (var (index, change) in changes.Index().Where(entry => entry.Item is not RecordChange.Delete))
        {
            var entity = await FindAsync(client, partition, change.Key, ct, RecordEntity.CommitProperty).ConfigureAwait(false);
            var own = entity?.GetString(RecordEntity.CommitProperty) == commit;
            if (!own && !found)
            {
                return null;
            }

            found = true;
            etags[index] = own ? entity!.ETag.ToString() : OvertakenETag;
        }

        return found ? etags : null;
    }

    private static async Task<TableEntity?> FindAsync(
        TableClient client, string partition, string key, CancellationToken ct, params string[] only)
    {
        var answer = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, only.Length == 0 ? null : only, ct).ConfigureAwait(false);
        if (answer.HasValue)
        {
            return answer.Value;
        }

        // The SDK takes every 404 for a missing entity: a table that was deleted would look like one that is empty.
        var missing = new RequestFailedException(answer.GetRawResponse());
        return missing.ErrorCode == TableErrorCode.TableNotFound ? throw missing : null;
    }

    private static async Task<Page<TableEntity>> PageAsync(TableClient client, string filter, string? from, CancellationToken ct) =>
        await client.QueryAsync<TableEntity>(filter, cancellationToken: ct).AsPages(from).FirstAsync(ct).ConfigureAwait(false);
}
