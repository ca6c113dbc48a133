using System.Text.RegularExpressions;

namespace Notify.Core.Templates;

/// <summary>Template sources by path, such as <c>contacts/contact-changed.sv.liquid</c>.</summary>
/// <remarks>
/// A file that begins with an underscore is a part, put in where a template of the same folder and language says
/// <c>{% include "_part" %}</c>. It is done once, on the text, so that no template can reach for a file as it runs.
/// </remarks>
internal sealed partial class TemplateSources(IReadOnlyDictionary<string, string> sources)
{
    private const string Root = "Templates/";
    private const int MaxDepth = 5;

    /// <summary>The sources that are built into this assembly.</summary>
    public static IReadOnlyDictionary<string, string> Embedded() =>
        typeof(TemplateSources).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToDictionary(name => name[Root.Length..], Read, StringComparer.Ordinal);

    /// <summary>Kind, language and path of every template.</summary>
    public IEnumerable<(string Kind, string Language, string Path)> Templates() =>
        from path in sources.Keys
        let parts = TemplatePath().Match(path)
        where parts.Success
        select (parts.Groups["kind"].Value, parts.Groups["language"].Value, path);

    /// <summary>The source with its parts put in.</summary>
    /// <exception cref="FormatException">A part is missing, or contains itself.</exception>
    public string Whole(string path) => Whole(path, 0);

    private string Whole(string path, int depth)
    {
        if (depth > MaxDepth || !sources.TryGetValue(path, out var source))
        {
            throw new FormatException($"the part '{path}' {(depth > MaxDepth ? "contains itself" : "is missing")}");
        }

        var folder = path[..(path.LastIndexOf('/') + 1)];
        var ending = path[path.IndexOf('.', StringComparison.Ordinal)..];
        return Include().Replace(
            source.ReplaceLineEndings("\n").TrimEnd('\n'),
            part => Whole(folder + part.Groups["part"].Value + ending, depth + 1));
    }

    private static string Read(string name)
    {
        using var stream = typeof(TemplateSources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\A(.*/)?(?<kind>[a-z][a-z0-9-]*)\.(?<language>[a-z]{2})\.liquid\z")]
    private static partial Regex TemplatePath();

    [GeneratedRegex("""\{%\s*include "(?<part>_[a-z-]+)"\s*%\}""")]
    private static partial Regex Include();
}
