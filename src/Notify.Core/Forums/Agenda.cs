using System.Text.RegularExpressions;

namespace Notify.Core.Forums;

/// <summary>What a forum is about, line by line.</summary>
public static partial class Agenda
{
    /// <summary>The lines without the numbers or dashes that somebody put before them: a list has marks of its own.</summary>
    /// <param name="text">Null or empty: no lines.</param>
    public static IReadOnlyList<string> LinesOf(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Mark().Replace(line, ""))];

    [GeneratedRegex(@"\A([0-9]{1,2}[.)]|[-*•–])\s+(?=\S)")]
    private static partial Regex Mark();
}
