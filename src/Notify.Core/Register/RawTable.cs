namespace Notify.Core.Register;

/// <summary>A table as it stands in a file, before anything is understood of it.</summary>
/// <param name="Name">The table's name in CONTRACT.md, as <c>assignments</c>.</param>
/// <param name="File">How errors name it, as <c>assignments.csv</c>.</param>
/// <param name="Header">The header cells as written.</param>
/// <param name="Rows">The rows below it.</param>
public sealed record RawTable(string Name, string File, IReadOnlyList<string> Header, IReadOnlyList<RawRow> Rows)
{
    /// <summary>The line of the header: 1, unless blank lines stand above it.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>
    /// Whether reading the file broke off or left lines out. That is an error already, so what other tables
    /// refer to is not looked for here.
    /// </summary>
    public bool Incomplete { get; init; }
}

/// <summary>A row as it stands in a file.</summary>
/// <param name="Line">The line on which it begins, the header being 1.</param>
public sealed record RawRow(int Line, IReadOnlyList<string> Cells);
