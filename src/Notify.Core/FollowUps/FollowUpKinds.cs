namespace Notify.Core.FollowUps;

/// <summary>The kinds of mail that the follow-up watch sends (CONTRACT.md "Mail").</summary>
public static class FollowUpKinds
{
    public const string Open = "followup-open";
    public const string Reminder = "followup-reminder";
    public const string Result = "followup-result";

    /// <summary>The picture in <see cref="Result"/>, as its template names it.</summary>
    public const string RadarPicture = "radar@notify";

    /// <summary>The kinds that go to those who are asked.</summary>
    public static IReadOnlySet<string> ToRespondents { get; } = new HashSet<string>([Open, Reminder], StringComparer.Ordinal);

    /// <summary>The kinds that tell how it went.</summary>
    public static IReadOnlySet<string> OfRounds { get; } = new HashSet<string>([Result], StringComparer.Ordinal);
}
