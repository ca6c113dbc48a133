namespace Notify.Core.Register.Reading;

/// <summary>Collects what a run finds, so that all of it is told at once.</summary>
internal sealed class IssueLog
{
    /// <summary>More than anyone corrects by hand; a bound to memory when a file is not what it should be.</summary>
    private const int MaxIssues = 50_000;

    public List<RegisterIssue> Errors { get; } = [];

    public List<RegisterIssue> Warnings { get; } = [];

    public void Error(string file, int line, string column, string value, Bilingual message) =>
        Add(Errors, new(file, line, Cut(column), Cut(value), message));

    public void Warn(string file, int line, string column, string value, Bilingual message) =>
        Add(Warnings, new(file, line, Cut(column), Cut(value), message));

    /// <summary>A value short enough to quote, and harmless on a terminal. No letter is cut in two; control characters show as their pictures (␉).</summary>
    public static string Cut(string value)
    {
        const int max = RegisterIssue.MaxValueLength;
        var quoted = value.Length <= max ? value : value[..(char.IsHighSurrogate(value[max - 1]) ? max - 1 : max)];
        return quoted.Any(CellGuard.IsHidden) ? string.Concat(quoted.Select(Picture)) : quoted;
    }

    private static char Picture(char c) => c switch
    {
        < ' ' => (char)('\u2400' + c),
        _ when CellGuard.IsHidden(c) => '\ufffd',
        _ => c,
    };

    private static void Add(List<RegisterIssue> issues, RegisterIssue issue)
    {
        if (issues.Count < MaxIssues)
        {
            issues.Add(issue);
        }
        else if (issues.Count == MaxIssues)
        {
            issues.Add(new(issue.File, issue.Line, string.Empty, string.Empty, new(
                "From here on there are more than are told: correct the others first, then read again.",
                "Härifrån finns fler än vad som räknas upp: rätta de andra först, och läs sedan in igen.")));
        }
    }
}
