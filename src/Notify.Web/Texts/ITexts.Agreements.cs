using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Web.Agreements;

namespace Notify.Web.Texts;

/// <summary>The words about agreements: of the page on which a steering group answers, and of the portal.</summary>
public partial interface ITexts
{
    // The page behind the link of a mail.
    string AnswerTitle { get; }
    string AnnexOf(string whole);
    string ReadAgreement { get; }
    string AgreementEnded { get; }
    string DueOn(string day);
    string DueOverdue(string day, int days);
    string DueExpected(string day);
    string DueRegistered(string day);
    string AnswerGiven(AgreementAnswer answer, string moment);
    string AnswerAgain { get; }
    string AnswerQuestion { get; }
    string ChooseUnchanged(string day);
    string ChooseRevised { get; }
    string NextRevision { get; }
    string ChooseUnderWay { get; }
    string ExpectedDone(string last);
    string WhoAnswers { get; }
    string ChooseMember { get; }
    string NoMember { get; }
    string OtherName { get; }
    string SendAnswer { get; }
    string AnswerHint { get; }
    string AnswerOvertaken(string by);
    string AnswerNotice(AnswerNotice notice);

    // The portal.
    string NavAgreements { get; }
    string AgreementsTitle { get; }
    string AgreementsProofTitle { get; }
    string AgreementsProof(AgreementsProof proof);
    string AgreementsCaption(int agreements);
    string NoAgreements { get; }
    string SearchAgreements { get; }
    string Agreement { get; }
    string RevisionDay { get; }
    string StageName(AgreementStage stage);
    string OverdueDays(int days);
    string AgreementFilter(AgreementFilterState state);
    string InConflict { get; }
    string TimelineTitle { get; }
    string TimelineAlternative(int agreements, string first, string last);
    string TimelineToday { get; }
    string TimelineLater(string day);

    /// <summary>When work that is late will be done.</summary>
    string TimelineExpected(string day);
    string TimelineMore(int shown, int all);
    string OverduePerMonth { get; }
    string OverduePerMonthHow { get; }
    string NoOverdue { get; }
    string Month { get; }
    string Days { get; }
    string ByRegister { get; }
    string ByAnswer { get; }
    string Counts { get; }
    string DoesNotCount { get; }
    string AnswerStandingText(AnswerStanding standing);
    string AnswersTitle { get; }
    string NoAnswers { get; }
    string AnswerLine(AgreementAnswer answer);
    string AboutAgreement { get; }
    string SignedOn { get; }
    string Interval { get; }
    string IntervalText(int? months);
    string SteeringGroup { get; }
    string Informed { get; }
    string OtherDistricts { get; }
    string Annexes { get; }
    string Reminders { get; }
    string RemindersText(string days);
    string Document { get; }
    string MailsAboutAgreement { get; }

    string AgreementChangesTitle { get; }

    string RowChangeName(RowChange change);

    string AgreementChangeLine(AgreementChange change);
}
