using System.Globalization;
using System.Text.Json;
using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Agreements;

/// <summary>Puts what was decided into the values and links of a mail.</summary>
public static class AgreementMails
{
    /// <summary>The mail of a digest.</summary>
    /// <param name="sequence">How many times the watch has had something to say.</param>
    public static NotificationDraft Draft(AgreementDigest digest, long sequence, AgreementSituation situation)
    {
        var (district, links) = (situation.District, new List<DraftLink>());
        var sender = new MailDistrict(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString());
        var agreements = digest.Items.Select((item, i) => Item(item, i + 1, links, situation.Options)).ToList();
        var values = digest.Topic == SayingTopic.Review
            ? JsonSerializer.SerializeToElement(new(sender, agreements, MaterialsOf(digest, links)), MailValuesJson.Default.AgreementReviewMail)
            : JsonSerializer.SerializeToElement(new(sender, agreements), MailValuesJson.Default.AgreementsMail);
        return new(
            KindOf(digest, situation.Options),
            district.Code,
            digest.Items is [var only] ? AgreementsKeys.Subject(only.State.Id) : AgreementsKeys.Subject(district.Code),
            sequence,
            digest.To,
            district.Language,
            values,
            situation.Calendar.NextOpen(situation.Now),
            IsDigest: true,
            Copies: digest.Copies,
            Links: links);
    }

    private static string KindOf(AgreementDigest digest, AgreementsOptions options) => digest.Topic switch
    {
        SayingTopic.Revised => AgreementKinds.Revised,
        SayingTopic.Review => AgreementKinds.Review,
        SayingTopic.Conflict => AgreementKinds.Conflict,
        _ => StageOf(digest.Items[0].Saying, options) switch
        {
            "escalated" => AgreementKinds.Escalated,
            "overdue" => AgreementKinds.Overdue,
            _ => AgreementKinds.Reminder,
        },
    };

    private static string StageOf(Saying saying, AgreementsOptions options) =>
        saying.Topic != SayingTopic.Step ? "none"
        : saying.Step >= options.EscalateAfter ? "escalated"
        : saying.Step > 0 ? "overdue" : "ahead";

    private static MailAgreement Item(AgreementNews news, int number, List<DraftLink> links, AgreementsOptions options)
    {
        var (state, agreement) = (news.State, news.Facts.Agreement);
        var standing = Standing.Of(agreement, state);
        var asks = news.Saying.Topic is SayingTopic.Step or SayingTopic.Review;
        var answer = standing.Answer is AnswerStanding.Counts or AnswerStanding.Conflict ? state.Answer : null;
        return new(
            agreement.Id,
            agreement.Title,
            news.Facts.Whole ?? "",
            news.Facts.Members[0].Name,
            StageOf(news.Saying, options),
            Date(standing.Counts),
            Date(standing.Registered),
            agreement.Status == AgreementStatus.UnderRevision || answer?.Kind == AnswerKind.UnderWay,
            state.Sequence,
            agreement.Url is { } url ? Added(links, new DraftLink.Outside($"document_{number}", url)) : "",
            Reply("unchanged"),
            Reply("revised"),
            Reply("under-way"),
            WordOf(answer?.Kind),
            answer?.By ?? "",
            answer is null ? "" : Date(StockholmTime.DateOf(answer.At)))
        {
            EntryOf = state.EntryOf?.ToString(),
        };

        string Reply(string kind) => !asks ? "" : Added(links, new DraftLink.Reply(
            $"{kind.Replace('-', '_')}_{number}", LinkPurpose.Agreement, AgreementsKeys.Subject(agreement.Id), state.Sequence, kind));
    }

    private static IReadOnlyList<MailMaterial> MaterialsOf(AgreementDigest digest, List<DraftLink> links)
    {
        var keys = digest.Items.SelectMany(i => i.Saying.Materials).ToHashSet(StringComparer.Ordinal);
        return [.. digest.Items[0].Facts.Materials.Where(m => keys.Contains(AgreementFacts.KeyOf(m))).Select((m, i) =>
            new MailMaterial(m.Title, m.Version, m.Summary ?? "", Added(links, new DraftLink.Outside($"material_{i + 1}", m.Url))))];
    }

    private static string WordOf(AnswerKind? kind) => kind switch
    {
        AnswerKind.Unchanged => "unchanged",
        AnswerKind.Revised => "revised",
        AnswerKind.UnderWay => "under-way",
        _ => "",
    };

    private static string Added(List<DraftLink> links, DraftLink link)
    {
        links.Add(link);
        return link.Name;
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
