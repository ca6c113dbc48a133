namespace Notify.Core.Forums;

/// <summary>The kinds of mail of the forums watch (CONTRACT.md "Mail").</summary>
public static class ForumKinds
{
    public const string Invitation = "forum-invitation";
    public const string Reminder = "forum-reminder";
    public const string Changed = "forum-changed";
    public const string Cancelled = "forum-cancelled";
    public const string Withdrawn = "forum-withdrawn";
    public const string Waitlist = "forum-waitlist";

    /// <summary>The list of those who come, to the organiser.</summary>
    public const string Attendees = "forum-attendees";

    /// <summary>The kinds that go to those invited.</summary>
    public static IReadOnlySet<string> ToInvitees { get; } = new HashSet<string> { Invitation, Reminder, Changed, Cancelled, Withdrawn, Waitlist };

    /// <summary>The kind of a mail to an invitee.</summary>
    public static string Of(ForumTopic topic) => topic switch
    {
        ForumTopic.Invitation => Invitation,
        ForumTopic.Reminder => Reminder,
        ForumTopic.Changed => Changed,
        ForumTopic.Cancelled => Cancelled,
        ForumTopic.Withdrawn => Withdrawn,
        _ => Waitlist,
    };
}
