using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Notify.Core.Store;
using Scriban;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>One parsed template: the subject, the body and the footer of its language.</summary>
internal sealed class MailTemplate
{
    private const string SubjectMark = "Subject: ";
    private const int VersionLength = 10;

    private readonly Template _subject;
    private readonly Template _body;
    private readonly Template _footer;
    private readonly string _language;

    private MailTemplate(string language, string version, Template subject, Template body, Template footer)
    {
        (_language, Version, _subject, _body, _footer) = (language, version, subject, body, footer);
    }

    /// <summary>See <see cref="IMailRenderer.VersionOf"/>.</summary>
    public string Version { get; }

    /// <summary>Parses the template of a kind and language.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    /// <exception cref="TemplateException">It is not well formed.</exception>
    public static MailTemplate Parse(string kind, string language)
    {
        var (source, footer) = (TemplateSource.Of(kind, language), TemplateSource.Of("footer", language));
        return Parse(kind, language, source, footer);
    }

    /// <summary>Parses sources.</summary>
    /// <inheritdoc cref="Parse(string, string)" path="/exception"/>
    public static MailTemplate Parse(string kind, string language, string source, string footer)
    {
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !source.StartsWith(SubjectMark, StringComparison.Ordinal))
        {
            throw new TemplateException(kind, language, $"the first line must begin with '{SubjectMark}'");
        }

        var hash = RecordKey.Base32(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{footer}\n{TemplateSource.Layout}")));
        return new(
            language, hash[..VersionLength],
            ParsePart(kind, language, source[SubjectMark.Length..end]), ParsePart(kind, language, source[end..]), ParsePart(kind, language, footer));
    }

    /// <summary>The subject: one line, no markup.</summary>
    public string RenderSubject(JsonElement values) => MarkdownText.OneLine(Render(_subject, values, null, isMarkdown: false));

    /// <summary>The body as Markdown, every value escaped.</summary>
    public string RenderBody(JsonElement values, IReadOnlyDictionary<string, Uri> links) => Render(_body, values, links, isMarkdown: true);

    /// <summary>The footer as Markdown, every value escaped.</summary>
    public string RenderFooter(JsonElement values) => Render(_footer, values, null, isMarkdown: true);

    private static Template ParsePart(string kind, string language, string source)
    {
        var template = Template.ParseLiquid(source);
        return template.HasErrors ? throw new TemplateException(kind, language, string.Join(" ", template.Messages)) : template;
    }

    private string Render(Template template, JsonElement values, IReadOnlyDictionary<string, Uri>? links, bool isMarkdown)
    {
        var globals = (ScriptObject)TemplateValues.Of(values)!;
        globals.SetValue("links", TemplateValues.Of(links ?? new Dictionary<string, Uri>()), readOnly: true);
        globals.Import(new TemplateFilters(_language).Functions);
        var context = new MailTemplateContext(isMarkdown);
        context.PushGlobal(globals);
        return template.Render(context);
    }
}
