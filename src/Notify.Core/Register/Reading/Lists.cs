using System.Buffers;
using System.Globalization;

namespace Notify.Core.Register.Reading;

/// <summary>The formats of cells that hold several values, separated by blanks or <c>|</c> (a comma or semicolon does as well).</summary>
internal static class Lists
{
    private static readonly char[] Separators = [' ', '\n', '\u00a0', '|', ',', ';'];
    private static readonly char[] Bar = ['|'];
    private static readonly SearchValues<char> Separating = SearchValues.Create(Separators);

    /// <summary>Steps before a date, in days, the longest first; an empty cell is null.</summary>
    public static CellFormat<IReadOnlyList<int>?> Days { get; } = new(
        (string text, out IReadOnlyList<int>? value) =>
        {
            var problem = Of(Cells.Number(0, 3650)).Parse(text, out var days);
            value = [.. days.OrderDescending()];
            return problem is null ? null : new("Write days from 0 to 3650 with blanks between, for example 90 30 14 7 0.", "Skriv dagar från 0 till 3650 med mellanslag mellan, till exempel 90 30 14 7 0.");
        },
        days => days is null ? string.Empty : string.Join(' ', days.Select(d => d.ToString(CultureInfo.InvariantCulture))),
        null);

    /// <summary>Tags. A tag that has a blank in it needs <c>|</c> between the tags, or after the only one.</summary>
    public static CellFormat<IReadOnlyList<string>> Tags { get; } = new(
        (text, out value) =>
        {
            value = [.. Split(text, text.Contains('|', StringComparison.Ordinal) ? Bar : Separators).Distinct(StringComparer.OrdinalIgnoreCase)];
            return text.Contains('\n', StringComparison.Ordinal) ? new("This column takes one line of text: remove the line break.", "Den här kolumnen tar en rad text: ta bort radbrytningen.") : null;
        },
        tags => tags.Any(t => t.AsSpan().ContainsAny(Separating)) ? string.Join('|', tags) + '|' : string.Join(' ', tags),
        []);

    /// <summary>How many forums of each kind: <c>steering=1 local=2</c>.</summary>
    public static CellFormat<IReadOnlyDictionary<ForumKind, int>> ForumsPerTerm { get; } = new(
        ParseForums,
        forums => string.Join(' ', forums.OrderBy(f => f.Key).Select(f => string.Create(CultureInfo.InvariantCulture, $"{Words.ForumKind.Write(f.Key)}={f.Value}"))),
        new Dictionary<ForumKind, int>());

    public static CellFormat<IReadOnlyList<T>> Of<T>(CellFormat<T> one) => new(
        (text, out value) =>
        {
            var values = new List<T>();
            value = values;
            foreach (var part in Split(text, Separators))
            {
                if (one.Parse(part, out var item) is { } problem)
                {
                    return Bilingual.Of($"'{IssueLog.Cut(part)}' in this list is not understood.", $"”{IssueLog.Cut(part)}” i listan går inte att tolka.").Then(problem);
                }

                if (!values.Contains(item))
                {
                    values.Add(item);
                }
            }

            return values.Count > 0 ? null : new("The list holds separators only: fill it in or leave the cell empty.", "Listan har bara skiljetecken: fyll i den eller lämna cellen tom.");
        },
        values => string.Join(' ', values.Select(one.Write)),
        []);

    private static string[] Split(string text, char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Bilingual? ParseForums(string text, out IReadOnlyDictionary<ForumKind, int> value)
    {
        var forums = new Dictionary<ForumKind, int>();
        value = forums;
        foreach (var part in Split(text, Separators))
        {
            var sides = part.Split('=');
            if (sides.Length != 2
                || Words.ForumKind.Parse(sides[0], out var kind) is not null
                || Cells.Number(0, 100).Parse(sides[1], out var count) is not null
                || !forums.TryAdd(kind, count))
            {
                return Bilingual.Of(
                    $"'{IssueLog.Cut(part)}' is not understood. Write each kind of forum once with its number, for example steering=1 local=2.",
                    $"”{IssueLog.Cut(part)}” går inte att tolka. Skriv varje typ av forum en gång med sitt antal, till exempel styrgrupp=1 lokalt=2.");
            }
        }

        return null;
    }
}
