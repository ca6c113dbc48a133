namespace Notify.Core.Templates;

/// <summary>A template could not be rendered with the values it was given.</summary>
public sealed class TemplateException(string kind, string language, string reason, Exception? inner = null)
    : Exception($"Template {kind}.{language}: {reason}", inner)
{
    /// <summary>The kind of the template.</summary>
    public string Kind { get; } = kind;

    /// <summary>The language of the template.</summary>
    public string Language { get; } = language;
}
