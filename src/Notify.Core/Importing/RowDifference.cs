using Notify.Core.Register;

namespace Notify.Core.Importing;

/// <summary>A row of the register that an import brings, takes or changes.</summary>
/// <param name="About">Whom or what it is about, by name: the school and the contact of an assignment.</param>
/// <param name="Cells">What differs; of a row that comes or goes, all that it holds.</param>
public sealed record RowDifference(RowChange Change, IReadOnlyList<string> About, IReadOnlyList<CellDifference> Cells);

/// <summary>A cell of the register that an import changes.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Swedish">Its Swedish name; the same where it has none of its own.</param>
/// <param name="Before">Empty when there was nothing.</param>
/// <param name="After">Empty when there will be nothing.</param>
public sealed record CellDifference(string Column, string Swedish, string Before, string After);
