using System.Globalization;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Core.Templates;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

public sealed partial class EnglishTexts
{
    public string NavForums => "Forums";

    public string ForumsTitle => "Forums";

    public string ForumsProofTitle => "Do independent schools come to the forums as municipal ones do?";

    public string ForumsProof(Participation participation)
    {
        var (municipal, independent) = (participation[Provider.Municipal].Held, participation[Provider.Independent].Held);
        return municipal.Invited + independent.Invited == 0
            ? "No forum has been held in the last year."
            : $"In the last year {independent.Attended} of {independent.Invited} independent schools invited came, and {municipal.Attended} of {municipal.Invited} municipal ones."
                + (participation.Parity is { } parity ? $" The ratio is {Ratio(parity)}; 1.00 is equal." : " There are too few schools to compare.");
    }

    public string ForumKindWord => "Kind";

    public string ForumKindName(ForumKind kind) => kind switch
    {
        ForumKind.Steering => "Steering group",
        ForumKind.Chiefs => "Heads of units",
        ForumKind.Transition => "From preschool to school",
        ForumKind.Local => "Local forum",
        _ => "Lecture",
    };

    public string ForumStageName(ForumStage stage) => stage switch
    {
        ForumStage.Planned => "Planned, invitations have not gone",
        ForumStage.Invited => "Invitations have gone",
        ForumStage.Unrecorded => "Over, attendance not recorded",
        ForumStage.Held => "Held",
        _ => "Cancelled",
    };

    public string Term => "Term";

    public string ParityTitle => "How many of the schools invited came?";

    public string ParityHow => "A school counts once a term, however many forums it is invited to. The ratio is the share of independent schools that came, divided by that of municipal ones: 1.00 is equal. It is given only when at least five schools of each kind were invited.";

    public string AllDistricts => "The whole city";

    public string NoForumHeld => "No forum has been held yet, or nobody has noted who came.";

    public string ParityCaption => "Schools that came, of those invited to forums that have been held";

    public string ParityWord => "Ratio";

    public string ParityLine(ParityRow row) =>
        $"{row.Term}: municipal {CameOf(row.Participation[Provider.Municipal].Held)}, independent {CameOf(row.Participation[Provider.Independent].Held)}, ratio {ParityFigure(row.Participation.Parity)}.";

    public string ParityFigure(double? parity) => parity is { } figure ? Ratio(figure) : "too few schools";

    public string ForumsHeld => "Forums held";

    public string HeldOf(int held, int forums) => $"{held} of {forums}";

    public string CameOf(HeldParticipation held) =>
        held.Rate is { } rate ? $"{held.Attended} of {held.Invited} ({Math.Round(rate * 100)} %)" : "none invited";

    public string OtherProviders => "State and regional";

    public string MissingForumsTitle => "Fewer forums than promised";

    public string MissingForums(MissingForums missing) =>
        $"{missing.Term}, {ForumKindName(missing.Kind).ToLowerInvariant()}: {missing.Planned} of {missing.Promised} are planned. "
        + (missing.Proposed.Count == 0
            ? "There is no room for more in that term."
            : $"Proposed: {string.Join(" or ", missing.Proposed.Select(d => WrittenDate.Of(d, "en")))}. Put {(missing.Proposed.Count == 1 ? "it" : "them")} into the register, and the invitations go by themselves.");

    public string NoForums => "No forums match what you have chosen.";

    public string ForumsCaption(int forums) => forums == 1 ? "One forum" : $"{forums} forums";

    public string Forum => "Forum";

    public string WhenAndWhere => "When and where";

    public string Answers => "Answers";

    public string AnswersOf(IReadOnlyCollection<InviteeState> invitees)
    {
        var invited = invitees.Where(i => i.IsInvited).ToList();
        var waiting = invited.Count(i => i.Seat?.Standing == SeatStanding.Waiting);
        return invited.Count == 0
            ? "Nobody invited through Notify"
            : $"{invited.Count} invited: {invited.Count(i => i.Answer?.Reply == ForumReply.Yes)} yes, {invited.Count(i => i.Answer?.Reply == ForumReply.No)} no, "
                + $"{invited.Count(i => i.Answer?.Reply == ForumReply.Unsure)} not sure, {invited.Count(i => i.Answer is null)} silent{(waiting > 0 ? $"; {waiting} on the waiting list" : "")}";
    }

    public string SeatsOf(int capacity) => $"{capacity} seats.";

    public string ForumLeftRegister => "The forum is no longer in the register.";

    public string Invited => "Invited";

    public string Answer => "Answer";

    public string Message => "Message";

    public string Came => "Came";

    public string GroupMember => "Member";

    public string AnswerOf(InviteeState invitee, bool isInvited) => invitee switch
    {
        { Told.IsOff: true } => "Was told that it no longer applies",
        { Answer: { Reply: ForumReply.Yes } answer } =>
            $"Yes, {answer.Persons}{(answer.Names.Count > 0 ? ": " + string.Join(", ", answer.Names) : "")}{(invitee.Seat?.Standing == SeatStanding.Waiting ? " (waiting list)" : "")}",
        { Answer.Reply: ForumReply.No } => "No",
        { Answer.Reply: ForumReply.Unsure } => "Not sure yet",
        { InvitedAt: null } when isInvited => "Invited before Notify",
        { InvitedAt: null } => "Not invited",
        _ => "Has not answered",
    };

    public string AttendanceOf(RecordedAttendance? attendance) => attendance switch
    {
        null => "",
        { Attended: false } => "No",
        { Persons: { } persons } => $"Yes, {persons}",
        _ => "Yes",
    };

    public string NotReached(string names) => $"Not reached: {names}. Ring and invite them, and correct the address in the register.";

    public string WhoCame => "Who came?";

    public string WhoCameHow => "Tick the schools that came, and write how many people if you know. The others invited are noted as absent. You can change it later.";

    public string OtherSchools => "Did a school come that was not invited?";

    public string Persons => "People";

    public string PersonsFrom(string school) => $"People from {school}";

    public string SaveAttendance => "Save attendance";

    public string AttendanceNotice(AttendanceNotice notice) => notice switch
    {
        Forums.AttendanceNotice.Recorded => "The attendance is saved.",
        Forums.AttendanceNotice.Refused => "The number of people is a whole number from 1 to 10,000, or left empty. Nothing has been saved.",
        _ => "Attendance can be recorded when the forum has begun, and not when it was cancelled. Nothing has been saved.",
    };

    public string MailsAboutForum => "Mail about the forum";

    public string Ratio(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);
}
