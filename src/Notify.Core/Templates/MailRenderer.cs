using System.Text.Json;
using Scriban.Syntax;

namespace Notify.Core.Templates;

/// <summary>Renders the mails from Liquid over Markdown. Safe to share between threads; parses each template once.</summary>
public sealed class MailRenderer : IMailRenderer
{
    private readonly Dictionary<(string Kind, string Language), MailTemplate> templates = [];

    /// <summary>The templates that are built in.</summary>
    public MailRenderer()
        : this(TemplateSources.Embedded())
    {
    }

    /// <summary>Templates from elsewhere.</summary>
    /// <param name="sources">
    /// Liquid and HTML by path: <c>folder/kind.language.liquid</c>, parts as <c>folder/_part.language.liquid</c>, and at
    /// the root <c>layout.html</c> and <c>_footer.language.liquid</c>.
    /// </param>
    /// <exception cref="TemplateException">A source does not parse, or a part is missing.</exception>
    public MailRenderer(IReadOnlyDictionary<string, string> sources)
    {
        var all = new TemplateSources(sources);
        foreach (var (kind, language, path) in all.Templates())
        {
            templates.Add((kind, language), Guard(kind, language, () => new MailTemplate(all, path, language)));
        }

        Kinds = [.. templates.Keys.Select(key => key.Kind).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Kinds { get; }

    /// <inheritdoc />
    public string VersionOf(string kind, string language) => Find(kind, language).Version;

    /// <inheritdoc />
    public RenderedMail Render(string kind, string language, JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        var template = Find(kind, language);
        return Guard(kind, language, () =>
        {
            var addresses = links.Values.Where(link => link.IsAbsoluteUri).Select(link => link.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
            return template.Render(() => TemplateModel.Of(values, links), addresses);
        });
    }

    /// <inheritdoc />
    public (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language)
    {
        Find(kind, language);
        return MailSamples.Of(kind, language);
    }

    private static T Guard<T>(string kind, string language, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception reason) when (reason is ScriptRuntimeException or FormatException)
        {
            throw new TemplateException(kind, language, reason.Message, reason);
        }
    }

    private MailTemplate Find(string kind, string language) =>
        templates.TryGetValue((kind, language), out var template)
            ? template
            : throw new KeyNotFoundException($"No template {kind}.{language}");
}
