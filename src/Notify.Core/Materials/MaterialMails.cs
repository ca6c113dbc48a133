using System.Globalization;
using System.Text.Json;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Materials;

/// <summary>Puts what was decided into the values and links of a mail.</summary>
public static class MaterialMails
{
    /// <summary>The mail of a digest.</summary>
    /// <param name="sequence">How many times the watch has committed what it decided.</param>
    public static NotificationDraft Draft(MaterialDigest digest, IReadOnlyList<Material> published, long sequence, MaterialSituation situation)
    {
        var isReminder = digest.Kind == MaterialKinds.Reminder;
        var notBefore = situation.Calendar.NextOpen(isReminder ? situation.Now : situation.Now + situation.Options.SettleTime);
        var subject = MaterialsKeys.Subject([.. digest.Items.Select(i => i.State.Recipient)]);
        var links = new List<DraftLink> { new DraftLink.Reply("receipt", LinkPurpose.Material, subject, sequence) };
        return new(
            digest.Kind,
            situation.District.Code,
            subject,
            sequence,
            [.. digest.Items.SelectMany(i => i.Saying.To).Distinct()],
            situation.District.Language,
            JsonSerializer.SerializeToElement(ValuesOf(digest, published, links, isReminder ? null : notBefore, situation), MailValuesJson.Default.MaterialsMail),
            notBefore,
            IsDigest: true,
            Links: links);
    }

    private static MaterialsMail ValuesOf(
        MaterialDigest digest, IReadOnlyList<Material> published, List<DraftLink> links, DateTimeOffset? leaves, MaterialSituation situation)
    {
        var (district, first) = (situation.District, digest.Items[0]);
        var said = first.Saying.Items.Select(i => i.Version).ToHashSet();
        return new(
            new MailDistrict(district.Name, (district.ReplyTo ?? district.CoordinatorEmail).ToString()),
            [.. digest.Items.Select(i => i.Reader.Name)],
            first.Reader.Role == RecipientRole.School,
            first.Saying.IsWelcome,
            [.. published.Where(m => said.Contains(VersionName.Of(m))).Select((m, i) => Item(m, $"material_{i + 1}", links))],
            leaves is { } at ? Date(situation.Calendar.OnOrBefore(StockholmTime.DateOf(situation.ReminderDue(at)).AddDays(-1))) : "");
    }

    private static MailMaterial Item(Material material, string link, List<DraftLink> links)
    {
        links.Add(new DraftLink.Outside(link, material.Url));
        return new(material.Title, material.Version, material.Summary ?? "", link);
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
