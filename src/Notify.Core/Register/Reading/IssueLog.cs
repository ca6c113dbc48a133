namespace Notify.Core.Register.Reading;

/// <summary>Collects what a run finds, so that all of it is told at once.</summary>
internal sealed class IssueLog
{
    public List<RegisterIssue> Errors { get; } = [];

    public List<RegisterIssue> Warnings { get; } = [];

    public void Error(string file, int line, string column, string value, string message) =>
        Errors.Add(new(file, line, column, Cut(value), message));

    public void Warn(string file, int line, string column, string value, string message) =>
        Warnings.Add(new(file, line, column, Cut(value), message));

    /// <summary>A value short enough to quote; no letter is cut in two.</summary>
    public static string Cut(string value)
    {
        const int max = RegisterIssue.MaxValueLength;
        return value.Length <= max ? value : value[..(char.IsHighSurrogate(value[max - 1]) ? max - 1 : max)];
    }
}
