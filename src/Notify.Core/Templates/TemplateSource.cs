using System.Reflection;

namespace Notify.Core.Templates;

/// <summary>The embedded sources: one file per kind and language, a footer per language, and the layout.</summary>
internal static class TemplateSource
{
    private const string Extension = ".liquid";
    private static readonly Assembly Assembly = typeof(TemplateSource).Assembly;

    private static readonly Dictionary<string, string> Resources = Assembly.GetManifestResourceNames()
        .Where(n => n.Contains(".Templates.", StringComparison.Ordinal))
        .ToDictionary(NameOf, n => n, StringComparer.Ordinal);

    /// <summary>Every kind that has a template in Swedish, in ordinal order.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        .. Resources.Keys.Where(n => n.EndsWith(".sv" + Extension, StringComparison.Ordinal))
            .Select(n => n[..^(".sv" + Extension).Length]).Where(n => n != "footer").Order(StringComparer.Ordinal),
    ];

    /// <summary>The HTML around every mail.</summary>
    public static string Layout { get; } = Read("layout.html");

    /// <summary>A template's source.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name and language.</exception>
    public static string Of(string name, string language) => Read($"{name}.{language}{Extension}");

    private static string Read(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(
            Resources.TryGetValue(name, out var resource) ? resource : throw new KeyNotFoundException($"There is no template {name}."))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The file's name without its folders; a kind holds no dot.</summary>
    private static string NameOf(string resource)
    {
        var parts = resource.Split('.');
        return string.Join('.', parts[^(resource.EndsWith(Extension, StringComparison.Ordinal) ? 3 : 2)..]);
    }
}
