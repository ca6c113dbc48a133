using System.Text.Json;

namespace Notify.Core.Templates;

/// <summary>The texts that are built into this program: Liquid over Markdown, one of each kind and language. Safe to share between threads.</summary>
public sealed class BuiltInTemplates
{
    private readonly Dictionary<(string Kind, string Language), MailTemplate> _templates = [];

    /// <summary>Parses them.</summary>
    public BuiltInTemplates()
        : this(TemplateSources.Embedded())
    {
    }

    /// <summary>Texts from elsewhere: another version of this program.</summary>
    /// <param name="sources">
    /// Liquid and HTML by path: <c>folder/kind.language.liquid</c>, parts as <c>folder/_part.language.liquid</c>, and at
    /// the root <c>layout.html</c> and <c>_footer.language.liquid</c>.
    /// </param>
    /// <exception cref="TemplateException">A source does not parse, or a part is missing.</exception>
    public BuiltInTemplates(IReadOnlyDictionary<string, string> sources)
    {
        var all = new TemplateSources(sources);
        foreach (var (kind, language, path) in all.Templates())
        {
            _templates.Add((kind, language), MailTemplate.Parse(kind, language, SourceOf(all, kind, language, path)));
        }

        Kinds = [.. _templates.Keys.Select(key => key.Kind).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every kind, in ordinal order.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>The template.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that kind and language.</exception>
    public MailTemplate Of(string kind, string language) =>
        Find(kind, language) ?? throw new KeyNotFoundException($"No template {kind}.{language}");

    /// <summary>The template; null when there is none.</summary>
    public MailTemplate? Find(string kind, string language) => _templates.GetValueOrDefault((kind, language));

    /// <summary>Invented values and links with which the kind can be previewed: only the links that its mails have.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind or language.</exception>
    public (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language) =>
        MailSamples.Of(kind, language, Of(kind, language).Source.Text);

    private static MailSource SourceOf(TemplateSources all, string kind, string language, string path)
    {
        try
        {
            return new(all.Whole(path), all.Whole($"_footer.{language}.liquid"), all.Whole("layout.html"));
        }
        catch (FormatException reason)
        {
            throw new TemplateException(kind, language, reason.Message, reason);
        }
    }
}
