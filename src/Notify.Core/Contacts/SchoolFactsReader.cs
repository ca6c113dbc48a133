using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Contacts;

/// <summary>Reads from a snapshot what it says of each school at a moment.</summary>
public sealed class SchoolFactsReader
{
    private readonly Dictionary<SchoolUnitCode, School> _schools;
    private readonly Dictionary<string, Contact> _contacts;
    private readonly ILookup<SchoolUnitCode, Assignment> _assignments;
    private readonly Situation _situation;
    private readonly DistrictSnapshot _snapshot;
    private readonly DateOnly _horizon;

    /// <param name="snapshot">The district's register.</param>
    /// <param name="situation">The moment, and the rules.</param>
    public SchoolFactsReader(DistrictSnapshot snapshot, Situation situation)
    {
        _snapshot = snapshot;
        _situation = situation;
        _schools = snapshot.Schools.ToDictionary(s => s.Code);
        _contacts = snapshot.Contacts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _assignments = snapshot.Assignments.Where(a => a.District == snapshot.District.Code).ToLookup(a => a.School);
        _horizon = HorizonOf(StockholmTime.DateOf(situation.Now));
    }

    /// <summary>Every school of the snapshot, in its order.</summary>
    public IEnumerable<SchoolUnitCode> Schools => _snapshot.Schools.Select(s => s.Code);

    /// <summary>What the register says of the school now.</summary>
    public SchoolFacts Of(SchoolUnitCode school)
    {
        var row = _schools.GetValueOrDefault(school);
        var assignments = _assignments[school].ToList();
        var touched = _snapshot.Touched.TryGetValue(school, out var at) ? at : _snapshot.At;
        var days = assignments.SelectMany(ChangesOf).Distinct().Order().ToList();
        var past = days.Where(d => d <= _horizon).Select(d => (Day: d, Seen: SeenAt(d))).LastOrDefault();
        var since = past.Day != default && past.Seen > touched ? past.Seen : touched;
        var from = since == touched ? StockholmTime.DateOf(touched) : past.Day;
        var next = days.Where(d => d > _horizon).Select(d => (DateTimeOffset?)SeenAt(d)).FirstOrDefault();
        return new(school, row, HoldersOn(assignments), since, from, next);
    }

    private IReadOnlyList<Holder> HoldersOn(IEnumerable<Assignment> assignments) =>
    [
        .. assignments
            .Where(a => a.HoldsOn(_horizon) && _contacts.ContainsKey(a.Contact))
            .Select(a => HolderOf(a.Role, _contacts[a.Contact]))
            .Distinct()
            .OrderBy(h => h.Role).ThenBy(h => h.Name, StringComparer.Ordinal).ThenBy(h => h.Contact, StringComparer.Ordinal),
    ];

    private static Holder HolderOf(AssignmentRole role, Contact contact) =>
        new(Enum.Parse<HolderRole>(role.ToString()), contact.Id, contact.Kind, contact.Name, contact.Title ?? "", contact.Email, contact.Phone ?? "");

    private static IEnumerable<DateOnly> ChangesOf(Assignment assignment)
    {
        if (assignment.From is { } from)
        {
            yield return from;
        }

        if (assignment.Until is { } until && until < DateOnly.MaxValue)
        {
            yield return until.AddDays(1);
        }
    }

    /// <summary>The last day whose changes are told on the given day.</summary>
    private DateOnly HorizonOf(DateOnly day) =>
        _situation.Options.Ahead == 0 ? day : _situation.Calendar.WorkingDayAfter(day, _situation.Options.Ahead);

    /// <summary>The midnight from which a change of the given day is told.</summary>
    private DateTimeOffset SeenAt(DateOnly change)
    {
        var day = change;
        while (_situation.Options.Ahead > 0 && HorizonOf(day.AddDays(-1)) >= change)
        {
            day = day.AddDays(-1);
        }

        return StockholmTime.Midnight(day);
    }
}
