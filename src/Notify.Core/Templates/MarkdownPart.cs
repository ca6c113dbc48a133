using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Notify.Core.Templates.Wording;

namespace Notify.Core.Templates;

/// <summary>Reads a rendered template into the one tree from which both parts of the mail are written.</summary>
internal static partial class MarkdownPart
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <exception cref="FormatException">A link that is not among those the mail was given, or a picture from elsewhere or without words.</exception>
    public static MarkdownDocument Read(string markdown, IReadOnlySet<string> links)
    {
        var document = Parse(markdown);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage ? !IsOwnPicture(link) : !(links.Contains(link.Url ?? "") || IsContact(link)))
            {
                throw new MailFormException(WordingRule.ForeignLink, link.Url ?? "", $"links to '{link.Url}', which is not among the mail's links");
            }
        }

        return document;
    }

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException e)
        {
            // That is how Markdig says that lists and quotes stand too deep in one another.
            throw new MailFormException(WordingRule.Bounds, "", e.Message);
        }
    }

    /// <summary>Whether the link is to a mail address or a telephone.</summary>
    public static bool IsContact(LinkInline link) =>
        link.Url is { } url && (url.StartsWith("mailto:", StringComparison.Ordinal) || url.StartsWith("tel:", StringComparison.Ordinal));

    /// <summary>Whether it is a picture that travels in the mail (RFC 2392) and is described in words. No value can become one: every mark in it is escaped.</summary>
    private static bool IsOwnPicture(LinkInline link) =>
        link.Url is { } url && OwnPicture().IsMatch(url) && link.FirstChild is not null;

    [GeneratedRegex(@"\Acid:[a-z]+@notify\z")]
    private static partial Regex OwnPicture();

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }
}
