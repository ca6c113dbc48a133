using System.Text.Json.Serialization;
using Notify.Core.Contacts;

namespace Notify.Core.Forums;

/// <summary>When and where a forum is, in a mail. Days are <c>yyyy-MM-dd</c>, times <c>HH:mm</c>, in Stockholm.</summary>
/// <param name="LastDay">The day on which it ends; empty when it is the same.</param>
/// <param name="Place">May be empty.</param>
/// <param name="Sequence">The SEQUENCE of the calendar entry.</param>
/// <param name="Starts">The instant, for the calendar entry.</param>
/// <param name="Ends">The instant, for the calendar entry.</param>
public sealed record MailMeeting(string Day, string From, string To, string LastDay, string Place, int Sequence, DateTimeOffset Starts, DateTimeOffset Ends);

/// <summary>A forum in a mail.</summary>
/// <param name="Id">The register's; in the calendar entry, not in the text.</param>
/// <param name="Kind">A word of the register: <c>local</c>, <c>lecture</c> and so on.</param>
/// <param name="Organiser">May be empty.</param>
/// <param name="Agenda">Its lines; may be empty.</param>
/// <param name="AnswerBy">The day by which to answer; empty when it has passed.</param>
/// <param name="Capacity">0: any number.</param>
public sealed record MailForum(
    string Id, string Kind, string Title, MailMeeting Meeting, string Organiser, IReadOnlyList<string> Agenda, string AnswerBy, int Capacity)
{
    /// <summary>The merged district that made the calendar entry, which keeps its name; null: the district that sends the mail.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EntryOf { get; init; }
}

/// <summary>Who is invited.</summary>
/// <param name="Key">As in <see cref="InviteeState.Invitee"/>: tells delivery whose mail it is; not in the text.</param>
/// <param name="IsSchool">A school is several people, a member of a group one.</param>
/// <param name="Answer"><c>yes</c>, <c>no</c>, <c>unsure</c>, or empty when there is none.</param>
public sealed record MailInvitee(string Key, string Name, bool IsSchool, string Answer);

/// <summary>Why they get a mail.</summary>
/// <param name="Before">What they knew of time and place; the same as the forum's unless that is the news.</param>
/// <param name="DaysLeft">Calendar days until it starts.</param>
/// <param name="Seat"><c>seated</c> or <c>waiting</c> where the mail is about that; else empty.</param>
/// <param name="Queue">How many wait before them.</param>
public sealed record MailForumNews(MailMeeting Before, bool TimeChanged, bool PlaceChanged, int DaysLeft, string Seat, int Queue);

/// <summary>Values of the mails to those invited.</summary>
public sealed record ForumMail(MailDistrict District, MailForum Forum, MailInvitee Invitee, MailForumNews News);

/// <summary>Somebody's answer in the list for the organiser.</summary>
/// <param name="Names">Those who come, with commas between; may be empty.</param>
/// <param name="Message">To the organiser; may be empty.</param>
public sealed record MailGuest(string Name, string Names, string Message);

/// <summary>Values of <c>forum-attendees</c>.</summary>
/// <param name="Persons">How many people have a seat.</param>
public sealed record ForumListMail(
    MailDistrict District,
    MailForum Forum,
    int Persons,
    IReadOnlyList<MailGuest> Coming,
    IReadOnlyList<MailGuest> Waiting,
    IReadOnlyList<MailGuest> Unsure,
    IReadOnlyList<MailGuest> Declined,
    IReadOnlyList<MailGuest> Silent);
