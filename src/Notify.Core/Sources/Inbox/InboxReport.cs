using System.Globalization;
using System.Text;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Sources.Inbox;

/// <summary>What is written beside a file that was in the inbox: for whoever put it there, so in Swedish first.</summary>
public static class InboxReport
{
    private const int MostListed = 1_000;

    /// <summary>That files cannot be taken now.</summary>
    public static Bilingual InUse(IReadOnlyList<string> files) => new(
        $"In use by another program: {string.Join(", ", files)}. Close the file; Notify tries again at the next run.",
        $"Används av ett annat program: {string.Join(", ", files)}. Stäng filen, så försöker Notify igen vid nästa körning.");

    /// <summary>The report on a delivery.</summary>
    /// <param name="what">The names of the files.</param>
    public static string Of(string what, UnattendedOutcome outcome, DateTimeOffset now) => $"""
        {Part(what, outcome, now, Language.Swedish)}

        ----------------------------------------------------------------------
        In English

        {Part(what, outcome, now, Language.English)}

        """;

    /// <summary>The report on a file that was taken in before and could not be moved then.</summary>
    public static string Again(string what, DateTimeOffset now) => $"""
        {what} är inläst i registret sedan tidigare, men kunde inte flyttas då. Den flyttades {Moment(now)}.

        ----------------------------------------------------------------------
        In English

        {what} was read into the register before, but could not be moved then. It was moved {Moment(now)}.

        """;

    private static string Part(string what, UnattendedOutcome outcome, DateTimeOffset now, Language language)
    {
        var text = new StringBuilder();
        var isSwedish = language is Language.Swedish;
        text.AppendLine((isSwedish, outcome.IsTaken) switch
        {
            (true, true) => $"{what} lästes in i registret {Moment(now)}.",
            (true, false) => $"{what} lästes inte in ({Moment(now)}). Registret är orört. Rätta det som står här, och lägg sedan filen i mappen igen.",
            (false, true) => $"{what} was read into the register {Moment(now)}.",
            (false, false) => $"{what} was not read ({Moment(now)}). The register is untouched. Mend what is listed here, then put the file into the folder again.",
        });
        if (outcome.IsTaken)
        {
            Add(text, isSwedish ? "Det här ändrades:" : "What changed:", Changes(outcome, isSwedish));
        }

        Add(text, isSwedish ? "Fel att rätta:" : "Errors to mend:", Listed(outcome.Errors, language));
        Add(text, isSwedish ? "Att se över:" : "Worth a look:", Listed(outcome.Warnings, language));
        return text.ToString().TrimEnd();
    }

    private static void Add(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            text.AppendLine().AppendLine(title).AppendJoin(Environment.NewLine, lines.Take(MostListed).Select(l => $"- {l}")).AppendLine();
            _ = lines.Count > MostListed ? text.AppendLine(CultureInfo.InvariantCulture, $"- … ({lines.Count})") : text;
        }
    }

    private static IReadOnlyList<string> Changes(UnattendedOutcome outcome, bool isSwedish)
    {
        var changed = (outcome.Import?.Changes ?? new Dictionary<string, TableChanges>()).Where(c => c.Value is not { Added: 0, Removed: 0, Changed: 0 }).ToList();
        return changed.Count == 0
            ? [isSwedish ? "Inget: registret sa redan detsamma." : "Nothing: the register said the same already."]
            : [.. changed.Select(c => isSwedish
                ? $"{c.Key}: {c.Value.Added} nya, {c.Value.Removed} borttagna, {c.Value.Changed} ändrade"
                : $"{c.Key}: {c.Value.Added} new, {c.Value.Removed} removed, {c.Value.Changed} changed")];
    }

    private static IReadOnlyList<string> Listed(IEnumerable<RegisterIssue> issues, Language language) =>
        [.. issues.Select(i => $"{Place(i, language)}{i.Text.In(language)}{(i.Value.Length > 0 ? $" [{i.Value}]" : "")}")];

    private static string Place(RegisterIssue issue, Language language)
    {
        var line = issue.Line == 0 ? "" : language is Language.Swedish ? $", rad {issue.Line}" : $", line {issue.Line}";
        return issue.File.Length == 0 ? "" : $"{issue.File}{line}{(issue.Column.Length > 0 ? $", {issue.Column}" : "")}: ";
    }

    private static string Moment(DateTimeOffset now) => StockholmTime.ToLocal(now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
