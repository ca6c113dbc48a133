namespace Notify.Core.Register.Reading;

/// <summary>Cells as pages show them.</summary>
public static class ShownCell
{
    /// <summary>Short enough to quote; control characters and those that turn the direction of text show as their pictures.</summary>
    public static string Of(string raw) => raw.Length <= RegisterIssue.MaxValueLength ? IssueLog.Cut(raw) : IssueLog.Cut(raw) + "…";
}
