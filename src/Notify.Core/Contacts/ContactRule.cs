using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.Contacts;

/// <summary>What the watch has decided about the mail to one contact.</summary>
/// <param name="Continues">The key of another stored state that this one goes on from and takes the place of.</param>
public sealed record ContactDecision(
    ContactState State, NotificationDraft? Draft, IReadOnlyList<NotificationId> Superseded, string? Continues = null);

/// <summary>
/// Keeps every contact told of the schools that turn to it. Follows what the schools know or are about to be told, never the register
/// directly: a contact is told at the same time as the schools.
/// </summary>
public static class ContactRule
{
    /// <summary>Whom the schools know, or are about to know, by <see cref="ContactsKeys.ContactKey"/>, with the schools of each.</summary>
    public static IReadOnlyDictionary<string, ContactState> Served(IEnumerable<SchoolState> activeSchools)
    {
        var served = new Dictionary<string, ContactState>(StringComparer.Ordinal);
        foreach (var school in activeSchools.OrderBy(s => s.School.ToString(), StringComparer.Ordinal))
        {
            foreach (var holder in school.Latest.Where(h => h.Role != HolderRole.Fallback))
            {
                var key = ContactsKeys.ContactKey(holder.Contact, holder.Email);
                var seen = served.GetValueOrDefault(key)
                    ?? new ContactState(key, holder.Contact, holder.Kind, holder.Name, holder.Email, 0, [], null);
                served[key] = seen with { Known = [.. seen.Known, new ServedSchool(school.School, holder.Role)] };
            }
        }

        return served;
    }

    /// <summary>Whether a contact only changed its address: a function, or a person of the same name, has nothing new to learn.</summary>
    public static bool IsSame(ContactState one, ContactState other) =>
        one.Contact == other.Contact && (one.Kind == ContactKind.Function || one.Name == other.Name);

    /// <summary>What is to be told to the contact now.</summary>
    /// <param name="state">What it has been told.</param>
    /// <param name="schools">The schools that know, or are about to know, it.</param>
    /// <param name="rows">The register's schools, for names and phones.</param>
    /// <param name="toldAt">When a school is told; null when it was already.</param>
    public static ContactDecision Decide(
        ContactState state,
        IReadOnlyList<ServedSchool> schools,
        IReadOnlyDictionary<SchoolUnitCode, School> rows,
        Func<SchoolUnitCode, DateTimeOffset?> toldAt,
        Situation situation)
    {
        var added = schools.Except(state.Known).ToList();
        var removed = state.Known.ExceptBy(schools.Select(s => s.School), k => k.School).ToList();
        var told = added.Concat(removed).Max(s => toldAt(s.School));
        if (state.Planned is { } planned && planned.Items.ToHashSet().SetEquals(schools)
            && (planned.Undelivered || told is null || told <= planned.NotBefore))
        {
            return new(state, null, []);
        }

        IReadOnlyList<NotificationId> superseded = state.Planned is null ? [] : [state.Planned.Mail];
        if (added.Count + removed.Count == 0)
        {
            return new(state with { Known = schools, Planned = null }, null, superseded);
        }

        var notBefore = told > situation.Now ? told.Value : situation.Calendar.NextOpen(situation.Now);
        var next = state with { Sequence = state.Sequence + 1 };
        var draft = ContactMails.ToContact(next, added, removed, schools.Select(s => s.School).Distinct().Count(), rows, notBefore, situation);
        return new(next with { Planned = new(draft.Id, schools, draft.Recipients, draft.NotBefore, Undelivered: false) }, draft, superseded);
    }
}
