using System.Globalization;
using System.Text.Json;
using Notify.Core.Contacts;
using Notify.Core.FollowUps.Results;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;

namespace Notify.Core.FollowUps;

/// <summary>Puts what was decided into the values and links of a mail.</summary>
public static class FollowUpMails
{
    /// <summary>The mail that invites or reminds one who is asked.</summary>
    /// <param name="sequence">How many times the watch has had something to say.</param>
    public static NotificationDraft Call(RespondentState respondent, PlannedCall call, RoundState round, long sequence, FollowUpSituation situation)
    {
        var district = situation.District;
        var values = new FollowUpCallMail(
            Sender(district),
            call.Title,
            Date(call.Closes),
            round.Questionnaire.Statements.Count,
            [.. respondent.Hats.Select(h => h.School).OfType<string>()],
            round.Goal ?? "");
        return new(
            call.Step is null ? FollowUpKinds.Open : FollowUpKinds.Reminder,
            district.Code,
            FollowUpsKeys.Subject(round.Id),
            sequence,
            call.To,
            district.Language,
            JsonSerializer.SerializeToElement(values, MailValuesJson.Default.FollowUpCallMail),
            situation.Calendar.NextOpen(situation.Now),
            Links: [new DraftLink.Reply("answer", LinkPurpose.FollowUp, FollowUpsKeys.Reply(round.Id, respondent.Address), 1)]);
    }

    /// <summary>The mail that tells what came out of a round: to coordinator and steering group together, with a copy to the director.</summary>
    /// <param name="earlier">What it is compared with; null: nothing.</param>
    public static NotificationDraft Result(
        RoundState round, RoundState? earlier, IEnumerable<SteeringGroupMember> groups, long sequence, FollowUpSituation situation)
    {
        var district = situation.District;
        return new(
            FollowUpKinds.Result,
            district.Code,
            FollowUpsKeys.Subject(round.Id),
            sequence,
            [district.CoordinatorEmail, .. groups.Where(m => m.District == district.Code).Select(m => m.MemberEmail).Distinct().Where(a => a != district.CoordinatorEmail)],
            district.Language,
            JsonSerializer.SerializeToElement(ValuesOf(round, earlier, district), MailValuesJson.Default.FollowUpResultMail),
            situation.Calendar.NextOpen(situation.Now),
            Copies: district.DirectorEmail is { } director ? [director] : null);
    }

    private static FollowUpResultMail ValuesOf(RoundState round, RoundState? earlier, District district)
    {
        var (language, figures) = (district.Language, Figures.Of(round.Questionnaire, round.Result!));
        var comparison = earlier is null ? null : Comparison.Of(figures, Figures.Of(earlier.Questionnaire, earlier.Result!));
        var isCompared = comparison is { Axes.Count: > 0 };
        return new(
            Sender(district),
            round.Title,
            Date(round.Closes),
            figures.Asked,
            figures.Answered!.Value,
            figures.ReplyRate is { } rate ? FigureText.Percent(rate, language) : "",
            figures.Index is { } index ? FigureText.Of(index, language) : "",
            comparison?.Change is { } change ? FigureText.Change(change, language) : "",
            isCompared ? earlier!.Title : "",
            round.Goal ?? "",
            [.. figures.Axes.Select(a => Axis(a, comparison?.Axes.FirstOrDefault(c => c.Name.Axis == a.Axis), language))],
            isCompared ? [.. comparison!.OnlyNow.Concat(comparison.OnlyBefore).Select(n => n.In(language))] : [],
            [.. round.Result!.Groups.Select(g => Group(round, g, language))]);
    }

    private static MailAxis Axis(AxisFigure axis, AxisChange? change, Language language) => new(
        new AxisName(axis.Axis, axis.AxisEn).In(language),
        FigureText.Of(axis.Index, language),
        change is null ? "" : FigureText.Change(change.Change, language),
        Tenths(axis.Index),
        change is null ? -1 : Tenths(change.Before));

    private static MailGroup Group(RoundState round, GroupCount count, Language language) => new(
        count.Group.ToCode(),
        count.Asked,
        count.Answered?.ToString(CultureInfo.InvariantCulture) ?? "",
        Figures.Of(round.Questionnaire, round.Result!, count.Group).Index is { } index ? FigureText.Of(index, language) : "");

    private static int Tenths(decimal index) => (int)(FigureText.Rounded(index) * 10);

    private static MailDistrict Sender(District district) => new(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString());

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
