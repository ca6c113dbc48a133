using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Notify.Core.Templates;

/// <summary>The plain text of a syntax tree. Nothing is wrapped: an address that is broken over two lines cannot be used.</summary>
internal static class PlainText
{
    /// <summary>The whole document.</summary>
    public static string Of(MarkdownDocument document) => string.Join("\n\n", document.Select(OfBlock).Where(b => b.Length > 0));

    /// <summary>The first paragraph that is longer than a greeting, for the line that mail programs show beside the subject.</summary>
    public static string FirstSentence(MarkdownDocument document) =>
        document.Select(OfBlock).FirstOrDefault(b => b.Length > 20) ?? "";

    private static string OfBlock(Block block) => block switch
    {
        ListBlock list => string.Join("\n", list.Select(i => "- " + OfBlock(i).ReplaceLineEndings("\n  "))),
        ContainerBlock container => string.Join("\n", container.Select(OfBlock)),
        LeafBlock { Inline: { } inline } => OfInlines(inline),
        _ => "",
    };

    private static string OfInlines(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => "\n",
                CodeInline code => code.Content,
                LinkInline { Title: MailHtml.ButtonTitle } button => $"{OfInlines(button)}:\n{button.Url}",
                ContainerInline container => OfInlines(container),
                _ => "",
            });
        }

        return text.ToString();
    }
}
