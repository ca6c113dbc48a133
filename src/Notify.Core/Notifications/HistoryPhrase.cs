using System.Globalization;
using System.Text.RegularExpressions;
using Notify.Core.Register;

namespace Notify.Core.Notifications;

/// <summary>
/// Words that our own code writes into a history, in both languages, with <c>{0}</c>, <c>{1}</c> … for what differs. They are stored in
/// English, which the command line and the API show, and found again by it.
/// </summary>
public sealed class HistoryPhrase
{
    private readonly Bilingual _words;
    private readonly Regex _pattern;

    internal HistoryPhrase(string english, string swedish)
    {
        _words = new(english, swedish);
        var parts = Regex.Split(english, @"\{\d\}").Select(Regex.Escape);
        _pattern = new($"^{string.Join("(.*?)", parts)}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    /// <summary>As it is stored.</summary>
    public string With(params object?[] values) => string.Format(CultureInfo.InvariantCulture, _words.English, values);

    /// <summary>A stored line in a language; null: the line is another.</summary>
    /// <param name="part">What stands in it, which may be a phrase of ours too, in that language.</param>
    internal string? In(string line, Language language, Func<string, string> part) => _pattern.Match(line) is { Success: true } match
        ? string.Format(CultureInfo.InvariantCulture, _words.In(language), [.. match.Groups.Values.Skip(1).Select(g => part(g.Value))])
        : null;
}
