using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notify.Core.Templates;

/// <summary>Writes the plain text part. Lines are never wrapped, so no address, number or link is broken.</summary>
internal static class TextPart
{
    private const string Indent = "  ";

    /// <summary>The whole part, ending in a line feed.</summary>
    public static string Write(MarkdownDocument document) => string.Join("\n\n", document.Select(BlockText)) + "\n";

    /// <summary>The first paragraph on one line: what an inbox shows beside the subject.</summary>
    public static string FirstParagraph(MarkdownDocument document) =>
        document.OfType<ParagraphBlock>().FirstOrDefault() is { } first ? PlainLine.Fold(InlineText(first.Inline)) : "";

    private static string BlockText(Block block) => block switch
    {
        HeadingBlock heading => HeadingText(heading),
        ParagraphBlock paragraph => ParagraphText(paragraph),
        ListBlock list => ListText(list),
        Table figures => FiguresText(figures),
        QuoteBlock quote => Indent + Children(quote, "\n\n").Replace("\n", "\n" + Indent, StringComparison.Ordinal),
        _ => throw MailFormException.NoForm(block.GetType()),
    };

    private static string Children(ContainerBlock block, string between) => string.Join(between, block.Select(BlockText));

    private static string HeadingText(HeadingBlock heading)
    {
        var text = InlineText(heading.Inline);
        return $"{text}\n{new string('-', text.Length)}";
    }

    /// <summary>The words, then the address of each link on a line of its own.</summary>
    private static string ParagraphText(ParagraphBlock paragraph)
    {
        var text = new StringBuilder(InlineText(paragraph.Inline));
        foreach (var link in (paragraph.Inline ?? []).Descendants<LinkInline>().Where(link => !link.IsImage && !MarkdownPart.IsContact(link)))
        {
            text.Append(link.PreviousSibling is null ? ":\n" : "\n").Append(link.Url);
        }

        return text.ToString();
    }

    /// <summary>A line for each row, every figure with the name of its column: columns of text fall apart in letters of uneven width.</summary>
    private static string FiguresText(Table figures)
    {
        var rows = figures.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => InlineText((cell.LastChild as ParagraphBlock)?.Inline)).ToList()).ToList();
        return string.Join("\n", rows.Skip(1).Select(row =>
            $"- {row[0]}: " + string.Join(", ", row.Skip(1).Select((figure, place) => $"{rows[0][place + 1].ToLowerInvariant()} {figure}"))));
    }

    private static string ListText(ListBlock list)
    {
        var number = 0;
        return string.Join(list.IsLoose ? "\n\n" : "\n", list.Cast<ListItemBlock>().Select(item =>
        {
            number++;
            var mark = list.IsOrdered ? $"{number}. " : "- ";
            return mark + Children(item, "\n").Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
        }));
    }

    internal static string InlineText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline line => line.IsHard ? "\n" : " ",
                ContainerInline container => InlineText(container),
                _ => throw MailFormException.NoForm(inline.GetType()),
            });
        }

        return text.ToString();
    }
}
