using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>A kind of forum of which a district has fewer in a term than it has promised.</summary>
/// <param name="Planned">How many there are, called-off ones left out.</param>
/// <param name="Proposed">Days on which the missing ones could be held; fewer than are missing when the term has no room for more.</param>
public sealed record MissingForums(SchoolTerm Term, ForumKind Kind, int Promised, int Planned, IReadOnlyList<DateOnly> Proposed);

/// <summary>Compares what a district has promised with what its register holds, and proposes days for the rest. A pure function.</summary>
public static class PromisedForums
{
    /// <summary>The last days of a term belong to other things.</summary>
    private const int QuietEnd = 14;

    /// <summary>What is missing in the present term and the next.</summary>
    public static IReadOnlyList<MissingForums> Of(DistrictSnapshot snapshot, ForumSituation situation)
    {
        var term = SchoolTerm.Of(StockholmTime.DateOf(situation.Now));
        var taken = snapshot.Forums.Where(f => f.Status != ForumStatus.Cancelled).Select(f => StockholmTime.DateOf(f.Starts)).ToHashSet();
        var missing = new List<MissingForums>();
        foreach (var (at, kind, promised) in new[] { term, term.Next }.SelectMany(t => snapshot.District.ForumsPerTerm.OrderBy(p => p.Key).Select(p => (t, p.Key, p.Value))))
        {
            var planned = snapshot.Forums.Count(f => f.Kind == kind && f.Status != ForumStatus.Cancelled && SchoolTerm.Of(StockholmTime.DateOf(f.Starts)) == at);
            if (planned < promised)
            {
                var days = Proposed(at, promised - planned, taken, situation);
                taken.UnionWith(days);
                missing.Add(new(at, kind, promised, planned, days));
            }
        }

        return missing;
    }

    /// <summary>Working days, spread over what is left of the term once everybody can be invited in time, none on the day of another forum of the district.</summary>
    private static List<DateOnly> Proposed(SchoolTerm term, int count, HashSet<DateOnly> taken, ForumSituation situation)
    {
        var invited = StockholmTime.DateOf(situation.Now).AddDays(situation.Options.InviteAhead + 1);
        var first = invited > TermStart(term) ? invited : TermStart(term);
        var room = TermEnd(term).DayNumber - first.DayNumber;
        var days = new List<DateOnly>();
        for (var n = 1; room >= 0 && n <= count; n++)
        {
            var day = first.AddDays(room * n / (count + 1));
            while (day <= TermEnd(term) && (!situation.Calendar.IsWorkingDay(day) || taken.Contains(day) || days.Contains(day)))
            {
                day = day.AddDays(1);
            }

            if (day <= TermEnd(term))
            {
                days.Add(day);
            }
        }

        return days;
    }

    // Schools begin in the middle of August and after Epiphany, and end before Christmas and in the middle of June.
    private static DateOnly TermStart(SchoolTerm term) => term.IsAutumn ? new(term.Year, 8, 20) : new(term.Year, 1, 12);

    private static DateOnly TermEnd(SchoolTerm term) => (term.IsAutumn ? new DateOnly(term.Year, 12, 20) : new DateOnly(term.Year, 6, 14)).AddDays(-QuietEnd);
}
