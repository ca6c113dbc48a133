using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Succession;

/// <summary>What schools, contacts and coordinators have been told passes on, so that only news is told.</summary>
public sealed class ContactsEstate(WorkingCalendar calendar, ContactsOptions options) : IEstate
{
    /// <inheritdoc/>
    public string Watch => ContactsKeys.Watch;

    /// <inheritdoc/>
    public IReadOnlySet<string> Kinds { get; } = ContactKinds.All.ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<IHeirloom> HeirloomsOf(Passing passing)
    {
        var heir = passing.Heir.District.Code;
        var facts = new SchoolFactsReader(passing.Heir, new Situation(passing.Heir.District, passing.Now, calendar, options));
        return
        [
            new Heirloom<CallRow>(CallRow.Prefix, ContactsJson.Default.CallRow, c => c with { Id = Renamed(c.Id, heir), District = heir }, keyOf: c => CallRow.KeyOf(c.Id)),
            new Heirloom<SchoolState>(
                ContactsKeys.SchoolPrefix, ContactsJson.Default.SchoolState, s => Passed(s, passing), (own, left) => Joined(own, left, facts.Of(own.School).Holders)),
            new Heirloom<ContactState>(ContactsKeys.ContactPrefix, ContactsJson.Default.ContactState, c => Passed(c, passing), Joined),
            new Heirloom<CoordinatorState>(ContactsKeys.Coordinator, ContactsJson.Default.CoordinatorState, c => Passed(c, passing), Joined),
        ];
    }

    /// <summary>The id of a line of the call list in another district: the same cause still makes one line.</summary>
    private static string Renamed(string call, DistrictCode heir) => $"{heir}-{call[(call.IndexOf('-', StringComparison.Ordinal) + 1)..]}";

    private static SchoolState Passed(SchoolState state, Passing passing) => state with
    {
        Formerly = [.. state.Formerly ?? [], passing.From.Code],
        Planned = state.Planned is { Undelivered: true } planned && !passing.IsTakenBack(planned.Mail) ? planned : null,
        Receipt = passing.IsTakenBack(state.Receipt?.Reminder) ? state.Receipt! with { Reminder = null } : state.Receipt,
        Calls = [.. state.Calls.Select(c => c with { Id = Renamed(c.Id, passing.Heir.District.Code) })],
    };

    /// <summary>
    /// A school that both districts had keeps what the successor has told it. Whom the other told it of, and who stays its contact, is no
    /// news to it either; who left with the other district is not taken leave of.
    /// </summary>
    private static SchoolState Joined(SchoolState own, SchoolState left, IReadOnlyList<Holder> present)
    {
        var known = own.Known.Holders;
        var told = left.Known.Holders
            .Where(h => present.Any(p => p.Contact == h.Contact || p.Name == h.Name) && !known.Any(k => k.Role == h.Role && k.Name == h.Name)).ToList();
        var calls = left.Calls.Where(c => own.Calls.All(o => o.Reason != c.Reason)).ToList();
        return own with
        {
            Known = told.Count == 0 ? own.Known : own.Known with
            {
                Holders = [.. known, .. told],
                By = own.Known.By == KnownBy.Nothing ? left.Known.By : own.Known.By,
                At = own.Known.By == KnownBy.Nothing ? left.Known.At : own.Known.At,
            },
            Calls = calls.Count == 0 ? own.Calls : [.. own.Calls, .. calls],
        };
    }

    private static ContactState Passed(ContactState state, Passing passing) =>
        state.Planned is { } planned && (!planned.Undelivered || passing.IsTakenBack(planned.Mail)) ? state with { Planned = null } : state;

    private static ContactState Joined(ContactState own, ContactState left)
    {
        var news = left.Known.Except(own.Known).ToList();
        return news.Count == 0 ? own : own with { Known = [.. own.Known, .. news] };
    }

    /// <summary>Another coordinator has not been told of the vacancies that there are.</summary>
    private static CoordinatorState Passed(CoordinatorState state, Passing passing) => state with
    {
        Known = passing.From.CoordinatorEmail == passing.Heir.District.CoordinatorEmail ? state.Known : [],
        Planned = null,
    };

    private static CoordinatorState Joined(CoordinatorState own, CoordinatorState left)
    {
        var news = left.Known.Except(own.Known).ToList();
        return news.Count == 0 ? own : own with { Known = [.. own.Known, .. news] };
    }
}
