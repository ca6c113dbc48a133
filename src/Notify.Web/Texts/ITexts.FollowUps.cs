using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Time;
using Notify.Web.FollowUps;

namespace Notify.Web.Texts;

/// <summary>The words about follow-up: of the page on which people answer, and of the portal.</summary>
public partial interface ITexts
{
    // The page behind the link of a mail.
    string FollowUpIntro(string district, int statements);
    string FollowUpFor(IReadOnlyList<string> schools);
    string FollowUpUntil(string day);
    string FollowUpSavedAt(string moment, int done, int all);
    string FollowUpSavedStep(string choice);
    string ChoiceName(int choice, int last);
    string DontKnow { get; }
    string FollowUpSave { get; }
    string FollowUpHint { get; }
    string FollowUpNotOpen(FollowUpView view);

    /// <summary>What was done, or why not; empty when nothing was.</summary>
    string FollowUpNoticeText(FollowUpNotice notice, FollowUpView view);

    // The portal.
    string NavFollowUps { get; }
    string FollowUpsTitle { get; }
    string FollowUpsProofTitle { get; }
    string FollowUpsProof(FollowUpsProof proof);
    string FollowUpDistricts(int districts);
    string FollowUpStatusName(FollowUpStatus status);
    string FollowUpStatusHow(int days);
    string TermsTitle { get; }
    string NoTerms { get; }
    string TermName(SchoolTerm term);
    string TermLine(CityFigures city);
    string RoundsTitle { get; }
    string RoundTitle { get; }
    string NoRounds { get; }
    string RoundLine(RoundRow row);
    string NoGoal { get; }
    string NoGoalWhy { get; }
    string Goal { get; }
    string AboutRound { get; }
    string RoundStageName(RoundStage stage);
    string Opens { get; }
    string LastDay { get; }
    string Questionnaire { get; }
    string VersionOf(string version);
    string RepliesTitle { get; }
    string Replied(int answered, int asked);
    string IndexOf100 { get; }
    string ChangedSince(string change, string since);
    string ResultLater { get; }
    string TooFewAll { get; }
    string TooFewGroup { get; }
    string TooFewShort { get; }
    string NotCompared(IReadOnlyList<string> areas);
    string LeftOut(IReadOnlyList<string> areas);
    string RadarTitle { get; }
    string RadarAlternative(IReadOnlyList<string> areas);
    string RadarKey(bool isCompared);
    string AxesTitle { get; }
    string Area { get; }
    string Index { get; }
    string Change { get; }
    string Mean { get; }
    string MeanOf(string mean, int scale);
    string GroupsTitle { get; }
    string Group { get; }
    string GroupName(RespondentGroup group);
    string GroupsHow { get; }
    string AskedTitle { get; }
    string AnsweredTitle { get; }
    string ReplyRateTitle { get; }
    string StatementsTitle { get; }
    string StatementTitle { get; }
    string AnswerCount { get; }
    string MailsAboutRound { get; }
    string CityTitle(CityFigures city);
    string WholeCity { get; }
    string Weighted { get; }
    string Unweighted { get; }
    string WeightedHow { get; }
    string UnweightedHow { get; }
    string CityRests(int shown, int rounds);
    string CityGroupsHow { get; }
}
