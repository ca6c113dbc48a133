using System.Text.Json.Serialization.Metadata;
using Notify.Core.Register;
using Notify.Core.Store;

namespace Notify.Core.Importing;

/// <summary>Keeps drafts: one row that is the draft, rows of what was sent, and rows of what its pages show, written before the row that names them.</summary>
internal sealed class DraftStore(IRecordStore store)
{
    private const string System = Partitions.System;

    /// <summary>One store operation.</summary>
    public Task<Kept<ImportDraft>?> FindAsync(string id, CancellationToken ct) =>
        RecordKey.IsValid(ImportKeys.Draft(id)) ? store.FindAsync(System, ImportKeys.Draft(id), ImportJson.Default.ImportDraft, ct) : Task.FromResult<Kept<ImportDraft>?>(null);

    /// <summary>Stores the draft in place of what was read.</summary>
    /// <exception cref="ConflictException">Somebody else changed it.</exception>
    public async Task<Kept<ImportDraft>> WriteAsync(Kept<ImportDraft> before, ImportDraft after, CancellationToken ct)
    {
        var etags = await store.CommitAsync(System, [before.With(ImportKeys.Draft(after.Id), after, ImportJson.Default.ImportDraft)], ct);
        return new(after, etags[0]);
    }

    /// <summary>Stores the tables that were sent.</summary>
    /// <returns>How many rows they take.</returns>
    public async Task<int> WriteContentAsync(string id, IReadOnlyList<RawTable> tables, CancellationToken ct)
    {
        var chunks = SnapshotChunks.Encode([.. tables], ImportJson.Default.ListRawTable);
        await store.PutAsync(System, [.. Puts(ImportKeys.Content(id), chunks)], ct);
        return chunks.Count;
    }

    /// <summary>The tables that were sent; null when they are gone. One store operation.</summary>
    public Task<List<RawTable>?> ReadContentAsync(ImportDraft draft, CancellationToken ct) =>
        ReadAsync(ImportKeys.Content(draft.Id), draft.Chunks, ImportJson.Default.ListRawTable, ct);

    /// <summary>Stores what pages show.</summary>
    public async Task WriteViewAsync(string id, string view, DraftView content, CancellationToken ct)
    {
        var rows = new List<RecordChange.Put>(Puts(ImportKeys.Part(id, view, ImportKeys.Summary), SnapshotChunks.Encode(content.Preview, ImportJson.Default.ImportPreview)));
        foreach (var (table, differences) in content.Differences)
        {
            rows.AddRange(Pages(id, view, table, differences, ImportJson.Default.ListRowDifference));
        }

        rows.AddRange(Pages(id, view, DraftView.MailsPart, content.Mails, ImportJson.Default.ListPreviewedMail));
        await store.PutAsync(System, rows, ct);
    }

    /// <summary>What the draft would do; null when it is gone. One store operation.</summary>
    public Task<ImportPreview?> ReadPreviewAsync(ImportDraft draft, CancellationToken ct) =>
        ReadAsync(ImportKeys.Part(draft.Id, draft.View, ImportKeys.Summary), null, ImportJson.Default.ImportPreview, ct);

    /// <summary>A page of a list, counted from 1; empty beyond its end. One store operation.</summary>
    public async Task<List<T>> ReadPageAsync<T>(ImportDraft draft, string part, int page, JsonTypeInfo<List<T>> type, CancellationToken ct) =>
        await store.FindAsync(System, ImportKeys.Numbered(ImportKeys.Part(draft.Id, draft.View, part), page), ct) is { } record
            ? SnapshotChunks.Decode([record.Value], type)
            : [];

    /// <summary>Removes what was sent, and every view but one.</summary>
    /// <param name="keep">The view to keep; null: none.</param>
    public async Task DeletePartsAsync(string id, bool content, string? keep, CancellationToken ct)
    {
        if (content)
        {
            await DeleteAsync(ImportKeys.Content(id), null, ct);
        }

        await DeleteAsync(ImportKeys.Views(id), keep is null ? null : ImportKeys.View(id, keep), ct);
    }

    /// <summary>Removes a draft: its own row last, so that what a crash leaves is found again.</summary>
    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        await DeletePartsAsync(id, content: true, keep: null, ct);
        await DeleteAsync(ImportKeys.Draft(id), null, ct);
    }

    /// <summary>Every draft that is kept. One store operation.</summary>
    public async Task<IReadOnlyList<ImportDraft>> ListAsync(CancellationToken ct) =>
        [.. (await store.ListAsync(System, ImportKeys.DraftPrefix, ImportJson.Default.ImportDraft, ct)).Select(d => d.Value)];

    private async Task<T?> ReadAsync<T>(string prefix, int? rows, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var values = new List<string>();
        await foreach (var record in store.ScanAsync(System, prefix, ct))
        {
            values.Add(record.Value);
        }

        return values.Count == 0 || (rows is not null && values.Count != rows) ? null : SnapshotChunks.Decode(values, type);
    }

    private async Task DeleteAsync(string prefix, string? except, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var record in store.ScanAsync(System, prefix, ct))
        {
            keys.Add(record.Key);
        }

        foreach (var some in keys.Where(k => except is null || !k.StartsWith(except, StringComparison.Ordinal)).Chunk(RecordLimits.MaxOwnChanges))
        {
            try
            {
                await store.CommitAsync(System, [.. some.Select(k => new RecordChange.Delete(k, null))], ct);
            }
            catch (ConflictException)
            {
                // Somebody else removes the same; what is left goes with the draft.
            }
        }
    }

    private static IEnumerable<RecordChange.Put> Puts(string prefix, IEnumerable<string> values) =>
        values.Select((value, n) => new RecordChange.Put(ImportKeys.Numbered(prefix, n), value));

    /// <summary>A page is small enough for one row, see <see cref="RegisterDifferences.Cut"/>.</summary>
    private static IEnumerable<RecordChange.Put> Pages<T>(string id, string view, string part, IReadOnlyList<T> items, JsonTypeInfo<List<T>> type) =>
        items.Take(DraftView.MostPages * DraftView.PageSize).Chunk(DraftView.PageSize).Select((page, n) =>
            new RecordChange.Put(ImportKeys.Numbered(ImportKeys.Part(id, view, part), n + 1), SnapshotChunks.Encode([.. page], type).Single()));
}
