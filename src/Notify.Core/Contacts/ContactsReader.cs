using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>Reads the contacts of a district for pages and status: the register beside what has been told.</summary>
public sealed class ContactsReader(
    IRecordStore store, RegisterStore register, WorkingCalendar calendar, ContactsOptions options, TimeProvider clock)
{
    /// <summary>The district's contacts now; null when there is no such district, or no longer. Four store operations when the snapshot is cached.</summary>
    public async Task<DistrictContacts?> ReadAsync(DistrictCode district, CancellationToken ct)
    {
        if (await register.PointerAsync(district, ct) is not { Closed: false } pointer)
        {
            return null;
        }

        var snapshot = await register.SnapshotAsync(district, pointer, ct);
        var states = await store.ListAsync(district.ToString(), ContactsKeys.SchoolPrefix, ContactsJson.Default.SchoolState, ct);
        var calls = await store.ListAsync(district.ToString(), CallRow.Prefix, ContactsJson.Default.CallRow, ct);
        return Compose(snapshot, states.ToDictionary(s => s.Value.School, s => s.Value), [.. calls.Select(c => c.Value)]);
    }

    private DistrictContacts Compose(DistrictSnapshot snapshot, Dictionary<SchoolUnitCode, SchoolState> states, IReadOnlyList<CallRow> calls)
    {
        var situation = new Situation(snapshot.District, clock.GetUtcNow(), calendar, options);
        var reader = new SchoolFactsReader(snapshot, situation);
        var facts = reader.Schools.Select(reader.Of).Where(f => f.IsActive).ToList();
        var rows = facts.Select(f => Row(f, states.GetValueOrDefault(f.School) ?? SchoolState.Unknown(f.School), situation)).ToList();
        var phones = snapshot.Schools.ToDictionary(s => s.Code, s => s.Phone);
        return new(
            snapshot.District,
            snapshot,
            [.. rows.OrderBy(r => r.School.Name, StringComparer.Ordinal)],
            [.. rows.SelectMany(r => r.Flags), .. ContactFlags.OfPeople(facts, options)],
            [.. calls.Select(c => c with { Phone = phones.GetValueOrDefault(c.School) ?? c.Phone }).OrderBy(c => c.Done).ThenByDescending(c => c.At)]);
    }

    private static SchoolRow Row(SchoolFacts facts, SchoolState state, Situation situation)
    {
        var present = Aim.Of(state, facts, situation).Holders;
        var isTold = present.IsReachable() && state.Known.By != KnownBy.Nothing && state.Known.Holders.SaysTheSameAs(present);
        return new(situation.District.Code, facts.Row!, present, state, isTold, isTold && state.IsConfirmed, ContactFlags.OfSchool(facts));
    }
}
