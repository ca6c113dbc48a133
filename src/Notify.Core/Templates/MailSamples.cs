using System.Text.Json;
using Notify.Core.Accounts;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Digest;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Materials;
using Notify.Core.Proposals;
using Notify.Core.Sources;

namespace Notify.Core.Templates;

/// <summary>Invented values for every kind. A capability adds its own with one line.</summary>
internal static class MailSamples
{
    private static readonly Dictionary<string, Func<string, JsonElement>> Values = new(StringComparer.Ordinal)
    {
        ["agreement-conflict"] = language => MailValues.Of(AgreementMailSamples.Conflict(language)),
        ["agreement-escalated"] = language => MailValues.Of(AgreementMailSamples.Escalated(language)),
        ["agreement-overdue"] = language => MailValues.Of(AgreementMailSamples.Overdue(language)),
        ["agreement-reminder"] = language => MailValues.Of(AgreementMailSamples.Ahead(language)),
        ["agreement-review"] = language => MailValues.Of(AgreementMailSamples.Review(language)),
        ["agreement-revised"] = language => MailValues.Of(AgreementMailSamples.Revised(language)),
        ["contact-assigned"] = language => MailValues.Of(ContactMailSamples.Assigned(language)),
        ["contact-changed"] = language => MailValues.Of(ContactMailSamples.Changed(language)),
        [AccountsRun.Kind] = _ => MailValues.Of(AccountMailSample.Of()),
        ["contact-fallback"] = language => MailValues.Of(ContactMailSamples.Fallback(language)),
        ["contact-introduced"] = language => MailValues.Of(ContactMailSamples.Introduced(language)),
        ["contact-missing"] = _ => MailValues.Of(ContactMailSamples.Missing()),
        ["contact-receipt-reminder"] = language => MailValues.Of(ContactMailSamples.ReceiptReminder(language)),
        [DigestJob.Kind] = _ => MailValues.Of(DigestSample.Of()),
        ["delivery-problem"] = language => MailValues.Of(DeliveryProblemSample.Of(language)),
        ["followup-open"] = language => MailValues.Of(FollowUpMailSamples.Open(language)),
        ["followup-reminder"] = language => MailValues.Of(FollowUpMailSamples.Reminder(language)),
        ["followup-result"] = language => MailValues.Of(FollowUpMailSamples.Result(language)),
        ["forum-attendees"] = language => MailValues.Of(ForumMailSamples.Attendees(language)),
        ["forum-cancelled"] = language => MailValues.Of(ForumMailSamples.Plain(language)),
        ["forum-changed"] = language => MailValues.Of(ForumMailSamples.Changed(language)),
        ["forum-invitation"] = language => MailValues.Of(ForumMailSamples.Plain(language)),
        ["forum-reminder"] = language => MailValues.Of(ForumMailSamples.Reminder(language)),
        ["forum-waitlist"] = language => MailValues.Of(ForumMailSamples.Waiting(language)),
        ["forum-withdrawn"] = language => MailValues.Of(ForumMailSamples.Plain(language)),
        ["import-refused"] = language => MailValues.Of(SourceMailSamples.Refused(language)),
        ["mass-change-held"] = _ => MailValues.Of(SourceMailSamples.Held()),
        [ProposalMails.Kind] = _ => MailValues.Of(ProposalSample.Of()),
        ["material-published"] = language => MailValues.Of(MaterialMailSamples.Published(language)),
        ["material-reminder"] = language => MailValues.Of(MaterialMailSamples.Reminder(language)),
    };

    private static readonly Dictionary<string, Uri> Links = new(StringComparer.Ordinal)
    {
        ["document_1"] = new("https://stad.example/alvsjo/overenskommelse"),
        ["material_1"] = new("https://stad.example/stodmaterial"),
        ["material_2"] = new("https://stad.example/overgangar"),
        ["unchanged_1"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-13TzLrB9yPq?answer=unchanged"),
        ["revised_1"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-13TzLrB9yPq?answer=revised"),
        ["under_way_1"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-13TzLrB9yPq?answer=under-way"),
        ["unchanged_2"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-23TzLrB9yPq?answer=unchanged"),
        ["revised_2"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-23TzLrB9yPq?answer=revised"),
        ["under_way_2"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_agreement-23TzLrB9yPq?answer=under-way"),
        ["yes"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_forum-3TzLrB9yPq?answer=yes"),
        ["no"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_forum-3TzLrB9yPq?answer=no"),
        ["unsure"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_forum-3TzLrB9yPq?answer=unsure"),
        ["answer"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_followup-3TzLrB9yPq"),
        ["portal"] = new("https://notify.example/contacts"),
        ["receipt"] = new("https://notify.example/r/CfDJ8Kx2mV0exempel7Qw_receipt-3TzLrB9yPq"),
    };

    /// <summary>The values, and those of the links that the text, or one of the values, names.</summary>
    /// <param name="text">The kind's text that is built in.</param>
    /// <exception cref="KeyNotFoundException">No sample of that kind.</exception>
    public static (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Of(string kind, string language, string text)
    {
        var sample = Values.TryGetValue(kind, out var values) ? values(language) : throw new KeyNotFoundException($"No sample of {kind}");
        var json = sample.GetRawText();
        return (sample, Links
            .Where(l => text.Contains("links." + l.Key, StringComparison.Ordinal) || json.Contains($"\"{l.Key}\"", StringComparison.Ordinal))
            .ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal));
    }
}
