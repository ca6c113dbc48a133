using System.Text.RegularExpressions;

namespace Notify.Core.Access;

/// <summary>Settings <c>Api:*</c>. They stand here, beside those of links, because both hosts read what Core names.</summary>
public sealed partial class ApiOptions
{
    private IReadOnlyList<string> _keys = [];
    private IReadOnlyList<ApiKeyEntry> _entries = [];

    /// <summary>
    /// The keys of programs, each as <c>NAME=ROLE=SHA256HEX</c>: of a key only the hash is ever kept. A role is one of <c>Portal:DistrictRoles</c>,
    /// so that a key can be limited to districts.
    /// </summary>
    public IReadOnlyList<string> Keys
    {
        get => _keys;
        set => (_keys, _entries) = (value, [.. value.Select(Read).OfType<ApiKeyEntry>()]);
    }

    /// <summary>What of <see cref="Keys"/> could be read.</summary>
    public IReadOnlyList<ApiKeyEntry> Entries => _entries;

    /// <summary>What is wrong in <see cref="Keys"/>, a sentence each. What was written is not said again: somebody may have put a key there.</summary>
    public IEnumerable<string> Validate()
    {
        foreach (var (index, text) in Keys.Index().Where(k => Read(k.Item) is null))
        {
            yield return $"Api:Keys: number {index + 1} cannot be read; expected is NAME=ROLE=SHA256HEX, as 'notify api-key NAME' prints it.";
        }

        foreach (var name in Entries.GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return $"Api:Keys: the name '{name.Key}' stands twice; the history could not tell who it was.";
        }

        foreach (var twice in Entries.GroupBy(e => e.Hash, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"Api:Keys: {string.Join(" and ", twice.Select(e => e.Name))} have the same key.";
        }
    }

    private static ApiKeyEntry? Read(string text) =>
        Form().Match(text) is { Success: true } match
            ? new(match.Groups["name"].Value, match.Groups["role"].Value, match.Groups["hash"].Value.ToUpperInvariant())
            : null;

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9._-]{1,40})=(?<role>Notify\.(Reader|Coordinator)(\.[A-Za-z0-9_-]+)*)=(?<hash>[0-9A-Fa-f]{64})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

/// <summary>A key of a program.</summary>
/// <param name="Name">As histories and the audit trail show it.</param>
/// <param name="Role">What it may do, as an app role of a person.</param>
/// <param name="Hash">See <see cref="ApiKey.HashOf"/>.</param>
public sealed record ApiKeyEntry(string Name, string Role, string Hash);
