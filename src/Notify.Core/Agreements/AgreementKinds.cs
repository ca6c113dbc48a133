namespace Notify.Core.Agreements;

/// <summary>The kinds of mail that the agreements watch sends (CONTRACT.md "Mail").</summary>
public static class AgreementKinds
{
    public const string Reminder = "agreement-reminder";
    public const string Overdue = "agreement-overdue";
    public const string Escalated = "agreement-escalated";
    public const string Revised = "agreement-revised";
    public const string Review = "agreement-review";
    public const string Conflict = "agreement-conflict";

    /// <summary>Every kind of the watch.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string> { Reminder, Overdue, Escalated, Revised, Review, Conflict };
}
