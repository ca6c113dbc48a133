using System.Text.Json.Serialization;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Watches;

namespace Notify.Core.Forums;

/// <summary>What the forums watch keeps of one invitee of one forum. Stored under <see cref="ForumsKeys.Invitee(string, string)"/>.</summary>
/// <param name="Forum">The id of the forum.</param>
/// <param name="Invitee">A school or a member of a group, as <see cref="ForumsKeys.SchoolInvitee"/> and <see cref="ForumsKeys.MemberInvitee"/> write it.</param>
/// <param name="Name">The name of the school or member, as last known.</param>
/// <param name="Provider">The school's kind of owner when it was invited or came; null of a member.</param>
/// <param name="InvitedAt">When the first invitation was accepted by the mail provider; null: it has not been invited.</param>
/// <param name="InvitedTo">To which addresses.</param>
/// <param name="Invitation">The mail that invited it; null: it has not been invited.</param>
/// <param name="Told">What the invitee knows of the forum; null: nothing.</param>
/// <param name="Reminded">The last reminder that it got.</param>
/// <param name="Planned">The mails on their way.</param>
/// <param name="Answer">The answer given last.</param>
/// <param name="Seat">Where the acceptance stands in the order of acceptances; null without one.</param>
/// <param name="SeatTold">What it has been told of its seat, by page or mail.</param>
/// <param name="Attendance">Who came, as recorded last; null: not recorded.</param>
/// <param name="Registered">What the register said of the attendance when the watch last saw it.</param>
public sealed record InviteeState(
    string Forum,
    string Invitee,
    string Name,
    Provider? Provider,
    DateTimeOffset? InvitedAt = null,
    IReadOnlyList<EmailAddress>? InvitedTo = null,
    NotificationId? Invitation = null,
    ToldForum? Told = null,
    ForumStep? Reminded = null,
    IReadOnlyList<ForumSaying>? Planned = null,
    ForumAnswer? Answer = null,
    Seat? Seat = null,
    SeatStanding? SeatTold = null,
    RecordedAttendance? Attendance = null,
    Attendance? Registered = null)
{
    /// <summary>The mails on their way; never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<ForumSaying> Sayings => Planned ?? [];

    /// <summary>The mails that it wants to be sent, those among them that ended undelivered.</summary>
    [JsonIgnore]
    public IEnumerable<NotificationId> WaitingMails => Sayings.Select(s => s.Mail).OfType<NotificationId>();

    /// <summary>Whether it was invited, and has not been told since that the forum is no longer for it.</summary>
    [JsonIgnore]
    public bool IsInvited => InvitedAt is not null && Told is not { IsOff: true };

    /// <summary>Whether it was told that the forum is not for it, or could not be told.</summary>
    [JsonIgnore]
    public bool IsGone => Told is { IsOff: true } || Sayings.Any(s => s is { Topic: ForumTopic.Withdrawn, Outcome: MailOutcome.Undelivered });

    /// <summary>Whether it says more than that the register has it.</summary>
    [JsonIgnore]
    public bool IsWorthKeeping => Sayings.Count > 0 || Told is not null || Answer is not null || Attendance is not null;

    /// <summary>
    /// Takes an answer or a record of attendance if it is newer than what there is: the order in which they arrive does not matter. Of
    /// two at the same moment it counts that somebody comes, or came.
    /// </summary>
    public InviteeState With(RecordedAttendance attendance) =>
        Attendance is { } before && before.CompareTo(attendance) >= 0 ? this : this with { Attendance = attendance };

    /// <inheritdoc cref="With(RecordedAttendance)"/>
    public InviteeState With(ForumAnswer answer) =>
        Answer is { } before && (before.At, -(int)before.Reply).CompareTo((answer.At, -(int)answer.Reply)) >= 0 ? this : this with { Answer = answer };
}

/// <summary>What an invitee knows of a forum.</summary>
/// <param name="IsOff">Whether it was told that the forum is cancelled, or no longer for it.</param>
/// <param name="At">When it was told.</param>
public sealed record ToldForum(Meeting Meeting, bool IsOff, DateTimeOffset At = default);

/// <summary>A reminder, so many days before a start.</summary>
public sealed record ForumStep(DateTimeOffset Starts, int Days);

/// <summary>Something to be said to one invitee.</summary>
/// <param name="Days">Of a reminder: days before the start.</param>
/// <param name="Meeting">What it says of time and place.</param>
/// <param name="Seat">Of <see cref="ForumTopic.Seat"/>: what it says of the seat.</param>
/// <param name="To">To whom.</param>
/// <param name="Mail">The mail that says it; null before it is planned.</param>
public sealed record ForumSaying(
    ForumTopic Topic, int? Days, Meeting Meeting, SeatStanding? Seat, IReadOnlyList<EmailAddress> To, NotificationId? Mail, MailOutcome Outcome)
{
    /// <summary>Whether it says the same to the same people.</summary>
    public bool IsSameAs(ForumSaying other) =>
        Topic == other.Topic && Days == other.Days && Meeting.IsSameAs(other.Meeting) && Seat == other.Seat && To.ToHashSet().SetEquals(other.To);
}

/// <summary>What a mail to an invitee can be about; the kinds of CONTRACT.md "Mail".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumTopic>))]
public enum ForumTopic
{
    [JsonStringEnumMemberName("invitation")] Invitation,
    [JsonStringEnumMemberName("reminder")] Reminder,
    [JsonStringEnumMemberName("changed")] Changed,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>That it waits for a seat, or has got one.</summary>
    [JsonStringEnumMemberName("seat")] Seat,
}

/// <summary>An answer to an invitation.</summary>
/// <param name="Names">Those who come; may be empty, then one unnamed.</param>
/// <param name="Message">To the organiser; null: none.</param>
public sealed record ForumAnswer(ForumReply Reply, IReadOnlyList<string> Names, string? Message, DateTimeOffset At)
{
    /// <summary>How many come.</summary>
    [JsonIgnore]
    public int Persons => Reply == ForumReply.Yes ? Math.Max(1, Names.Count) : 0;
}

/// <summary>Whether somebody comes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumReply>))]
public enum ForumReply
{
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("unsure")] Unsure,
}

/// <summary>An acceptance in the order of acceptances.</summary>
/// <param name="Turn">The first has 1.</param>
public sealed record Seat(long Turn, SeatStanding Standing);

/// <summary>Whether there is room.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeatStanding>))]
public enum SeatStanding
{
    [JsonStringEnumMemberName("seated")] Seated,
    [JsonStringEnumMemberName("waiting")] Waiting,
}

/// <summary>Who came, as somebody recorded it.</summary>
/// <param name="Persons">How many; null: not counted.</param>
/// <param name="At">When it was recorded; the latest counts.</param>
/// <param name="By">Who, or what, recorded it.</param>
public sealed record RecordedAttendance(bool Attended, int? Persons, DateTimeOffset At, string By) : IComparable<RecordedAttendance>
{
    /// <summary>Later is greater; of two at the same moment, that somebody came, then the more people.</summary>
    public int CompareTo(RecordedAttendance? other) => other is null ? 1 : (At, Attended, Persons ?? 0).CompareTo((other.At, other.Attended, other.Persons ?? 0));

    public static bool operator <(RecordedAttendance left, RecordedAttendance right) => left.CompareTo(right) < 0;

    public static bool operator <=(RecordedAttendance left, RecordedAttendance right) => left.CompareTo(right) <= 0;

    public static bool operator >(RecordedAttendance left, RecordedAttendance right) => left.CompareTo(right) > 0;

    public static bool operator >=(RecordedAttendance left, RecordedAttendance right) => left.CompareTo(right) >= 0;
}
