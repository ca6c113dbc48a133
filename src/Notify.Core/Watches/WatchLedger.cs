using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Watches;

/// <summary>
/// A watch's records of one district, and the commits that carry its decisions out. A mail and the states that know of it stand
/// in one commit; so do a mail's withdrawal and the states that forget it. A lost race throws; the watch reads and decides anew.
/// </summary>
public sealed class WatchLedger
{
    /// <summary>Room for the row of the count, which goes with every commit.</summary>
    private const int CountBytes = 4 * 1024;

    private readonly IRecordStore _store;
    private readonly NotificationFactory _factory;
    private readonly string _partition;
    private readonly string _countKey;
    private readonly Dictionary<string, Record> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateChange> _changed = new(StringComparer.Ordinal);
    private readonly List<RecordChange> _changes = [];
    private long _bytes;
    private Kept<SayingCount> _count = new(new SayingCount(0), "");

    private WatchLedger(IRecordStore store, NotificationFactory factory, DistrictCode district, string watch) =>
        (_store, _factory, _partition, _countKey) = (store, factory, district.ToString(), WatchKeys.Count(watch));

    /// <summary>The number of what is committed next: the sequence number of the mails in it.</summary>
    public long NextSequence => _count.Value.Sequence + 1;

    /// <summary>Opens the records of a watch. One store operation.</summary>
    public static async Task<WatchLedger> OpenAsync(IRecordStore store, NotificationFactory factory, DistrictCode district, IWatch watch, CancellationToken ct)
    {
        var ledger = new WatchLedger(store, factory, district, watch.Name);
        ledger._count = await store.FindAsync(ledger._partition, ledger._countKey, WatchLedgerJson.Default.SayingCount, ct) ?? ledger._count;
        return ledger;
    }

    /// <summary>Reads every state under a prefix, to be changed or not. One store operation.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string prefix, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var states = new List<T>();
        await foreach (var record in _store.ScanAsync(_partition, prefix, ct))
        {
            _stored[record.Key] = record;
            states.Add(record.As(type).Value);
        }

        return states;
    }

    /// <summary>For each mail the changes that supersede it, none when it no longer waits; null when one of them is being sent.</summary>
    public async Task<IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>>?> WithdrawalOfAsync(
        IEnumerable<NotificationId> mails, DateTimeOffset now, CancellationToken ct)
    {
        var withdrawal = new Dictionary<NotificationId, IReadOnlyList<RecordChange>>();
        foreach (var id in mails)
        {
            // What a merged district has sent is not ours to take back.
            var stored = id.District.ToString() == _partition ? await NotificationRows.FindAsync(_store, id, ct) : null;
            if (stored?.Notification.State == NotificationState.Sending)
            {
                return null;
            }

            withdrawal[id] = stored is not null && DeliveryPolicy.Supersede(stored.Notification, now, HistoryPhrases.Newer.With()).Next is { } superseded
                ? [.. NotificationRows.Replace(stored, superseded)]
                : [];
        }

        return withdrawal;
    }

    /// <summary>Carries out what belongs together. A state that is as it was stored changes nothing.</summary>
    public async Task ApplyAsync(IReadOnlyCollection<RecordChange> rows, IReadOnlyCollection<StateChange> states, CancellationToken ct)
    {
        var changed = states.Where(HasChanged).ToList();
        var more = changed.Count(s => !_changed.ContainsKey(s.Key));
        var bytes = rows.Sum(r => RecordLimits.SizeOf(_partition, r)) + changed.Sum(s => RecordLimits.SizeOf(_partition, s.Key, s.Json));
        if (_changes.Count + rows.Count + _changed.Count + more + 1 > RecordLimits.MaxOwnChanges || _bytes + bytes > RecordLimits.MaxOwnBytes - CountBytes)
        {
            await FlushAsync(ct);
        }

        _bytes += bytes;
        _changes.AddRange(rows);
        changed.ForEach(s => _changed[s.Key] = s);
    }

    /// <summary>Plans a mail, with the states that know of it.</summary>
    public Task PlanAsync(NotificationDraft draft, IReadOnlyCollection<StateChange> states, CancellationToken ct) => PlanAsync([draft], [], states, ct);

    /// <summary>Plans mails and carries out what belongs with them, all in one commit.</summary>
    public Task PlanAsync(
        IEnumerable<NotificationDraft> drafts, IEnumerable<RecordChange> rows, IReadOnlyCollection<StateChange> states, CancellationToken ct) =>
        ApplyAsync([.. rows, .. drafts.SelectMany(d => NotificationRows.Insert(_factory.Create(d)))], states, ct);

    /// <summary>Commits what has not been committed yet.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_changes.Count + _changed.Count == 0)
        {
            return;
        }

        var states = _changed.Values.ToList();
        var count = _count.Value with { Sequence = NextSequence };
        RecordChange[] changes =
        [
            .. states.Select(s => _stored.TryGetValue(s.Key, out var before) ? s.Replacing(before) : new RecordChange.Insert(s.Key, s.Json)),
            _count.With(_countKey, count, WatchLedgerJson.Default.SayingCount),
            .. _changes,
        ];
        var etags = await _store.CommitAsync(_partition, changes, ct);
        foreach (var (i, state) in states.Index())
        {
            _stored[state.Key] = new(state.Key, state.Json, etags[i]);
        }

        _count = new(count, etags[states.Count]);
        _changes.Clear();
        _changed.Clear();
        _bytes = 0;
    }

    private bool HasChanged(StateChange state) =>
        _changed.ContainsKey(state.Key) || !_stored.TryGetValue(state.Key, out var before) || before.Value != state.Json;
}

/// <summary>A state as it is to be stored.</summary>
public sealed record StateChange(string Key, string Json)
{
    /// <summary>The state under its key.</summary>
    public static StateChange Of<T>(string key, T state, JsonTypeInfo<T> type) => new(key, JsonSerializer.Serialize(state, type));

    internal RecordChange Replacing(Record before) => new RecordChange.Replace(Key, Json, before.ETag);
}

/// <summary>How often a watch has committed what it decided. Stored under <see cref="WatchKeys.Count"/>.</summary>
public sealed record SayingCount(long Sequence);

/// <summary>How it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SayingCount))]
public sealed partial class WatchLedgerJson : JsonSerializerContext;
