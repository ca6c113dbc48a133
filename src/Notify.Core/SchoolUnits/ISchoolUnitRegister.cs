using Notify.Core.Register;
using Notify.Core.Sources;

namespace Notify.Core.SchoolUnits;

/// <summary>A list of units.</summary>
/// <param name="Extract">As of when the service made it.</param>
public sealed record UnitList(DateTimeOffset Extract, IReadOnlyList<SchoolUnitCode> Codes);

/// <summary>Skolverket's Skolenhetsregister. One request at a time, and never in a hurry.</summary>
public interface ISchoolUnitRegister
{
    /// <summary>The units of a municipality, whatever their status.</summary>
    /// <param name="municipality">Four digits, as <c>0180</c>.</param>
    /// <param name="modifiedAfter">Only those that were changed after; null: all. A change of organizer is no such change.</param>
    /// <exception cref="SourceException">It does not answer as it should.</exception>
    Task<UnitList> ListAsync(string municipality, DateTimeOffset? modifiedAfter, CancellationToken ct);

    /// <summary>One unit; null: there is none of that code.</summary>
    /// <exception cref="SourceException">It does not answer as it should.</exception>
    Task<SchoolUnit?> FindAsync(SchoolUnitCode code, CancellationToken ct);
}
