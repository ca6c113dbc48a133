using Notify.Core.Store;

namespace Notify.Core.Register;

/// <summary>Writes more puts than one commit may hold, in several: for rows that do no harm when only some of them are there.</summary>
internal static class RecordBatches
{
    public static async Task PutAsync(this IRecordStore store, string partition, IReadOnlyList<RecordChange.Put> puts, CancellationToken ct)
    {
        var batch = new List<RecordChange>();
        var bytes = 0;
        foreach (var put in puts)
        {
            var size = RecordLimits.SizeOf(partition, put.Key, put.Value);
            if (batch.Count == RecordLimits.MaxOwnChanges || bytes + size > RecordLimits.MaxOwnBytes)
            {
                await store.CommitAsync(partition, batch, ct);
                batch = [];
                bytes = 0;
            }

            batch.Add(put);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            await store.CommitAsync(partition, batch, ct);
        }
    }
}
