using System.Collections.Concurrent;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Templates;

namespace Notify.Testing.Delivery;

/// <summary>Renders every kind to its own name and values, but those it is told to fail at.</summary>
public sealed class FakeRenderer : IMailRenderer
{
    /// <summary>Kinds that lack a value.</summary>
    public ISet<string> Broken { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The wording in use.</summary>
    public string Wording { get; set; } = "first";

    /// <summary>The version of the wording in use.</summary>
    public string Version => VersionOf(Wording);

    /// <summary>The versions that can be written again.</summary>
    public ConcurrentDictionary<string, MailTemplate> Kept { get; } = new();

    /// <summary>The version of a wording.</summary>
    public static string VersionOf(string wording) => Source(wording).Version;

    /// <inheritdoc/>
    public Task<WrittenMail> RenderAsync(Notification notification, CancellationToken ct)
    {
        var (kind, language) = (notification.Kind, notification.Language.ToString());
        var isStamped = Kept.TryGetValue(notification.TemplateVersion ?? "", out var stamped);
        var template = stamped ?? MailTemplate.Parse(kind, language, Source(Wording));
        var values = notification.Values.GetRawText();
        return Task.FromResult(Broken.Contains(kind)
            ? new WrittenMail(template, null, new TemplateException(kind, language, "the value school_name is missing"))
            : new(template, new($"{kind} ({notification.Language.ToCode()})", values, $"<p>{values}</p>"), IsAsStamped: isStamped));
    }

    /// <inheritdoc/>
    public Task KeepAsync(Notification notification, WrittenMail mail, CancellationToken ct)
    {
        Kept[mail.Version!] = mail.Template!;
        return Task.CompletedTask;
    }

    private static MailSource Source(string wording) => new($"Subject: s\n\n{wording}", "", "");
}
