using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>A line of the city's report: how schools took part in a term.</summary>
/// <param name="District">Null: the whole city, in which a school that is in several districts counts once.</param>
/// <param name="Kind">Null: all kinds together.</param>
/// <param name="Forums">How many forums that were not called off.</param>
/// <param name="Held">How many of them have been held, with a record of who came.</param>
public sealed record ParityRow(SchoolTerm Term, DistrictCode? District, ForumKind? Kind, int Forums, int Held, Participation Participation);

/// <summary>Participation by term, district and kind. A pure function.</summary>
public static class ParityReport
{
    /// <summary>The lines, the city before its districts and all kinds before each; the earliest term first.</summary>
    public static IReadOnlyList<ParityRow> Of(IReadOnlyCollection<ForumRecord> forums, DateTimeOffset now) =>
    [
        .. from term in forums.Where(f => !f.Forum.IsCalledOff).GroupBy(f => f.Term).OrderBy(t => t.Key)
           from scope in term.Select(f => (DistrictCode?)f.District).Distinct().OrderBy(d => d!.ToString(), StringComparer.Ordinal).Prepend(null)
           let own = term.Where(f => scope is null || f.District == scope).ToList()
           from kind in own.Select(f => (ForumKind?)f.Forum.Kind).Distinct().Order().Prepend(null)
           let kinds = own.Where(f => kind is null || f.Forum.Kind == kind).ToList()
           select new ParityRow(term.Key, scope, kind, kinds.Count, kinds.Count(f => f.IsHeld(now)), Participation.Of(kinds, now)),
    ];
}
