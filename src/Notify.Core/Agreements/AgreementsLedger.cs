using System.Text.Json;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Agreements;

/// <summary>
/// The watch's records of one district, and the commits that carry its decisions out. A mail and the states that know of it
/// stand in one commit; so do a mail's withdrawal and the states that forget it. A lost race throws; whoever runs the watch
/// reads and decides anew.
/// </summary>
public sealed class AgreementsLedger
{
    private readonly IRecordStore _store;
    private readonly NotificationFactory _factory;
    private readonly string _partition;
    private readonly Dictionary<string, Kept<AgreementState>> _agreements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgreementState> _changed = new(StringComparer.Ordinal);
    private readonly List<RecordChange> _changes = [];
    private Kept<SayingCount> _count = new(new SayingCount(0), "");

    private AgreementsLedger(IRecordStore store, NotificationFactory factory, DistrictCode district) =>
        (_store, _factory, _partition) = (store, factory, district.ToString());

    /// <summary>Every agreement's state as stored.</summary>
    public IEnumerable<AgreementState> Agreements => _agreements.Values.Select(a => a.Value);

    /// <summary>The number of what is said next.</summary>
    public long NextSequence => _count.Value.Sequence + 1;

    /// <summary>Reads the records of a district. Two store operations.</summary>
    public static async Task<AgreementsLedger> ReadAsync(IRecordStore store, NotificationFactory factory, DistrictCode district, CancellationToken ct)
    {
        var ledger = new AgreementsLedger(store, factory, district);
        foreach (var agreement in await store.ListAsync(ledger._partition, AgreementsKeys.AgreementPrefix, AgreementsJson.Default.AgreementState, ct))
        {
            ledger._agreements[agreement.Value.Id] = agreement;
        }

        ledger._count = await store.FindAsync(ledger._partition, AgreementsKeys.Count, AgreementsJson.Default.SayingCount, ct) ?? ledger._count;
        return ledger;
    }

    /// <summary>For each mail the changes that supersede it, none when it no longer waits; null when one of them is being sent.</summary>
    public async Task<IReadOnlyDictionary<NotificationId, IReadOnlyList<RecordChange>>?> WithdrawalOfAsync(
        IEnumerable<NotificationId> mails, DateTimeOffset now, CancellationToken ct)
    {
        var withdrawal = new Dictionary<NotificationId, IReadOnlyList<RecordChange>>();
        foreach (var id in mails)
        {
            var stored = await NotificationRows.FindAsync(_store, id, ct);
            if (stored?.Notification.State == NotificationState.Sending)
            {
                return null;
            }

            withdrawal[id] = stored is not null && DeliveryPolicy.Supersede(stored.Notification, now, "replaced by a newer truth").Next is { } superseded
                ? [.. NotificationRows.Replace(stored, superseded)]
                : [];
        }

        return withdrawal;
    }

    /// <summary>Carries out what belongs together.</summary>
    public async Task ApplyAsync(IReadOnlyCollection<RecordChange> rows, IReadOnlyCollection<AgreementState> states, CancellationToken ct)
    {
        var changed = states.Where(HasChanged).ToList();
        var more = changed.Count(s => !_changed.ContainsKey(s.Id));
        if (_changes.Count + rows.Count + _changed.Count + more + 1 > RecordLimits.MaxChanges)
        {
            await FlushAsync(ct);
        }

        _changes.AddRange(rows);
        changed.ForEach(s => _changed[s.Id] = s);
    }

    /// <summary>Plans a mail, with the states that know of it.</summary>
    public Task PlanAsync(NotificationDraft draft, IReadOnlyCollection<AgreementState> states, CancellationToken ct) =>
        ApplyAsync([.. NotificationRows.Insert(_factory.Create(draft))], states, ct);

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
            .. states.Select(s => Of(s.Id).With(AgreementsKeys.Agreement(s.Id), s, AgreementsJson.Default.AgreementState)),
            _count.With(AgreementsKeys.Count, count, AgreementsJson.Default.SayingCount),
            .. _changes,
        ];
        var etags = await _store.CommitAsync(_partition, changes, ct);
        foreach (var (i, state) in states.Index())
        {
            _agreements[state.Id] = new(state, etags[i]);
        }

        _count = new(count, etags[states.Count]);
        _changes.Clear();
        _changed.Clear();
    }

    private bool HasChanged(AgreementState state) =>
        _changed.ContainsKey(state.Id) || Json(Of(state.Id).Value) != Json(state) || Of(state.Id).ETag.Length == 0;

    private Kept<AgreementState> Of(string id) => _agreements.GetValueOrDefault(id) ?? new(AgreementState.New(id, default), "");

    private static string Json(AgreementState state) => JsonSerializer.Serialize(state, AgreementsJson.Default.AgreementState);
}
