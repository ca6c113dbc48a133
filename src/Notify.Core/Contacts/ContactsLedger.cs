using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Contacts;

/// <summary>
/// The watch's records of one district, read at once, and the commits that carry its decisions out. What one decision changes
/// stays in one commit: a state never stands without the mail that follows from it. A lost race throws; whoever runs the watch
/// reads and decides anew.
/// </summary>
public sealed class ContactsLedger
{
    private readonly IRecordStore _store;
    private readonly NotificationFactory _factory;
    private readonly TimeProvider _clock;
    private readonly string _partition;
    private readonly List<RecordChange> _changes = [];
    private readonly Dictionary<SchoolUnitCode, Kept<SchoolState>> _schools = [];
    private readonly Dictionary<string, Kept<ContactState>> _contacts = new(StringComparer.Ordinal);
    private Kept<CoordinatorState> _coordinator = new(new CoordinatorState(0, [], null), "");

    private ContactsLedger(IRecordStore store, NotificationFactory factory, TimeProvider clock, DistrictCode district)
    {
        (_store, _factory, _clock, _partition) = (store, factory, clock, district.ToString());
    }

    /// <summary>
    /// Whether a decision had to wait for a mail that is being sent. Its sender may not yet have asked whether it still holds, so
    /// the watch must not count as having seen everything.
    /// </summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Every school's state, as decided.</summary>
    public IEnumerable<SchoolState> Schools => _schools.Values.Select(s => s.Value);

    /// <summary>Every contact's state, as decided.</summary>
    public IEnumerable<ContactState> Contacts => _contacts.Values.Select(c => c.Value);

    /// <summary>What the coordinator knows, as decided.</summary>
    public CoordinatorState Coordinator => _coordinator.Value;

    /// <summary>Reads the records of a district. Three store operations.</summary>
    public static async Task<ContactsLedger> ReadAsync(
        IRecordStore store, NotificationFactory factory, TimeProvider clock, DistrictCode district, CancellationToken ct)
    {
        var ledger = new ContactsLedger(store, factory, clock, district);
        foreach (var school in await store.ListAsync(ledger._partition, ContactsKeys.SchoolPrefix, ContactsJson.Default.SchoolState, ct))
        {
            ledger._schools[school.Value.School] = school;
        }

        foreach (var contact in await store.ListAsync(ledger._partition, ContactsKeys.ContactPrefix, ContactsJson.Default.ContactState, ct))
        {
            ledger._contacts[contact.Value.Key] = contact;
        }

        ledger._coordinator = await store.FindAsync(ledger._partition, ContactsKeys.Coordinator, ContactsJson.Default.CoordinatorState, ct)
            ?? ledger._coordinator;
        return ledger;
    }

    /// <summary>Whether anything is stored of the school.</summary>
    public bool Has(SchoolUnitCode school) => _schools.ContainsKey(school);

    /// <summary>The school's state; an unknown one when nothing is stored.</summary>
    public SchoolState Of(SchoolUnitCode school) => _schools.TryGetValue(school, out var kept) ? kept.Value : SchoolState.Unknown(school);

    /// <summary>Carries a decision about a school out.</summary>
    /// <returns>False, and nothing is changed, when a mail that it would withdraw is being sent: what becomes of it brings the watch back.</returns>
    public async Task<bool> ApplyAsync(SchoolDecision decision, CancellationToken ct)
    {
        var code = decision.State.School;
        var before = _schools.GetValueOrDefault(code) ?? new(SchoolState.Unknown(code), "");
        var changes = Changed(ContactsKeys.School(code), before, decision.State, ContactsJson.Default.SchoolState);
        if (!await WithdrawAsync(decision.Superseded, changes, ct))
        {
            return false;
        }

        changes.AddRange(decision.Opened.Select(c => new RecordChange.Put(CallRow.KeyOf(c.Id), JsonSerializer.Serialize(c, ContactsJson.Default.CallRow))));
        await CloseAsync(decision.Closed, changes, ct);
        await AddAsync([.. changes, .. decision.Drafts.SelectMany(Inserted)], ct);
        _schools[code] = before with { Value = decision.State };
        return true;
    }

    /// <summary>Carries a decision about a contact out; false as for a school.</summary>
    public async Task<bool> ApplyAsync(ContactDecision decision, CancellationToken ct)
    {
        var state = decision.State;
        var before = _contacts.GetValueOrDefault(state.Key) ?? new(state with { Sequence = -1 }, "");
        var changes = Changed(ContactsKeys.Contact(state.Key), before, state, ContactsJson.Default.ContactState);
        if (!await WithdrawAsync(decision.Superseded, changes, ct))
        {
            return false;
        }

        if (decision.Continues is { } old)
        {
            changes.Add(new RecordChange.Delete(ContactsKeys.Contact(old), _contacts[old].ETag));
            _contacts.Remove(old);
        }

        await AddAsync([.. changes, .. Inserted(decision.Draft)], ct);
        _contacts[state.Key] = before with { Value = state };
        return true;
    }

    /// <summary>Carries a decision about the coordinator's mail out; false as for a school.</summary>
    public async Task<bool> ApplyAsync(CoordinatorDecision decision, CancellationToken ct)
    {
        var changes = Changed(ContactsKeys.Coordinator, _coordinator, decision.State, ContactsJson.Default.CoordinatorState);
        if (!await WithdrawAsync(decision.Superseded, changes, ct))
        {
            return false;
        }

        await AddAsync([.. changes, .. Inserted(decision.Draft)], ct);
        _coordinator = _coordinator with { Value = decision.State };
        return true;
    }

    /// <summary>Commits what has not been committed yet. The states must be read again before they are changed further.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_changes.Count > 0)
        {
            await _store.CommitAsync(_partition, _changes, ct);
            _changes.Clear();
        }
    }

    private async Task AddAsync(IReadOnlyCollection<RecordChange> unit, CancellationToken ct)
    {
        if (_changes.Count + unit.Count > RecordLimits.MaxOwnChanges)
        {
            await FlushAsync(ct);
        }

        _changes.AddRange(unit);
    }

    private static List<RecordChange> Changed<T>(string key, Kept<T> before, T after, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Serialize(before.Value, type) == JsonSerializer.Serialize(after, type) ? [] : [before.With(key, after, type)];

    private IEnumerable<RecordChange> Inserted(NotificationDraft? draft) =>
        draft is null ? [] : NotificationRows.Insert(_factory.Create(draft));

    /// <summary>Adds the changes that supersede the mails which still wait; false when one of them is being sent.</summary>
    private async Task<bool> WithdrawAsync(IReadOnlyList<NotificationId> mails, List<RecordChange> changes, CancellationToken ct)
    {
        foreach (var id in mails)
        {
            // What a merged district has sent is not ours to take back.
            if (id.District.ToString() != _partition || await NotificationRows.FindAsync(_store, id, ct) is not { } stored)
            {
                continue;
            }

            if (stored.Notification.State == NotificationState.Sending)
            {
                IsIncomplete = true;
                return false;
            }

            if (DeliveryPolicy.Supersede(stored.Notification, _clock.GetUtcNow(), HistoryPhrases.Newer.With()).Next is { } superseded)
            {
                changes.AddRange(NotificationRows.Replace(stored, superseded));
            }
        }

        return true;
    }

    private async Task CloseAsync(IEnumerable<OpenCall> calls, List<RecordChange> changes, CancellationToken ct)
    {
        foreach (var call in calls)
        {
            var key = CallRow.KeyOf(call.Id);
            if (await _store.FindAsync(_partition, key, ContactsJson.Default.CallRow, ct) is { Value.Done: false } row)
            {
                changes.Add(row.With(key, row.Value with { Done = true, DoneAt = _clock.GetUtcNow(), DoneBy = "Notify" }, ContactsJson.Default.CallRow));
            }
        }
    }
}
