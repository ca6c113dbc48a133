using System.Globalization;
using Notify.Core.Store;

namespace Notify.Adapters.Sqlite;

/// <summary>A commit on its way through the writer. Its caller hears of it only when the transaction around it is on disk.</summary>
internal sealed class SqliteCommit(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
{
    // The caller goes on elsewhere, so that the writer is free for the next batch.
    private readonly TaskCompletionSource<IReadOnlyList<string>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string[] etags = new string[changes.Count];
    private ConflictException? conflict;

    public Task<IReadOnlyList<string>> Task => completion.Task;

    /// <summary>Whether the caller gave up before the commit's turn came.</summary>
    public bool TryCancel() => ct.IsCancellationRequested && completion.TrySetCanceled(ct);

    /// <summary>Makes the changes within the open transaction, all or none.</summary>
    public void Write(SqliteStatements statements)
    {
        statements.Save();
        for (var i = 0; i < changes.Count; i++)
        {
            if (statements.Apply(partition, changes[i]) is not { } version)
            {
                conflict = new ConflictException(partition, changes[i].Key);
                statements.Undo();
                break;
            }

            etags[i] = changes[i] is RecordChange.Delete ? string.Empty : version.ToString(CultureInfo.InvariantCulture);
        }

        statements.Release();
    }

    public void Complete()
    {
        if (conflict is null)
        {
            completion.SetResult(etags);
        }
        else
        {
            completion.SetException(conflict);
        }
    }

    public void Fail(Exception error) => completion.SetException(error);
}
