using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notify.Core.Templates;

/// <summary>Writes the HTML of a part: tables and inline styles, because Outlook knows little else.</summary>
internal sealed class HtmlPart
{
    private const string Frame = "<table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"";

    // A part of a mail is some 3,000 characters.
    private const int LikelyLength = 4096;

    private readonly StringBuilder html = new(LikelyLength);
    private readonly HtmlStyle style;

    private HtmlPart(HtmlStyle style) => this.style = style;

    public static string Write(MarkdownDocument document, HtmlStyle style)
    {
        var part = new HtmlPart(style);
        part.Blocks(document);
        return part.html.ToString().TrimEnd('\n');
    }

    private void Raw(string markup) => html.Append(markup);

    private void Blocks(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            WriteBlock(block);
        }
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Element($"h{heading.Level}", "text", HtmlStyle.Heading, heading.Inline);
                break;
            case ParagraphBlock { Inline: { } inlines } when inlines.FirstChild is LinkInline { IsImage: false } link && link == inlines.LastChild && !MarkdownPart.IsContact(link):
                Button(link);
                break;
            case ParagraphBlock { Parent: QuoteBlock or ListItemBlock } inner:
                Inlines(inner.Inline);
                Raw("\n");
                break;
            case ParagraphBlock paragraph:
                Element("p", style.TextClass, $"{style.Text};margin:0 0 16px 0", paragraph.Inline);
                break;
            case ListBlock list:
                List(list);
                break;
            case QuoteBlock card:
                Card(card);
                break;
            case Table figures:
                Figures(figures);
                break;
            default:
                throw MailFormException.NoForm(block.GetType());
        }
    }

    private void Element(string name, string className, string css, ContainerInline? inlines)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{name} class=\"{className}\" style=\"{css}\">");
        Inlines(inlines);
        html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }

    private void List(ListBlock list)
    {
        var name = list.IsOrdered ? "ol" : "ul";
        html.Append(CultureInfo.InvariantCulture, $"<{name} class=\"{style.TextClass}\" style=\"{style.Text};margin:0 0 16px 0;padding:0 0 0 24px\">\n");
        foreach (var item in list.Cast<ListItemBlock>())
        {
            Raw("<li style=\"margin:0 0 8px 0\">");
            Blocks(item);
            html.Length--;
            Raw("</li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }

    private void Card(QuoteBlock card)
    {
        html.Append(CultureInfo.InvariantCulture, $"{Frame} width=\"100%\" style=\"margin:0 0 12px 0\"><tr><td class=\"card\" style=\"{HtmlStyle.Card}\">\n");
        Blocks(card);
        Raw("</td></tr></table>\n");
    }

    /// <summary>A table of figures: the first row and the first column say what the others are, to a screen reader too.</summary>
    private void Figures(Table figures)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"{style.TextClass}\" style=\"{style.Text};{HtmlStyle.Figures}\">\n");
        foreach (var row in figures.Cast<TableRow>())
        {
            Raw("<tr>");
            foreach (var (place, cell) in row.Cast<TableCell>().Index())
            {
                var (name, scope) = row.IsHeader ? ("th", " scope=\"col\"") : place == 0 ? ("th", " scope=\"row\"") : ("td", "");
                html.Append(CultureInfo.InvariantCulture, $"<{name}{scope} align=\"{(place == 0 ? "left" : "right")}\" style=\"{(row.IsHeader ? HtmlStyle.FigureHead : HtmlStyle.Figure)}\">");
                Inlines((cell.LastChild as ParagraphBlock)?.Inline);
                html.Append(CultureInfo.InvariantCulture, $"</{name}>");
            }

            Raw("</tr>\n");
        }

        Raw("</table>\n");
    }

    /// <summary>A cell that is a button in Outlook too, which pads cells but not links.</summary>
    private void Button(LinkInline link)
    {
        html.Append(CultureInfo.InvariantCulture, $"{Frame} style=\"margin:8px 0 24px 0\"><tr><td class=\"button\" bgcolor=\"#0b4f8a\" style=\"{HtmlStyle.Button}\">");
        Anchor(link, "button-text", HtmlStyle.ButtonText);
        Raw("</td></tr></table>\n");
    }

    private void Inlines(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
        {
            WriteInline(inline);
        }
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Raw(Markup.EscapeHtml(literal.Content.ToString()));
                break;
            case HtmlEntityInline entity:
                Raw(Markup.EscapeHtml(entity.Transcoded.ToString()));
                break;
            case LineBreakInline line:
                Raw(line.IsHard ? "<br>\n" : " ");
                break;
            case LinkInline { IsImage: true } picture:
                html.Append(CultureInfo.InvariantCulture, $"<img src=\"{Markup.EscapeHtml(picture.Url!)}\" alt=\"{Markup.EscapeHtml(TextPart.InlineText(picture))}\" width=\"520\" style=\"{HtmlStyle.Picture}\">");
                break;
            case LinkInline link:
                var unbroken = link.Url!.StartsWith("tel:", StringComparison.Ordinal) ? ";white-space:nowrap" : "";
                Anchor(link, style.LinkClass, style.Link + unbroken);
                break;
            case EmphasisInline emphasis:
                var name = emphasis.DelimiterCount == 2 ? "strong" : "em";
                html.Append(CultureInfo.InvariantCulture, $"<{name}>");
                Inlines(emphasis);
                html.Append(CultureInfo.InvariantCulture, $"</{name}>");
                break;
            default:
                throw MailFormException.NoForm(inline.GetType());
        }
    }

    private void Anchor(LinkInline link, string className, string css)
    {
        html.Append(CultureInfo.InvariantCulture, $"<a class=\"{className}\" href=\"{Markup.EscapeHtml(link.Url!)}\" style=\"{css}\">");
        Inlines(link);
        Raw("</a>");
    }
}
