using System.Text.Json;
using Notify.Core.Templates;

namespace Notify.Testing.Delivery;

/// <summary>Renders every kind to its own name and values, but those it is told to fail at.</summary>
public sealed class FakeRenderer : IMailRenderer
{
    /// <summary>Kinds that lack a value.</summary>
    public ISet<string> Broken { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The version of every template.</summary>
    public string Version { get; set; } = "v1";

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds => [];

    /// <inheritdoc/>
    public string VersionOf(string kind, string language) => Version;

    /// <inheritdoc/>
    public RenderedMail Render(string kind, string language, JsonElement values, IReadOnlyDictionary<string, Uri> links) =>
        Broken.Contains(kind)
            ? throw new TemplateException(kind, language, "the value school_name is missing")
            : new($"{kind} ({language})", values.GetRawText(), $"<p>{values.GetRawText()}</p>");

    /// <inheritdoc/>
    public (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language) =>
        (JsonDocument.Parse("{}").RootElement, new Dictionary<string, Uri>());
}
