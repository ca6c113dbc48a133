using System.Collections.Concurrent;
using Scriban.Syntax;

namespace Notify.Core.Templates.Wording;

/// <summary>
/// Says everything that is wrong with a wording, before it is put in place and again whenever this program is another. It asks no more than
/// that a reader gets what ours gives: with whatever values ours can be written, the other can, and says what is needed.
/// </summary>
public sealed class WordingCheck(BuiltInTemplates builtIn, TimeProvider clock)
{
    /// <summary>The most faults that are told at once.</summary>
    public const int MostFaults = 20;

    /// <summary>The most characters of the text part with sample values.</summary>
    private const int MaxMail = 60_000;

    /// <summary>How long trying it out may take in all; our own texts take a tenth.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Kind, string Language), IReadOnlyList<WordingVariant>> _variants = new();

    /// <summary>The faults, by line; none: it may be used.</summary>
    /// <param name="text">As <see cref="WordingText.Normal"/> gives it.</param>
    /// <exception cref="KeyNotFoundException">There is no such kind or language.</exception>
    public IReadOnlyList<WordingFault> FaultsIn(string kind, string language, string text)
    {
        var ours = builtIn.Of(kind, language);
        var faults = WordingText.FaultsIn(text).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(FaultsInLiquid(kind, language, text));
        }

        if (faults.Count == 0)
        {
            faults.AddRange(FaultsInMails(ours, MailTemplate.Parse(kind, language, ours.Source with { Text = text })));
        }

        return [.. faults.Distinct().OrderBy(f => f.Line ?? int.MaxValue).Take(MostFaults)];
    }

    private List<WordingFault> FaultsInLiquid(string kind, string language, string text)
    {
        var (values, links) = builtIn.Sample(kind, language);
        var (subject, body) = MailTemplate.Split(text)!.Value;
        return [.. Part(subject, 1), .. Part(body, FirstLineOfBody(text))];

        IEnumerable<WordingFault> Part(string source, int firstLine)
        {
            var (template, errors) = StrictTemplate.Read(source, "");
            return template is not null
                ? NamedValues.FaultsIn(template.Page, ValueShape.Of(values, links), firstLine)
                : errors.Select(e => new WordingFault(WordingRule.Liquid, e.Span.Start.Line < 0 ? null : firstLine + e.Span.Start.Line, Reason: e.Message));
        }
    }

    private IEnumerable<WordingFault> FaultsInMails(MailTemplate ours, MailTemplate own)
    {
        var (sample, links) = builtIn.Sample(ours.Kind, ours.Language);
        var began = clock.GetTimestamp();
        foreach (var variant in _variants.GetOrAdd((ours.Kind, ours.Language), _ => WordingVariant.Of(ours, sample, links)))
        {
            var faults = FaultsInMail(own, variant, links).ToList();
            foreach (var fault in faults)
            {
                yield return fault;
            }

            // What fails with the sample fails with the rest.
            if (faults.Count > 0 && (variant.Name.Length == 0 || faults.Any(f => f.Rule is WordingRule.Bounds)))
            {
                yield break;
            }

            if (clock.GetElapsedTime(began) > Patience)
            {
                yield return new(WordingRule.Bounds);
                yield break;
            }
        }
    }

    private static IEnumerable<WordingFault> FaultsInMail(MailTemplate own, WordingVariant variant, IReadOnlyDictionary<string, Uri> links)
    {
        RenderedMail mail;
        try
        {
            mail = own.Render(variant.Values, links);
        }
        catch (TemplateException e)
        {
            return [FaultOf(e, own.Source.Text, variant)];
        }

        var needed = WordingNeeds.Unsaid(own.Kind, own.Language, variant.Values, variant.Ours).ToHashSet();
        return
        [
            .. mail.Text.Length > MaxMail ? [new WordingFault(WordingRule.Bounds)] : Array.Empty<WordingFault>(),
            .. mail.Subject.Length == 0 ? [new WordingFault(WordingRule.Subject, 1, variant.Name)] : Array.Empty<WordingFault>(),
            .. WordingNeeds.Unsaid(own.Kind, own.Language, variant.Values, mail).Where(n => !needed.Contains(n))
                .Select(n => new WordingFault(WordingRule.Needed, null, n.Name, Reason: variant.Name)).DistinctBy(f => f.Detail),
            .. links.Where(l => Carries(variant.Ours, l.Value) && !Carries(mail, l.Value)).Select(l => new WordingFault(WordingRule.Link, null, "links." + l.Key, Reason: variant.Name)),
        ];
    }

    /// <summary>Whether the link stands in the text part, where it is never broken, as a line of its own.</summary>
    private static bool Carries(RenderedMail mail, Uri link) => mail.Text.Split('\n').Any(line => line.Trim() == link.AbsoluteUri);

    private static WordingFault FaultOf(TemplateException failure, string text, WordingVariant variant) => failure.InnerException switch
    {
        MailFormException form => new(form.Rule, LineWith(text, form.Detail), form.Detail),
        // The parser's own place for it is that of the whole text.
        ScriptRuntimeException { InnerException: MailFormException form } => new(form.Rule, null, variant.Name, Reason: form.Message),
        ScriptRuntimeException { Span: var span } limit when limit.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) => new(WordingRule.Bounds, LineOf(text, span)),
        ScriptRuntimeException { Span: var span } script => new(WordingRule.Renders, LineOf(text, span), variant.Name, Reason: script.OriginalMessage),
        _ => new(WordingRule.Renders, null, variant.Name, Reason: failure.InnerException?.Message ?? failure.Message),
    };

    private static int LineOf(string text, Scriban.Parsing.SourceSpan span) =>
        span.Start.Line + (span.FileName == "body" ? FirstLineOfBody(text) : 1);

    private static int? LineWith(string text, string detail) =>
        detail.Length > 0 && text.IndexOf(detail, StringComparison.Ordinal) is >= 0 and var at ? WordingText.LineOf(text, at) : null;

    private static int FirstLineOfBody(string text) => WordingText.LineOf(text, text.IndexOf("\n\n", StringComparison.Ordinal) + 2);
}
