using System.Text.Json;

namespace Notify.Core.Templates.Wording;

/// <summary>What coordinators see of the wordings, and what they do with them.</summary>
public sealed class Wordings(BuiltInTemplates builtIn, WordingStore store, WordingCheck check, MailWordings mails)
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 200;

    /// <summary>Whether there is such a kind and language.</summary>
    public bool Has(string kind, string language) => builtIn.Find(kind, language) is not null;

    /// <summary>Invented values and links of the kind.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind or language.</exception>
    public (JsonElement Values, IReadOnlyDictionary<string, Uri> Links) Sample(string kind, string language) => builtIn.Sample(kind, language);

    /// <summary>Every kind in both languages, by kind. Two store operations, and one for each own wording that this process has not met.</summary>
    public async Task<IReadOnlyList<WordingState>> ReadAsync(CancellationToken ct)
    {
        var (histories, troubles) = (await store.HistoriesAsync(ct), await store.TroublesAsync(ct));
        var states = new List<WordingState>();
        foreach (var (kind, language) in builtIn.Kinds.SelectMany(k => new[] { (k, "sv"), (k, "en") }))
        {
            states.Add(await StateAsync(
                builtIn.Of(kind, language), histories.GetValueOrDefault((kind, language), WordingHistory.Empty), troubles.GetValueOrDefault((kind, language)), ct));
        }

        return states;
    }

    /// <summary>One kind in one language; null when there is no such. At most three store operations.</summary>
    public async Task<WordingState?> ReadAsync(string kind, string language, CancellationToken ct) =>
        builtIn.Find(kind, language) is { } ours
            ? await StateAsync(ours, await store.HistoryAsync(kind, language, ct), (await store.TroublesAsync(ct)).GetValueOrDefault((kind, language)), ct)
            : null;

    /// <summary>What a coordinator has to know: own wordings that are not used, or were not for some mail.</summary>
    public async Task<IReadOnlyList<WordingState>> ProblemsAsync(CancellationToken ct) =>
        [.. (await ReadAsync(ct)).Where(s => s.IsTroubled)];

    /// <summary>The wording with this program's footer and layout, and everything that is wrong with it.</summary>
    /// <returns>No template when it cannot be parsed.</returns>
    /// <exception cref="KeyNotFoundException">There is no such kind or language.</exception>
    public (MailTemplate? Template, IReadOnlyList<WordingFault> Faults) Try(string kind, string language, string text)
    {
        var (normal, ours) = (WordingText.Normal(text), builtIn.Of(kind, language));
        var faults = check.FaultsIn(kind, language, normal);
        return (faults.Any(f => f.Rule is WordingRule.Length or WordingRule.Visible or WordingRule.Subject or WordingRule.Tag or WordingRule.Liquid)
            ? null : MailTemplate.Parse(kind, language, ours.Source with { Text = normal }), faults);
    }

    /// <summary>Puts a wording in place, unless something is wrong with it. One that says the same as ours takes ours back.</summary>
    /// <param name="revision">That of the history which the person saw.</param>
    /// <exception cref="KeyNotFoundException">There is no such kind or language.</exception>
    public async Task<WordingAnswer> SaveAsync(
        string kind, string language, string text, int revision, string by, string note, CancellationToken ct)
    {
        var (template, faults) = Try(kind, language, text);
        return faults.Count > 0 || template is null
            ? new(WordingResult.Refused, faults)
            : await PutAsync(kind, language, template.Source, revision, by, note, ct);
    }

    /// <summary>Takes ours back, or an earlier text of this history.</summary>
    /// <param name="version">Null: ours.</param>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task<WordingAnswer> RevertAsync(
        string kind, string language, string? version, int revision, string by, CancellationToken ct)
    {
        var ours = builtIn.Of(kind, language);
        if (version is null)
        {
            return await PutAsync(kind, language, ours.Source, revision, by, "", ct);
        }

        var known = (await store.HistoryAsync(kind, language, ct)).Entries.Any(e => e.Version == version);
        return known && await store.TextAsync(version, ct) is { } source
            ? await SaveAsync(kind, language, source.Text, revision, by, "", ct)
            : new(WordingResult.Unknown, []);
    }

    private async Task<WordingAnswer> PutAsync(string kind, string language, MailSource source, int revision, string by, string note, CancellationToken ct)
    {
        var own = source.Text == builtIn.Of(kind, language).Source.Text ? null : source;
        var before = await store.HistoryAsync(kind, language, ct);
        if (before.Revision == revision && before.Present?.Version == own?.Version)
        {
            return new(WordingResult.Same, []);
        }

        var kept = note.Length <= LongestNote ? note : note[..LongestNote];
        var saved = await store.SaveAsync(kind, language, own, revision, by, kept, ct);
        mails.Forget();
        return new(saved is null ? WordingResult.Outrun : WordingResult.Done, []);
    }

    private async Task<WordingState> StateAsync(MailTemplate ours, WordingHistory history, WordingTrouble? trouble, CancellationToken ct)
    {
        if (history.Present?.Version is not { } version)
        {
            return new(ours, history, null, [], null);
        }

        var saved = await mails.FindAsync(ours.Kind, ours.Language, version, ct);
        if (saved is null)
        {
            return new(ours, history, null, [new(WordingRule.Liquid)], null);
        }

        var own = mails.Combined(saved, ours);
        return new(ours, history, own, mails.FaultsIn(saved), trouble?.Version == own.Version ? trouble : null);
    }
}

/// <summary>How it stands with one kind in one language.</summary>
/// <param name="Ours">The text that is built in.</param>
/// <param name="Own">The municipality's; null: ours is in use.</param>
/// <param name="Faults">Why this program cannot use the municipality's, so that ours is used; empty: it can.</param>
/// <param name="Trouble">A mail that the municipality's could not be used for; null: none was met.</param>
public sealed record WordingState(MailTemplate Ours, WordingHistory History, MailTemplate? Own, IReadOnlyList<WordingFault> Faults, WordingTrouble? Trouble)
{
    /// <summary>Whether a coordinator has to look at it.</summary>
    public bool IsTroubled => Faults.Count > 0 || Trouble is not null;

    /// <summary>What mails leave in now.</summary>
    public MailTemplate InUse => Own is not null && Faults.Count == 0 ? Own : Ours;
}

/// <summary>The answer to a change of wording.</summary>
/// <param name="Faults">Everything that is wrong with it; empty unless refused.</param>
public sealed record WordingAnswer(WordingResult Result, IReadOnlyList<WordingFault> Faults);

/// <summary>What a change of wording came to.</summary>
public enum WordingResult
{
    /// <summary>It is in place.</summary>
    Done,

    /// <summary>It was in place already.</summary>
    Same,

    /// <summary>Something is wrong with it; nothing was changed.</summary>
    Refused,

    /// <summary>Somebody else has changed it since; nothing was changed.</summary>
    Outrun,

    /// <summary>There is no such earlier text.</summary>
    Unknown,
}
