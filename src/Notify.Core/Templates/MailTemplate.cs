using System.Security.Cryptography;
using System.Text;
using Scriban.Runtime;

namespace Notify.Core.Templates;

/// <summary>One kind in one language, parsed.</summary>
internal sealed class MailTemplate
{
    private const string SubjectMark = "Subject: ";
    private readonly string language;
    private readonly ScriptObject filters;
    private readonly StrictTemplate subject;
    private readonly StrictTemplate body;
    private readonly StrictTemplate footer;
    private readonly StrictTemplate layout;

    /// <exception cref="FormatException">The source has no subject line, a part is missing, or it is not Liquid.</exception>
    public MailTemplate(TemplateSources sources, string path, string language)
    {
        this.language = language;
        filters = TemplateFilters.For(language);
        var source = sources.Whole(path);
        var footerSource = sources.Whole($"_footer.{language}.liquid");
        var layoutSource = sources.Whole("layout.html");
        var (head, rest) = Split(source);
        subject = StrictTemplate.Parse(head, path);
        body = StrictTemplate.Parse(rest, path);
        footer = StrictTemplate.Parse(footerSource, "footer");
        layout = StrictTemplate.Parse(layoutSource, "layout");
        Version = ShortHash(source + '\0' + footerSource + '\0' + layoutSource);
    }

    /// <summary>Twelve hexadecimal digits over all that shapes the text.</summary>
    public string Version { get; }

    /// <param name="model">Makes the values anew, for each template may assign to its own.</param>
    /// <param name="links">The addresses that the mail may link to.</param>
    public RenderedMail Render(Func<ScriptObject> model, IReadOnlySet<string> links)
    {
        var title = PlainLine.Fold(subject.Render(model(), filters, text => text));
        var content = MarkdownPart.Read(body.Render(model(), filters, Markup.EscapeMarkdown), links);
        var ending = MarkdownPart.Read(footer.Render(model(), filters, Markup.EscapeMarkdown), links);
        var text = $"{TextPart.Write(content)}\n---\n\n{TextPart.Write(ending)}";
        var html = layout.Render(
            new ScriptObject
            {
                ["language"] = language,
                ["subject"] = title,
                ["preheader"] = TextPart.FirstParagraph(content),
                ["content"] = new Markup(HtmlPart.Write(content, HtmlStyle.Content)),
                ["footer"] = new Markup(HtmlPart.Write(ending, HtmlStyle.Footer)),
            },
            filters,
            Markup.EscapeHtml);
        return new RenderedMail(title, text, html + "\n");
    }

    private static (string Subject, string Body) Split(string source)
    {
        var end = source.IndexOf("\n\n", StringComparison.Ordinal);
        return end > 0 && source.StartsWith(SubjectMark, StringComparison.Ordinal)
            ? (source[SubjectMark.Length..end], source[(end + 2)..])
            : throw new FormatException($"does not begin with '{SubjectMark}' and a blank line");
    }

    private static string ShortHash(string source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12];
}
