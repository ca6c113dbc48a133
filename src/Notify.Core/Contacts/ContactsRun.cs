using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>One run of the watch over a district: first every school, then the contacts that serve them, then the coordinator.</summary>
/// <remarks>A crash between any two commits is made good by the next run, since each step follows from what is stored by then.</remarks>
public sealed class ContactsRun(ContactsLedger ledger, DistrictSnapshot snapshot, Situation situation)
{
    private readonly Dictionary<SchoolUnitCode, School> _rows = snapshot.Schools.ToDictionary(s => s.Code);

    /// <summary>Decides about everyone and commits.</summary>
    /// <returns>When the watch must run again although nothing changes; null: never.</returns>
    public async Task<DateTimeOffset?> DecideAsync(CancellationToken ct)
    {
        var facts = new SchoolFactsReader(snapshot, situation);
        DateTimeOffset? nextDue = null;
        foreach (var school in facts.Schools.Union(ledger.Schools.Select(s => s.School)).ToList())
        {
            var decision = SchoolRule.Decide(ledger.Of(school), facts.Of(school), situation);
            await ledger.ApplyAsync(decision, ct);
            nextDue = decision.NextDue < (nextDue ?? DateTimeOffset.MaxValue) ? decision.NextDue : nextDue;
        }

        await DecideContactsAsync(ct);
        await ledger.ApplyAsync(CoordinatorRule.Decide(ledger.Coordinator, Active, _rows, situation), ct);
        await ledger.FlushAsync(ct);
        return ledger.IsIncomplete ? situation.Now : nextDue;
    }

    /// <summary>Takes everything that the register says as known to everyone, and withdraws what waits.</summary>
    /// <param name="again">Whether schools that are known already are taken again; else only those of which nothing is stored.</param>
    public async Task TakeAsKnownAsync(CancellationToken ct, bool again = false)
    {
        var facts = new SchoolFactsReader(snapshot, situation);
        foreach (var school in facts.Schools.Where(s => again || !ledger.Has(s)).ToList())
        {
            await ledger.ApplyAsync(
                SchoolRule.TakeAsKnown(ledger.Of(school), facts.Of(school), KnownBy.Baseline, situation.Now, situation), ct);
        }

        var served = ContactRule.Served(Active);
        foreach (var contact in served.Values.UnionBy(ledger.Contacts, c => c.Key).ToList())
        {
            var state = ledger.Contacts.FirstOrDefault(c => c.Key == contact.Key) ?? contact;
            var known = served.GetValueOrDefault(contact.Key)?.Known ?? [];
            await ledger.ApplyAsync(new ContactDecision(state with { Known = known, Planned = null }, null, Mails(state.Planned)), ct);
        }

        var vacant = Active.Where(s => s.Vacancy is not null).Select(s => s.School);
        await ledger.ApplyAsync(
            new CoordinatorDecision(ledger.Coordinator with { Known = [.. vacant], Planned = null }, null, Mails(ledger.Coordinator.Planned)), ct);
        await ledger.FlushAsync(ct);
    }

    private IEnumerable<SchoolState> Active =>
        ledger.Schools.Where(s => _rows.TryGetValue(s.School, out var row) && row.Status == SchoolStatus.Active);

    private async Task DecideContactsAsync(CancellationToken ct)
    {
        var served = ContactRule.Served(Active);
        var known = ledger.Contacts.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var leaving = known.Values.Where(c => !served.ContainsKey(c.Key)).ToDictionary(c => c.Key, StringComparer.Ordinal);
        foreach (var contact in served.Values)
        {
            var old = known.ContainsKey(contact.Key) ? null : leaving.Values.FirstOrDefault(l => ContactRule.IsSame(contact, l));
            var state = known.GetValueOrDefault(contact.Key)
                ?? contact with { Sequence = old?.Sequence ?? 0, Known = old?.Known ?? [], Planned = null };
            var decision = ContactRule.Decide(state, contact.Known, _rows, ToldAt, situation);
            if (await ledger.ApplyAsync(decision with { Continues = old?.Key, Superseded = [.. decision.Superseded, .. Mails(old?.Planned)] }, ct) && old is not null)
            {
                leaving.Remove(old.Key);
            }
        }

        foreach (var contact in leaving.Values)
        {
            await ledger.ApplyAsync(ContactRule.Decide(contact, [], _rows, ToldAt, situation), ct);
        }
    }

    private DateTimeOffset? ToldAt(SchoolUnitCode school) =>
        ledger.Of(school).Planned is { Undelivered: false } planned ? planned.NotBefore : null;

    private static IReadOnlyList<NotificationId> Mails<T>(PlannedList<T>? planned) => planned is null ? [] : [planned.Mail];
}
