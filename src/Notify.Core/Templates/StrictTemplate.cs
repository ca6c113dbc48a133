using System.Globalization;
using Notify.Core.Templates.Wording;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Notify.Core.Templates;

/// <summary>A parsed Liquid source that escapes every value it inserts and stops at what it does not know.</summary>
internal sealed class StrictTemplate
{
    private const int MaxLoopSteps = 20_000;
    private const int MaxCharacters = 512 * 1024;
    private readonly Template template;

    private StrictTemplate(Template template) => this.template = template;

    /// <exception cref="FormatException">The source is not Liquid.</exception>
    public static StrictTemplate Parse(string source, string name)
    {
        var (template, errors) = Read(source, name);
        return template ?? throw new FormatException("does not parse: " + string.Join("; ", errors));
    }

    /// <summary>Parses, or tells what is wrong; lines count from 0, and one below is not known.</summary>
    public static (StrictTemplate? Template, IReadOnlyList<LogMessage> Errors) Read(string source, string name)
    {
        var template = Template.ParseLiquid(source, name);
        return template.HasErrors ? (null, template.Messages) : (new(template), []);
    }

    /// <summary>What it was parsed to.</summary>
    public ScriptPage Page => template.Page!;

    /// <summary>Renders in the context of a mail.</summary>
    /// <param name="model">The values; the template assigns to none of them.</param>
    /// <exception cref="FormatException">A value of the wrong form, or a text without end.</exception>
    /// <exception cref="Scriban.Syntax.ScriptRuntimeException">A value is missing, or a limit is passed.</exception>
    public string Render(Context context, ScriptObject model, Func<string, string> escape)
    {
        var text = context.Render(template, model, escape);

        // Scriban cuts what is too long and goes on; half a mail must not be sent.
        return text.Length >= MaxCharacters
            ? throw new MailFormException(WordingRule.Bounds, "", $"longer than {MaxCharacters} characters")
            : text;
    }

    /// <summary>What the templates of one mail are rendered in, one after the other: it is costly to make. Of no use after an error.</summary>
    internal sealed class Context : TemplateContext
    {
        private Func<string, string> escape = text => text;

        public Context(ScriptObject filters)
            : base(filters)
        {
            Language = ScriptLang.Liquid;
            IsLiquid = true;
            StrictVariables = true;
            EnableRelaxedMemberAccess = false;
            EnableRelaxedTargetAccess = false;
            EnableRelaxedIndexerAccess = false;
            AutoIndent = false;
            NewLine = "\n";
            LoopLimit = MaxLoopSteps;
            RecursiveLimit = 20;
            LimitToString = MaxCharacters;
        }

        /// <summary>What the template assigns is above the values, and gone when it is done.</summary>
        public string Render(Template template, ScriptObject model, Func<string, string> escape)
        {
            this.escape = escape;
            PushGlobal(model);
            PushGlobal(new ScriptObject());
            var text = template.Render(this);
            PopGlobal();
            PopGlobal();
            return text;
        }

        public override TemplateContext Write(SourceSpan span, object? textAsObject) => textAsObject switch
        {
            null => this,
            Markup markup => Write(markup.Source),
            string text => Write(escape(text)),
            Uri address => Write(escape(address.AbsoluteUri)),
            int or long => Write(string.Create(CultureInfo.InvariantCulture, $"{textAsObject}")),
            _ => throw new MailFormException(WordingRule.Renders, "", $"a {textAsObject.GetType().Name} stands where a text should"),
        };
    }
}
