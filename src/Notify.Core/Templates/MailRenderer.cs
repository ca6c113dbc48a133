using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Scriban.Syntax;

namespace Notify.Core.Templates;

/// <summary>Renders mails from templates of Liquid over Markdown: HTML and text from one source and one syntax tree.</summary>
public sealed class MailRenderer : IMailRenderer
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly ConcurrentDictionary<(string Kind, string Language), MailTemplate> _parsed = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = TemplateSource.Kinds;

    /// <inheritdoc/>
    public string VersionOf(string kind, string language) => Of(kind, language).Version;

    /// <inheritdoc/>
    public RenderedMail Render(string kind, string language, JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        var template = Of(kind, language);
        try
        {
            var (subject, body, footer) = (
                template.RenderSubject(values), Tree(template.RenderBody(values, links)), Tree(template.RenderFooter(values)));
            var text = $"{PlainText.Of(body)}\n\n-- \n{PlainText.Of(footer)}\n";
            return new(subject, text, Page(language, subject, body, footer));
        }
        catch (Exception e) when (e is ScriptRuntimeException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new TemplateException(kind, language, e.Message, e);
        }
    }

    /// <inheritdoc/>
    public (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language) =>
        (SampleValues.Of(kind, language), SampleValues.Links);

    private MailTemplate Of(string kind, string language) => _parsed.GetOrAdd((kind, language), k => MailTemplate.Parse(k.Kind, k.Language));

    private static MarkdownDocument Tree(string markdown) => Markdig.Markdown.Parse(markdown, Markdown);

    private static string Page(string language, string subject, MarkdownDocument body, MarkdownDocument footer) => TemplateSource.Layout
        .Replace("{{language}}", language, StringComparison.Ordinal)
        .Replace("{{title}}", WebUtility.HtmlEncode(subject), StringComparison.Ordinal)
        .Replace("{{preheader}}", WebUtility.HtmlEncode(PlainText.FirstSentence(body)), StringComparison.Ordinal)
        .Replace("{{body}}", MailHtml.Of(body, Markdown), StringComparison.Ordinal)
        .Replace("{{footer}}", MailHtml.Of(footer, Markdown), StringComparison.Ordinal);
}
