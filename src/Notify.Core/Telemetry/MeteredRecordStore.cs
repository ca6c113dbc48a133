using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Notify.Core.Store;

namespace Notify.Core.Telemetry;

/// <summary>A store whose operations are counted and timed, and in which notifications are seen to come into their states.</summary>
public sealed class MeteredRecordStore(IRecordStore inner, NotifyTelemetry telemetry, TimeProvider clock) : IRecordStore
{
    private readonly StateMeter _states = new(telemetry);

    private readonly Counter<long> _operations = telemetry.Meter.CreateCounter<long>(
        "notify.store.operations", "{operation}", "Operations on the store, refused ones included");

    private readonly Histogram<double> _duration = telemetry.Meter.CreateHistogram<double>(
        "notify.store.operation.duration", "s", "Duration of operations on the store; of a scan until the last record was read");

    /// <inheritdoc/>
    public async Task<Record?> FindAsync(string partition, string key, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        try
        {
            var found = await inner.FindAsync(partition, key, ct).ConfigureAwait(false);
            Count("find", began, null);
            return found;
        }
        catch (Exception e)
        {
            Count("find", began, e);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Record> ScanAsync(string partition, string keyPrefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        Exception? error = null;
        var records = inner.ScanAsync(partition, keyPrefix, ct).GetAsyncEnumerator(ct);
        try
        {
            while (await NextAsync(records, e => error = e).ConfigureAwait(false))
            {
                yield return records.Current;
            }
        }
        finally
        {
            await records.DisposeAsync().ConfigureAwait(false);
            Count("scan", began, error);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        try
        {
            var etags = await inner.CommitAsync(partition, changes, ct).ConfigureAwait(false);
            Count("commit", began, null);
            _states.Committed(changes);
            return etags;
        }
        catch (Exception e)
        {
            Count("commit", began, e);
            throw;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Record> records, Action<Exception> failed)
    {
        try
        {
            return await records.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failed(e);
            throw;
        }
    }

    private void Count(string operation, long began, Exception? error)
    {
        var tags = new TagList { { TelemetryTags.Operation, operation } };
        if (error is not null)
        {
            tags.Add(TelemetryTags.Error, error.GetType().Name);
        }

        _operations.Add(1, tags);
        _duration.Record(clock.GetElapsedTime(began).TotalSeconds, tags);
    }
}
