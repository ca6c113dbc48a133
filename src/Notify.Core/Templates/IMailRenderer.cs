using System.Text.Json;

namespace Notify.Core.Templates;

/// <summary>A mail's content, as a recipient reads it.</summary>
/// <param name="Subject">One line, no markup.</param>
/// <param name="Text">The plain text part.</param>
/// <param name="Html">A whole HTML document.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);

/// <summary>Turns a kind, a language and values into a mail.</summary>
public interface IMailRenderer
{
    /// <summary>Every kind that has a template, in ordinal order.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Identifies the template's source (and its layout): changes when, and only when, the text does.</summary>
    /// <exception cref="KeyNotFoundException">No template of that kind and language.</exception>
    string VersionOf(string kind, string language);

    /// <summary>Renders strictly: a value that the template names and <paramref name="values"/> lacks is an error.</summary>
    /// <param name="values">Property names in <c>snake_case</c>.</param>
    /// <param name="links">The only source of links; absolute http or https addresses.</param>
    /// <exception cref="KeyNotFoundException">No template of that kind and language.</exception>
    /// <exception cref="TemplateException">A value is missing or of the wrong form.</exception>
    RenderedMail Render(string kind, string language, JsonElement values, IReadOnlyDictionary<string, Uri> links);

    /// <summary>Invented values and links with which the kind can be previewed.</summary>
    (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language);
}
