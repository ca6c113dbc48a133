using Scriban;
using Scriban.Parsing;

namespace Notify.Core.Templates;

/// <summary>Markdown that our own filters made, to be inserted as it is.</summary>
internal sealed record Markup(string Text);

/// <summary>Renders strictly and within limits, without files, and escapes every value on its way into the Markdown.</summary>
internal sealed class MailTemplateContext : LiquidTemplateContext
{
    private const int MaxLoops = 5_000;
    private const int MaxCharacters = 500_000;
    private const int MaxDepth = 20;

    private readonly bool _isMarkdown;

    public MailTemplateContext(bool isMarkdown)
    {
        _isMarkdown = isMarkdown;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = MaxLoops;
        LimitToString = MaxCharacters;
        RecursiveLimit = MaxDepth;
        ObjectRecursionLimit = MaxDepth;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null)
        {
            Write(textAsObject is Markup markup ? markup.Text : Escaped(ObjectToString(textAsObject) ?? ""));
        }

        return this;
    }

    private string Escaped(string text) => _isMarkdown ? MarkdownText.Escape(text) : text;
}
