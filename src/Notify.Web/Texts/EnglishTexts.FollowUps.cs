using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Web.FollowUps;
using Notify.Web.Layout;

namespace Notify.Web.Texts;

/// <summary>The words about follow-up in English.</summary>
public sealed partial class EnglishTexts
{
    public string FollowUpIntro(string district, int statements) =>
        $"How does the cooperation between schools and social services work in {district}? Say how far these {statements} statements are true, as you see it.";

    public string FollowUpFor(IReadOnlyList<string> schools) => $"You answer for {Listed(schools)}.";
    public string FollowUpUntil(string day) => $"You can answer, and change your answers, up to and including {day}. You need not answer everything at once.";
    public string FollowUpSavedAt(string moment, int done, int all) => $"Saved {moment}: {done} of {all} statements.";
    public string FollowUpSavedStep(string choice) => $"Saved answer: {choice}";

    public string ChoiceName(int choice, int last) => choice == 1 ? "1 – not true at all" : choice == last ? $"{last} – wholly true" : $"{choice}";

    public string DontKnow => "Do not know, or not relevant";
    public string FollowUpSave => "Save the answers";
    public string FollowUpHint => "No login is needed. Answers are only shown together with those of others, and groups with fewer than five answers are never shown by themselves. A statement that you skip does not count.";

    public string FollowUpNotOpen(FollowUpView view) => view.IsAhead
        ? $"The survey has not opened yet. It opens on {Moments.Show(view.Round.Opens)}."
        : view.Answer is null
            ? $"The survey is closed. The last day was {Moments.Show(view.Round.Closes)}."
            : $"The survey is closed. The last day was {Moments.Show(view.Round.Closes)}. Thank you for your answer, it is part of the result.";

    public string FollowUpNoticeText(FollowUpNotice notice, FollowUpView view) => notice switch
    {
        FollowUpNotice.None => "",
        FollowUpNotice.Saved when view.IsWhole => "Thank you! All your answers are saved.",
        FollowUpNotice.Saved => $"The answers are saved. {view.Round.Questionnaire.Statements.Count - view.Done} statements are unanswered: please answer them too.",
        FollowUpNotice.Changed => "The questions were changed while you had the page open. We have saved your answers to the statements that are still there. Go through the page and save once more.",
        FollowUpNotice.Overtaken => "Somebody else saved answers with the same link while you had the page open. Your answers are not saved yet. They are filled in below, with the saved answers beside them. Save if yours are to count.",
        FollowUpNotice.Empty => "Answer at least one statement. Nothing has been saved.",
        _ => $"The answers are not saved. {FollowUpNotOpen(view)}",
    };

    public string NavFollowUps => "Follow-up";
    public string FollowUpsTitle => "Follow-up";
    public string FollowUpsProofTitle => "Is the cooperation followed up?";

    public string FollowUpsProof(FollowUpsProof proof) =>
        (proof.Asked == 0 ? "No survey has opened yet." : $"{proof.Answered} of {proof.Asked} have answered in the latest surveys.")
        + (proof.Index is { } index ? $" The city's index is {FigureText.Of(index, Language.English)} of 100." : "")
        + (proof.WithoutGoal > 0 ? $" {(proof.WithoutGoal == 1 ? "1 survey has" : $"{proof.WithoutGoal} surveys have")} no goal." : "");

    public string FollowUpDistricts(int districts) => districts == 1 ? "1 district" : $"{districts} districts";

    public string FollowUpStatusName(FollowUpStatus status) => status switch
    {
        FollowUpStatus.Used => "In use",
        FollowUpStatus.Waiting => "Waiting",
        FollowUpStatus.Abandoned => "Given up",
        _ => "Not known",
    };

    public string FollowUpStatusHow(int days) =>
        $"In use: somebody has answered in a survey that is open or closed at most {days} days ago. Waiting: not so, but a survey is open or to come. Given up: there have been surveys, but none is open or to come. Not known: there is none.";

    public string TermsTitle => "The whole city";
    public string NoTerms => "No survey has closed yet.";
    public string TermName(SchoolTerm term) => $"{(term.IsAutumn ? "Autumn" : "Spring")} {term.Year}";

    public string TermLine(CityFigures city) =>
        $"({city.Questionnaire}): {Replied(city.Answered, city.Asked)}{(city.Weighted is { } index ? $" Index {FigureText.Of(index, Language.English)}." : "")}";

    public string RoundsTitle => "Surveys";
    public string RoundTitle => "Survey";
    public string NoRounds => "None";

    public string RoundLine(RoundRow row) => row.Round.Stage switch
    {
        RoundStage.Coming => $"opens {Moments.Show(row.Round.Opens)}",
        RoundStage.Missed => $"closed {Moments.Show(row.Round.Closes)}, nobody was asked",
        RoundStage.Open => $"open up to and including {Moments.Show(row.Round.Closes)}, {Share(row)}",
        _ => $"closed {Moments.Show(row.Round.Closes)}, {Share(row)}{(row.Figures?.Index is { } index ? $", index {FigureText.Of(index, Language.English)}" : "")}",
    };

    public string NoGoal => "No goal";
    public string NoGoalWhy => "It is hard to make anything of a follow-up without a goal. Write the goal in the register.";
    public string Goal => "Goal";
    public string AboutRound => "About the survey";

    public string RoundStageName(RoundStage stage) => stage switch
    {
        RoundStage.Coming => "To come",
        RoundStage.Open => "Open",
        RoundStage.Closed => "Closed",
        RoundStage.Missed => "Closed before Notify could ask anybody",
        _ => "Removed",
    };

    public string Opens => "Opens";
    public string LastDay => "Last day";
    public string Questionnaire => "Questions";
    public string VersionOf(string version) => $"version {version}";
    public string RepliesTitle => "Answers and index";
    public string Replied(int answered, int asked) => $"{answered} of {asked} answered.";
    public string IndexOf100 => "index, on a scale from 0 to 100.";
    public string ChangedSince(string change, string since) => $"{change} since {since}.";
    public string ResultLater => "The result is worked out on the morning after the last day. Until then only how many have answered is shown.";
    public string TooFewAll => "Fewer than five answered. No results are shown then, as they might tell who answered what.";
    public string TooFewGroup => "too few answers to be shown by themselves";
    public string TooFewShort => "fewer than five answers";
    public string NotCompared(IReadOnlyList<string> areas) => $"The questions are not the same as last time. The comparison covers only the areas that both have. These cannot be compared: {Listed(areas)}.";
    public string LeftOut(IReadOnlyList<string> areas) => $"The districts have used different versions of the questions. The city's figures cover only the areas that all have. These are left out: {Listed(areas)}.";
    public string RadarTitle => "Radar";
    public string RadarAlternative(IReadOnlyList<string> areas) => $"Radar chart, 0 in the middle and 100 outermost. Index: {string.Join("; ", areas)}. The same figures are in the table.";
    public string RadarKey(bool isCompared) => isCompared ? "Filled shape: now. Rings: last time. 0 is in the middle and 100 outermost." : "0 is in the middle and 100 outermost.";
    public string AxesTitle => "Area by area";
    public string Area => "Area";
    public string Index => "Index";
    public string Change => "Change";
    public string Mean => "Mean";
    public string MeanOf(string mean, int scale) => $"{mean} of {scale}";
    public string GroupsTitle => "Group by group";
    public string Group => "Group";

    public string GroupName(RespondentGroup group) => group switch
    {
        RespondentGroup.Municipal => "Municipal schools",
        RespondentGroup.Independent => "Independent schools",
        RespondentGroup.State => "State schools",
        RespondentGroup.Region => "Schools of the region",
        RespondentGroup.Contacts => "Contacts in the social services",
        _ => "The steering group",
    };

    public string GroupsHow => "Somebody who belongs to several groups is counted in each of them, but only once in the whole. A group with fewer than five answers is not shown by itself, nor is a group that would give such a one away.";
    public string AskedTitle => "Asked";
    public string AnsweredTitle => "Answered";
    public string ReplyRateTitle => "Share";
    public string StatementsTitle => "Statement by statement";
    public string StatementTitle => "Statement";
    public string AnswerCount => "Answers";
    public string MailsAboutRound => "Mails about the survey";
    public string CityTitle(CityFigures city) => $"The whole city, {TermName(city.Term).ToLowerInvariant()}: {city.Questionnaire}";
    public string WholeCity => "Answers and index";
    public string Weighted => "Index, by answer";
    public string Unweighted => "Index, by district";
    public string WeightedHow => "index when every answer weighs the same.";
    public string UnweightedHow => "index when every district weighs the same.";
    public string CityRests(int shown, int rounds) => $"The index rests on {shown} of {rounds} surveys that have closed.{(shown < rounds ? " The others have fewer than five answers." : "")}";
    public string CityGroupsHow => "A group is put together over the surveys in which it can be shown.";

    private static string Share(RoundRow row) => $"{row.Answered} of {row.Asked} have answered";

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
