using System.Text.Json;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Templates.Wording;

/// <summary>
/// The rows of wordings, all in the system's partition: one history per kind and language, every text that was ever put in place or
/// sent under its version, never changed and never removed, and the latest trouble of each own wording.
/// </summary>
public sealed class WordingStore(IRecordStore store, TimeProvider clock)
{
    private const string HistoryPrefix = "wording:";
    private const string TroublePrefix = "wording-trouble:";
    private const string TextPrefix = "mail-text:";

    /// <summary>Every history there is. One store operation.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Language), WordingHistory>> HistoriesAsync(CancellationToken ct) =>
        await ReadAsync(HistoryPrefix, r => r.As(WordingJson.Default.WordingHistory).Value, ct);

    /// <summary>The history of one. One store operation.</summary>
    public async Task<WordingHistory> HistoryAsync(string kind, string language, CancellationToken ct) =>
        (await FindAsync(kind, language, ct)).Value;

    /// <summary>Every trouble there is, also of wordings that are not in use any more. One store operation.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string Language), WordingTrouble>> TroublesAsync(CancellationToken ct) =>
        await ReadAsync(TroublePrefix, r => r.As(WordingJson.Default.WordingTrouble).Value, ct);

    /// <summary>The text of a version; null when it was never kept. One store operation.</summary>
    public async Task<MailSource?> TextAsync(string version, CancellationToken ct) =>
        RecordKey.IsValid(TextPrefix + version) ? (await store.FindAsync(Partitions.System, TextPrefix + version, WordingJson.Default.MailSource, ct))?.Value : null;

    /// <summary>Keeps a text under its version. Harmless when it is there. One store operation.</summary>
    public Task KeepAsync(MailSource text, CancellationToken ct) => store.CommitAsync(Partitions.System, [Kept(text)], ct);

    /// <summary>Keeps what went wrong last with an own wording. One store operation.</summary>
    public Task NoteAsync(Notification mail, RefusedWording refused, CancellationToken ct)
    {
        var trouble = new WordingTrouble(refused.Version, clock.GetUtcNow(), mail.Id.ToString(), refused.Reason);
        var key = $"{TroublePrefix}{mail.Kind}:{mail.Language.ToCode()}";
        return store.CommitAsync(Partitions.System, [new RecordChange.Put(key, JsonSerializer.Serialize(trouble, WordingJson.Default.WordingTrouble))], ct);
    }

    /// <summary>Puts a text in place, or ours back, in one commit with the text itself. Two store operations.</summary>
    /// <param name="text">Null: ours.</param>
    /// <param name="revision">That of the history which the person saw.</param>
    /// <returns>Null: somebody else has changed it since; nothing was stored.</returns>
    public async Task<WordingHistory?> SaveAsync(
        string kind, string language, MailSource? text, int revision, string by, string note, CancellationToken ct)
    {
        var before = await FindAsync(kind, language, ct);
        if (before.Value.Revision != revision)
        {
            return null;
        }

        var after = before.Value.With(text?.Version, clock.GetUtcNow(), by, note);
        RecordChange[] changes = [.. text is null ? Array.Empty<RecordChange>() : [Kept(text)], before.With(KeyOf(kind, language), after, WordingJson.Default.WordingHistory)];
        try
        {
            await store.CommitAsync(Partitions.System, changes, ct);
            return after;
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private static string KeyOf(string kind, string language) => $"{HistoryPrefix}{kind}:{language}";

    private static RecordChange.Put Kept(MailSource text) =>
        new(TextPrefix + text.Version, JsonSerializer.Serialize(text, WordingJson.Default.MailSource));

    private async Task<Kept<WordingHistory>> FindAsync(string kind, string language, CancellationToken ct) =>
        await store.FindAsync(Partitions.System, KeyOf(kind, language), WordingJson.Default.WordingHistory, ct) ?? new(WordingHistory.Empty, "");

    private async Task<Dictionary<(string Kind, string Language), T>> ReadAsync<T>(string prefix, Func<Record, T> read, CancellationToken ct)
    {
        var rows = new Dictionary<(string Kind, string Language), T>();
        await foreach (var record in store.ScanAsync(Partitions.System, prefix, ct))
        {
            var parts = record.Key[prefix.Length..].Split(':');
            rows[(parts[0], parts[1])] = read(record);
        }

        return rows;
    }
}
