using System.Globalization;
using Notify.Core.Forums;
using Notify.Core.Templates;
using Notify.Core.Time;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

public sealed partial class EnglishTexts
{
    public string ForumAnswerTitle => "Invitation to a forum";

    public string MeetingTime(Meeting meeting)
    {
        var (first, last) = (StockholmTime.DateOf(meeting.Starts), StockholmTime.DateOf(meeting.Ends));
        return $"{WrittenDate.Of(first, "en")}, {Clock(meeting.Starts)}{(first == last ? "–" : $" to {WrittenDate.Of(last, "en")}, ")}{Clock(meeting.Ends)}";
    }

    public string InvitedAs(string invitee, string district) => $"Invited: {invitee}. The invitation comes from the social services in {district}.";

    public string ForumAnswered(ForumAnswer answer, string moment) => answer.Reply switch
    {
        ForumReply.Yes => $"Answer of {moment}: yes, {(answer.Persons == 1 ? "one person" : $"{answer.Persons} people")}{(answer.Names.Count > 0 ? $" ({string.Join(", ", answer.Names)})" : "")}.",
        ForumReply.No => $"Answer of {moment}: no.",
        _ => $"Answer of {moment}: not known yet.",
    };

    public string ForumQueue(int before) => before switch
    {
        0 => "It is first on the waiting list.",
        1 => "It is on the waiting list, with one before it.",
        _ => $"It is on the waiting list, with {before} before it.",
    };

    public string? ForumClosed(ForumView view) => view.Door switch
    {
        ForumDoor.Begun => "The forum has begun or is over, so the answer can no longer be changed here.",
        ForumDoor.CalledOff => "The forum is cancelled. You need not do anything.",
        ForumDoor.Withdrawn => "The forum is no longer meant for you. You need not do anything.",
        _ => null,
    };

    public string ForumQuestion => "Will you come?";

    public string ForumChoice(ForumReply reply) => reply switch
    {
        ForumReply.Yes => "Yes, we will come",
        ForumReply.No => "No, we cannot come",
        _ => "We do not know yet",
    };

    public string ForumNames => "Who will come? Write one name on each line.";

    public string ForumNamesHint(int? capacity) => capacity is { } seats
        ? $"You may leave it empty: we then count one person. The forum has {seats} seats."
        : "You may leave it empty: we then count one person.";

    public string ForumMessage => "Message to the organiser (optional)";

    public string ForumMessageHint => "Never write anything about individual children here.";

    public string ForumAnswerHint => "You can change your answer until the forum begins. Use the same link.";

    public string? ForumNotice(ForumNotice notice, ForumView view) => notice switch
    {
        Forums.ForumNotice.Recorded => view.Queue is null ? "Thank you! The answer is saved." : "Thank you! The answer is saved. There are not enough seats now, but you will get a mail if there is one.",
        Forums.ForumNotice.NoAnswer => "Choose yes, no or not known yet, and send again. Nothing has been saved.",
        Forums.ForumNotice.WrongNames => $"Write {ForumReplyRule.MostNames} names at most, one on each line and of {ForumReplyRule.LongestName} characters at most. Nothing has been saved.",
        Forums.ForumNotice.WrongMessage => $"The message can have {ForumReplyRule.LongestMessage} characters at most. Nothing has been saved.",
        Forums.ForumNotice.TooMany => "There are not so many seats. Write fewer names and send again. The answer given before still counts.",
        Forums.ForumNotice.Closed => "The answer could not be saved.",
        _ => null,
    };

    private static string Clock(DateTimeOffset instant) => StockholmTime.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
