using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Forums;

namespace Notify.Web.Texts;

/// <summary>The words about forums on the portal.</summary>
public partial interface ITexts
{
    string NavForums { get; }
    string ForumsTitle { get; }
    string ForumsProofTitle { get; }
    string ForumsProof(Participation participation);
    string ForumKindWord { get; }
    string ForumKindName(ForumKind kind);
    string ForumStageName(ForumStage stage);
    string Term { get; }
    string ParityTitle { get; }
    string ParityHow { get; }
    string AllDistricts { get; }
    string NoForumHeld { get; }
    string ParityCaption { get; }
    string ParityWord { get; }
    string ParityLine(ParityRow row);

    /// <summary>The parity with two decimals, or why there is none.</summary>
    string ParityFigure(double? parity);
    string ForumsHeld { get; }
    string HeldOf(int held, int forums);
    string CameOf(HeldParticipation held);
    string OtherProviders { get; }
    string MissingForumsTitle { get; }
    string MissingForums(MissingForums missing);
    string NoForums { get; }
    string ForumsCaption(int forums);
    string Forum { get; }
    string WhenAndWhere { get; }
    string Answers { get; }
    string AnswersOf(IReadOnlyCollection<InviteeState> invitees);
    string SeatsOf(int capacity);
    string ForumLeftRegister { get; }
    string Invited { get; }
    string Answer { get; }
    string Message { get; }
    string Came { get; }
    string GroupMember { get; }

    /// <param name="isInvited">Also when that was before the watch began.</param>
    string AnswerOf(InviteeState invitee, bool isInvited);
    string AttendanceOf(RecordedAttendance? attendance);
    string NotReached(string names);
    string WhoCame { get; }
    string WhoCameHow { get; }
    string OtherSchools { get; }
    string Persons { get; }
    string PersonsFrom(string school);
    string SaveAttendance { get; }
    string AttendanceNotice(AttendanceNotice notice);
    string MailsAboutForum { get; }
}
