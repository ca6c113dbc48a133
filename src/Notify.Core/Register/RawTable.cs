namespace Notify.Core.Register;

/// <summary>A table as it stands in a file, before anything is understood of it.</summary>
/// <param name="Name">The table's name in CONTRACT.md, as <c>assignments</c>.</param>
/// <param name="File">How errors name it, as <c>assignments.csv</c>.</param>
/// <param name="Header">The header cells as written.</param>
/// <param name="Rows">The rows below it.</param>
public sealed record RawTable(string Name, string File, IReadOnlyList<string> Header, IReadOnlyList<RawRow> Rows);

/// <summary>A row as it stands in a file.</summary>
/// <param name="Line">The line on which it begins, the header being 1.</param>
public sealed record RawRow(int Line, IReadOnlyList<string> Cells);
