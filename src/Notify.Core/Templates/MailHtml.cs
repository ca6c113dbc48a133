using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notify.Core.Templates;

/// <summary>The HTML of a syntax tree. A link that is to be a button becomes a table cell, the one thing that every mail program pads.</summary>
internal static class MailHtml
{
    /// <summary>The title that marks a link as a button; templates make it by the filter <c>button</c> only.</summary>
    public const string ButtonTitle = "button";

    /// <summary>The HTML of the document.</summary>
    public static string Of(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new ButtonRenderer());
        renderer.Render(document);
        return writer.ToString().Trim();
    }

    private sealed class ButtonRenderer : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            if (obj.Inline is { FirstChild: LinkInline { Title: ButtonTitle, Url: { } url, FirstChild: LiteralInline } link, LastChild: LinkInline })
            {
                var text = string.Concat(link.OfType<LiteralInline>().Select(l => l.Content.ToString()));
                renderer.EnsureLine();
                renderer.Write("<table role=\"presentation\" class=\"button\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:8px 0 24px;\"><tr>")
                    .Write("<td style=\"padding:12px 22px;\"><a style=\"font-weight:600;text-decoration:none;\" href=\"")
                    .Write(WebUtility.HtmlEncode(url)).Write("\">").Write(WebUtility.HtmlEncode(text)).WriteLine("</a></td></tr></table>");
                return;
            }

            base.Write(renderer, obj);
        }
    }
}
