using System.Text.Json;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Notify.Core.Templates;

/// <summary>One kind in one language, parsed. Safe to share between threads.</summary>
public sealed class MailTemplate
{
    private const string SubjectMark = "Subject: ";
    private readonly ScriptObject _filters;
    private readonly StrictTemplate _subject;
    private readonly StrictTemplate _body;
    private readonly StrictTemplate _footer;
    private readonly StrictTemplate _layout;

    private MailTemplate(string kind, string language, MailSource source)
    {
        (Kind, Language, Source, Version) = (kind, language, source, source.Version);
        _filters = TemplateFilters.For(language);
        var (head, rest) = Split(source.Text) ?? throw new FormatException($"does not begin with '{SubjectMark}' and a blank line");
        _subject = StrictTemplate.Parse(head, "subject");
        _body = StrictTemplate.Parse(rest, "body");
        _footer = StrictTemplate.Parse(source.Footer, "footer");
        _layout = StrictTemplate.Parse(source.Layout, "layout");
    }

    /// <summary>The kind of mail.</summary>
    public string Kind { get; }

    /// <summary>The code of the language.</summary>
    public string Language { get; }

    /// <summary>What it was parsed from.</summary>
    public MailSource Source { get; }

    /// <summary>Identifies the source.</summary>
    public string Version { get; }

    /// <summary>Parses it.</summary>
    /// <exception cref="TemplateException">It has no subject line, or is not Liquid.</exception>
    public static MailTemplate Parse(string kind, string language, MailSource source) =>
        Guard(kind, language, () => new MailTemplate(kind, language, source));

    /// <summary>Renders strictly: a value that the template names and <paramref name="values"/> lacks is an error.</summary>
    /// <param name="values">Property names in <c>snake_case</c>.</param>
    /// <param name="links">The only source of links; absolute http or https addresses.</param>
    /// <exception cref="TemplateException">A value is missing or of the wrong form, or the text has no end.</exception>
    public RenderedMail Render(JsonElement values, IReadOnlyDictionary<string, Uri> links)
    {
        var addresses = links.Values.Where(link => link.IsAbsoluteUri).Select(link => link.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        return Guard(Kind, Language, () => Render(TemplateModel.Of(values, links), addresses));
    }

    /// <summary>The subject line without its mark, and what stands after the blank line; null when there are no such two.</summary>
    internal static (string Subject, string Body)? Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end > 0 && text.StartsWith(SubjectMark, StringComparison.Ordinal) ? (text[SubjectMark.Length..end], text[(end + 2)..]) : null;
    }

    /// <param name="links">The addresses that the mail may link to.</param>
    private RenderedMail Render(ScriptObject model, HashSet<string> links)
    {
        var context = new StrictTemplate.Context(_filters);
        var title = PlainLine.Fold(_subject.Render(context, model, text => text));
        var content = MarkdownPart.Read(_body.Render(context, model, Markup.EscapeMarkdown), links);
        var ending = MarkdownPart.Read(_footer.Render(context, model, Markup.EscapeMarkdown), links);
        var text = $"{TextPart.Write(content)}\n---\n\n{TextPart.Write(ending)}";
        var html = _layout.Render(
            context,
            new ScriptObject
            {
                ["language"] = Language,
                ["subject"] = title,
                ["preheader"] = TextPart.FirstParagraph(content),
                ["content"] = new Markup(HtmlPart.Write(content, HtmlStyle.Content)),
                ["footer"] = new Markup(HtmlPart.Write(ending, HtmlStyle.Footer)),
            },
            Markup.EscapeHtml);
        return new RenderedMail(title, text, html + "\n");
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
}
