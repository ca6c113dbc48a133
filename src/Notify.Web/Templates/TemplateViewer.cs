using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Notifications;

namespace Notify.Web.Templates;

/// <summary>Fills a text with invented or real values, for looking at. No link in it answers for anybody.</summary>
public sealed class TemplateViewer(
    BuiltInTemplates builtIn, MailWordings mails, MailPreview preview, NotificationSearch search, DistrictList districts, IRecordStore store, TimeProvider clock)
{
    /// <summary>In the query: an earlier text by its version, or <see cref="Ours"/>.</summary>
    public const string Version = "version";

    /// <summary>In the query: our text, although another is in use.</summary>
    public const string Ours = "ours";

    /// <summary>In the query: the id of the mail whose values are used.</summary>
    public const string Mail = "mail";

    private const int MostReal = 8;

    /// <summary>What the query asks to see; null: there is no such text or mail.</summary>
    public async Task<ShownMail?> ReadAsync(WordingState state, IQueryCollection query, CancellationToken ct)
    {
        var (kind, language) = (state.Ours.Kind, state.Ours.Language);
        var (version, mail) = (query[Version].ToString(), query[Mail].ToString());
        var earlier = state.History.Entries.FirstOrDefault(e => e.Version is not null && e.Version == version);
        var template = version switch
        {
            "" => state.InUse,
            Ours => state.Ours,
            _ => earlier is null ? null : await mails.FindAsync(kind, language, version, ct),
        };
        var real = mail.Length > 0 ? await FindAsync(kind, mail, ct) : null;
        return template is null || (mail.Length > 0 && real is null)
            ? null
            : new(template, earlier, real, Render(template, real ?? Sample(kind, language)), [(Version, version), (Mail, mail)]);
    }

    /// <summary>The text with invented values; null: they do not fit.</summary>
    public RenderedMail? Render(MailTemplate template) => Render(template, Sample(template.Kind, template.Language));

    /// <summary>The latest mails of the kind, whose values can be looked at, of as many districts as are shown at once.</summary>
    public async Task<IReadOnlyList<NotificationLine>> RealAsync(string kind, PortalUser user, CancellationToken ct)
    {
        var filter = new NotificationFilter(null, kind, null, "", null, null, 1);
        var choice = await districts.ChooseAsync(user, null, ct);
        var snapshots = await districts.SnapshotsAsync(choice with { Shown = [.. choice.All.Take(DistrictList.MostAtOnce).Select(d => d.Code)] }, ct);
        return (await search.ReadAsync(snapshots, filter, MostReal, ct)).Lines;
    }

    private RenderedMail? Render(MailTemplate template, Notification mail)
    {
        try
        {
            var rendered = template.Render(mail.Values, MailPreview.WithoutTokens(mail.Links));
            return rendered with { Html = preview.WithPictures(mail, rendered.Html) };
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    private async Task<Notification?> FindAsync(string kind, string id, CancellationToken ct) =>
        NotificationId.TryParse(id, out var parsed) && await NotificationRows.FindAsync(store, parsed, ct) is { Notification: var found } && found.Kind == kind ? found : null;

    /// <summary>A mail of the kind that never was.</summary>
    private Notification Sample(string kind, string language)
    {
        var (values, links) = builtIn.Sample(kind, language);
        var (district, reader, now) = (DistrictCode.Parse("EXEMPEL"), EmailAddress.Parse("rektor@skola.example"), clock.GetUtcNow());
        return new()
        {
            Id = NotificationId.Of(district, kind, "sample", 0, [reader], JsonDocument.Parse("{}").RootElement),
            Kind = kind,
            District = district,
            Subject = "sample",
            Sequence = 0,
            Recipients = [new(reader)],
            Language = language == "en" ? Language.English : Language.Swedish,
            Values = values,
            Links = links,
            CreatedAt = now,
            NotBefore = now,
            State = NotificationState.Planned,
            History = [],
        };
    }
}
