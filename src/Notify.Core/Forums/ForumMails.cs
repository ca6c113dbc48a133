using System.Globalization;
using System.Text.Json;
using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Register.Reading.Tables;
using Notify.Core.Time;

namespace Notify.Core.Forums;

/// <summary>Puts what was decided into the values and links of a mail.</summary>
public sealed class ForumMails(ForumSituation situation)
{
    private static readonly string[] Answers = ["yes", "no", "unsure"];

    /// <summary>The mail that says it.</summary>
    /// <param name="sequence">How many times the watch has committed what it decided.</param>
    public NotificationDraft Draft(PresentForum forum, InviteeState state, ForumSaying saying, long sequence)
    {
        var isUrgent = situation.IsUrgent(saying.Topic, saying.Meeting.Starts);
        var asks = saying.Topic is not (ForumTopic.Cancelled or ForumTopic.Withdrawn);
        return new(
            ForumKinds.Of(saying.Topic),
            situation.District.Code,
            ForumsKeys.Subject(forum.State.Id),
            sequence,
            saying.To,
            situation.District.Language,
            JsonSerializer.SerializeToElement(ValuesOf(forum, state, saying), MailValuesJson.Default.ForumMail),
            isUrgent ? situation.Now : situation.Calendar.NextOpen(situation.Now),
            Links: asks ? [.. Answers.Select(a => new DraftLink.Reply(a, LinkPurpose.Forum, ForumsKeys.Invitee(state.Forum, state.Invitee), 0, a))] : [],
            Expires: saying.Topic == ForumTopic.Cancelled ? saying.Meeting.Ends : saying.Meeting.Starts,
            Urgent: isUrgent);
    }

    /// <summary>The list of those who come, to the organiser or else the coordinator.</summary>
    public NotificationDraft List(PresentForum forum, long sequence) => new(
        ForumKinds.Attendees,
        situation.District.Code,
        ForumsKeys.Subject(forum.State.Id),
        sequence,
        [forum.Facts?.Forum.OrganiserEmail ?? situation.District.CoordinatorEmail],
        situation.District.Language,
        JsonSerializer.SerializeToElement(ListOf(forum), MailValuesJson.Default.ForumListMail),
        situation.Calendar.NextOpen(situation.Now),
        IsDigest: true,
        Expires: forum.State.Meeting.Starts);

    private ForumMail ValuesOf(PresentForum forum, InviteeState state, ForumSaying saying)
    {
        var known = state.Told?.Meeting ?? saying.Meeting;
        return new(
            Sender,
            ForumOf(forum, saying.Meeting),
            new(state.Invitee, state.Name, ForumsKeys.SchoolIn(state.Invitee) is not null, state.Answer is { } answer ? WordOf(answer.Reply) : ""),
            new(
                MeetingOf(known),
                (known.Starts, known.Ends) != (saying.Meeting.Starts, saying.Meeting.Ends),
                known.Place != saying.Meeting.Place,
                Math.Max(0, StockholmTime.DateOf(saying.Meeting.Starts).DayNumber - StockholmTime.DateOf(situation.Calendar.NextOpen(situation.Now)).DayNumber),
                saying.Seat switch { SeatStanding.Seated => "seated", SeatStanding.Waiting => "waiting", _ => "" },
                Seating.QueueBefore(forum.Present, state.Seat) ?? 0));
    }

    private ForumListMail ListOf(PresentForum forum)
    {
        var invited = forum.Present.Where(i => i.Told is { IsOff: false }).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        var coming = invited.Where(i => i.Answer?.Reply == ForumReply.Yes).ToList();
        var waiting = coming.Where(i => i.Seat?.Standing == SeatStanding.Waiting).OrderBy(i => i.Seat!.Turn).ToList();
        var seated = coming.Except(waiting).ToList();
        return new(
            Sender,
            ForumOf(forum, forum.State.Meeting),
            seated.Sum(i => i.Answer!.Persons),
            [.. seated.Select(Guest)],
            [.. waiting.Select(Guest)],
            [.. invited.Where(i => i.Answer?.Reply == ForumReply.Unsure).Select(Guest)],
            [.. invited.Where(i => i.Answer?.Reply == ForumReply.No).Select(Guest)],
            [.. invited.Where(i => i.Answer is null).Select(Guest)]);
    }

    private MailDistrict Sender => new(situation.District.Name, (situation.District.ReplyTo ?? situation.District.CoordinatorEmail).ToString());

    private MailForum ForumOf(PresentForum forum, Meeting meeting)
    {
        var row = forum.Facts?.Forum;
        var last = StockholmTime.DateOf(situation.DueBefore(meeting.Starts, situation.Options.ListAhead));
        var answerBy = row?.RsvpBy is { } asked && asked < StockholmTime.DateOf(meeting.Starts) ? asked : last;
        return new(
            forum.State.Id,
            ForumTable.Kind.Format.Write(forum.State.Kind),
            forum.State.Title,
            MeetingOf(meeting),
            row?.OrganiserName ?? "",
            Agenda.LinesOf(row?.Agenda),
            answerBy >= StockholmTime.DateOf(situation.Calendar.NextOpen(situation.Now)) ? Date(answerBy) : "",
            forum.State.Capacity ?? 0)
        {
            EntryOf = forum.State.EntryOf?.ToString(),
        };
    }

    private static MailMeeting MeetingOf(Meeting meeting)
    {
        var (first, last) = (StockholmTime.DateOf(meeting.Starts), StockholmTime.DateOf(meeting.Ends));
        return new(
            Date(first), Time(meeting.Starts), Time(meeting.Ends), first == last ? "" : Date(last), meeting.Place ?? "", meeting.Sequence, meeting.Starts, meeting.Ends);
    }

    private static MailGuest Guest(InviteeState invitee) =>
        new(invitee.Name, string.Join(", ", invitee.Answer?.Names ?? []), invitee.Answer?.Message ?? "");

    private static string WordOf(ForumReply reply) => reply switch { ForumReply.Yes => "yes", ForumReply.No => "no", _ => "unsure" };

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset instant) => StockholmTime.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
