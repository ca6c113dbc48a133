using Notify.Core.Agreements;
using Notify.Core.Register;
using Notify.Web.Agreements;
using Notify.Web.Layout;

namespace Notify.Web.Texts;

/// <summary>English about agreements.</summary>
public sealed partial class EnglishTexts
{
    public string AnswerTitle => "How is the agreement coming along?";
    public string AnnexOf(string whole) => $"Annex to {whole}.";
    public string ReadAgreement => "Read the agreement";
    public string AgreementEnded => "The agreement has ended. There is nothing left to answer.";
    public string DueOn(string day) => $"To be revised by {day}.";
    public string DueOverdue(string day, int days) => days == 1 ? $"Should have been revised by {day}, yesterday." : $"Should have been revised by {day}, {days} days ago.";
    public string DueExpected(string day) => $"Expected to be done by {day}.";
    public string DueRegistered(string day) => $"The register still says {day}.";

    public string AnswerGiven(AgreementAnswer answer, string moment) => answer.Kind switch
    {
        AnswerKind.Unchanged => $"{answer.By} answered {moment}: reviewed, nothing changes. Next revision {Moments.Show(answer.Day)}.",
        AnswerKind.Revised => $"{answer.By} answered {moment}: revised. Next revision {Moments.Show(answer.Day)}.",
        _ => $"{answer.By} answered {moment}: the work is under way and expected to be done {Moments.Show(answer.Day)}.",
    };

    public string AnswerAgain => "Have you decided otherwise? Change the answer here.";
    public string AnswerQuestion => "What have you decided?";
    public string ChooseUnchanged(string day) => $"We have gone through it and nothing changes. The next revision will be {day}.";
    public string ChooseRevised => "It is revised.";
    public string NextRevision => "Next revision";
    public string ChooseUnderWay => "The work is under way.";
    public string ExpectedDone(string last) => $"When do you expect to be done? {last} at the latest.";
    public string WhoAnswers => "Who answers?";
    public string ChooseMember => "Member of the steering group";
    public string NoMember => "Choose, or write the name below";
    public string OtherName => "Name, if you are not on the list";
    public string SendAnswer => "Send the answer";
    public string AnswerHint => "No login is needed. We keep who answered, what and when, and if the day changes we tell those who were reminded. It is enough that one of you answers.";
    public string AnswerOvertaken(string by) => $"{by} answered while you had the page open, and that answer counts. Look at it first. Have you decided otherwise? Then send your answer once more.";

    public string AnswerNotice(AnswerNotice notice) => notice switch
    {
        Agreements.AnswerNotice.Recorded => "Thank you! The answer counts from now on.",
        Agreements.AnswerNotice.AlreadySaid => "Thank you! One of you has already answered that, so everything is done.",
        Agreements.AnswerNotice.Overtaken => "The revision day was changed while you had the page open. Nothing has been saved. Look at what holds now and send the answer once more.",
        Agreements.AnswerNotice.NoAnswer => "Choose one of the three answers. Nothing has been saved.",
        Agreements.AnswerNotice.NoName => "Choose who you are in the list, or write your name (2 to 100 characters). Nothing has been saved.",
        _ => "Give a day that lies ahead, and not further than the page allows. Nothing has been saved.",
    };

    public string NavAgreements => "Agreements";
    public string AgreementsTitle => "Agreements";
    public string AgreementsProofTitle => "Are the agreements revised on time?";

    public string AgreementsProof(AgreementsProof proof) => proof.Overdue == 0
        ? $"{proof.InForce} in force. None is overdue."
        : proof.Overdue == 1 ? $"{proof.InForce} in force. 1 of them is overdue, by {OverdueDays(proof.OverdueDays)}."
        : $"{proof.InForce} in force. {proof.Overdue} of them are overdue, together by {OverdueDays(proof.OverdueDays)}.";

    public string AgreementsCaption(int agreements) => agreements == 1 ? "1 agreement" : $"{agreements} agreements";
    public string NoAgreements => "No agreement matches what you are looking for.";
    public string SearchAgreements => "Title or steering group";
    public string Agreement => "Agreement";
    public string RevisionDay => "Revision day";

    public string StageName(AgreementStage stage) => stage switch
    {
        AgreementStage.InTime => "On time",
        AgreementStage.Soon => "Due soon",
        AgreementStage.UnderWay => "Under way",
        AgreementStage.Overdue => "Overdue",
        _ => "Ended",
    };

    public string OverdueDays(int days) => days == 1 ? "1 day" : $"{days} days";
    public string AgreementFilter(AgreementFilterState state) =>
        state == AgreementFilterState.Conflict ? InConflict : StageName(Enum.Parse<AgreementStage>(state.ToString()));

    public string InConflict => "The register and the answer differ";
    public string TimelineTitle => "The coming 18 months";

    public string TimelineAlternative(int agreements, string first, string last) =>
        $"Timeline from {first} to {last} with {AgreementsCaption(agreements)}. Each row shows the revision day and the state in words. The same is in the table below.";

    public string TimelineToday => "Today";
    public string TimelineExpected(string day) => $"expected {day}";
    public string TimelineLater(string day) => $"Later: {day}";
    public string TimelineMore(int shown, int all) => $"The picture shows the {shown} that are to be revised first of {all}. Choose a district to see more.";
    public string OverduePerMonth => "Days overdue per month";
    public string OverduePerMonthHow => "An agreement that is overdue for a whole month gives as many days as the month has. Days are counted from when Notify knew the revision day. That the work is under way does not stop the count.";
    public string NoOverdue => "No days overdue in the last twelve months.";
    public string Month => "Month";
    public string Days => "Days";
    public string ByRegister => "By the register";
    public string ByAnswer => "By the steering group's answer";
    public string Counts => "counts";
    public string DoesNotCount => "does not count";

    public string AnswerStandingText(AnswerStanding standing) => standing switch
    {
        AnswerStanding.Counts => "The answer counts until the register says the same. Put the day into the register when convenient.",
        AnswerStanding.Agreed => "The register and the answer say the same.",
        AnswerStanding.Overtaken => "The register was given a later day than the answer, and that day counts.",
        _ => "The register was given an earlier day than the one that the steering group answered. The answer counts. Find out which day is right and correct the register.",
    };

    public string AnswersTitle => "Answers from the steering group";
    public string NoAnswers => "Nobody has answered yet.";

    public string AnswerLine(AgreementAnswer answer) => answer.Kind switch
    {
        AnswerKind.Unchanged => $"Reviewed, nothing changes. Next revision {Moments.Show(answer.Day)}.",
        AnswerKind.Revised => $"Revised. Next revision {Moments.Show(answer.Day)}.",
        _ => $"Under way, expected to be done {Moments.Show(answer.Day)}.",
    };

    public string AboutAgreement => "About the agreement";
    public string SignedOn => "Signed";
    public string Interval => "Revised";
    public string IntervalText(int? months) => months is { } every ? (every == 12 ? "every year" : $"every {every} months") : "as needed, with a check every year";
    public string SteeringGroup => "Steering group";
    public string Informed => "Informed";
    public string OtherDistricts => "Also binds";
    public string Annexes => "Annexes";
    public string Reminders => "Reminders";
    public string RemindersText(string days) => $"{days} days before";
    public string Document => "Document";
    public string MailsAboutAgreement => "Mails about the agreement";

    public string AgreementChangesTitle => "In the register";

    public string RowChangeName(RowChange change) => change switch
    {
        RowChange.Added => "Came in",
        RowChange.Changed => "Changed",
        _ => "Removed",
    };

    public string AgreementChangeLine(AgreementChange change) =>
        $"{change.Agreement.Title}{(change.Agreement.NextRevision is { } day ? $", to be revised {Moments.Show(day)}" : "")}, from {change.Source}";
}
