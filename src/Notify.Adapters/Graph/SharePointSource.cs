using Notify.Core.Register;
using Notify.Core.Sources;
using Notify.Core.Store;

namespace Notify.Adapters.Graph;

/// <summary>
/// SharePoint lists that hold tables of the register. All of them are read to their end before anything is noted, so that half a
/// reading leaves both the register and the notes as they were; where nothing has changed, one question a list is all.
/// </summary>
public sealed class SharePointSource(GraphCalls calls, IRecordStore store, SourceBlobs blobs, UnattendedImport import) : ISource
{
    /// <summary>What histories call it.</summary>
    public const string Shown = "SharePoint";

    private const string RowsNote = "rows";

    private readonly ListReader _reader = new(calls, SourceName);
    private readonly string _mark = MarkOf(calls.Options);

    private const string SourceName = "sharepoint";

    private static readonly string NoteKey = SourceKeys.Note(SourceName, "lists");

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        await calls.ThrowIfPausedAsync(Name, ct);
        var kept = await store.FindAsync(Partitions.System, NoteKey, GraphJson.Default.ListsNote, ct);
        var known = kept is { Value: var note } && note.Mark == _mark ? note : null;
        var readings = await ReadAsync(known?.Links, ct);
        if (known is { IsTaken: true } && readings.Values.All(r => !r.IsFull && r.Changes.Count == 0))
        {
            await NoteAsync(kept, known with { Links = LinksOf(readings) }, ct);
            return;
        }

        await TakeAsync(kept, known, readings, ct);
    }

    private async Task TakeAsync(Kept<ListsNote>? kept, ListsNote? known, Dictionary<string, ListReading> readings, CancellationToken ct)
    {
        var rows = known is null ? [] : await blobs.ReadAsync(Name, RowsNote, known.Rows, GraphJson.Default.ListListRows, ct);
        if (rows is null)
        {
            readings = await ReadAsync(null, ct);
        }

        var present = readings.Select(r => Apply(r.Key, r.Value, rows ?? [])).ToList();
        var blob = await blobs.WriteAsync(Name, RowsNote, present, GraphJson.Default.ListListRows, ct);
        kept = await NoteAsync(kept, new(_mark, LinksOf(readings), blob, IsTaken: false), ct);
        await blobs.KeepOnlyAsync(Name, RowsNote, blob, ct);
        if ((await import.ImportAsync(Raw(present), new SourceDelivery(Name, Shown), ct)).IsTaken)
        {
            await NoteAsync(kept, kept.Value with { IsTaken = true }, ct);
        }
    }

    private async Task<Dictionary<string, ListReading>> ReadAsync(Dictionary<string, string>? links, CancellationToken ct)
    {
        var readings = new Dictionary<string, ListReading>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, list) in calls.Options.Lists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            readings.Add(table, await _reader.ReadAsync(table, list, links?.GetValueOrDefault(table), ct));
        }

        return readings;
    }

    private static ListRows Apply(string table, ListReading reading, List<ListRows> known)
    {
        var before = reading.IsFull ? null : known.FirstOrDefault(k => k.Table == table);
        var items = new Dictionary<string, ListRow>(before?.Items ?? [], StringComparer.Ordinal);
        foreach (var (id, row) in reading.Changes)
        {
            if (row is null)
            {
                items.Remove(id);
            }
            else
            {
                items[id] = row;
            }
        }

        return new(table, items);
    }

    private RawRegister Raw(List<ListRows> lists)
    {
        var errors = new List<RegisterIssue>();
        return new([.. lists.Select(l => ListTable.Of(l, calls.Options.Columns, errors))], errors, []);
    }

    private async Task<Kept<ListsNote>> NoteAsync(Kept<ListsNote>? before, ListsNote note, CancellationToken ct)
    {
        if (before is not null && before.Value.Mark == note.Mark && before.Value.Rows == note.Rows && before.Value.IsTaken == note.IsTaken
            && before.Value.Links.Count == note.Links.Count && !before.Value.Links.Except(note.Links).Any())
        {
            return before;
        }

        var etags = await store.CommitAsync(Partitions.System, [(before ?? new(note, "")).With(NoteKey, note, GraphJson.Default.ListsNote)], ct);
        return new(note, etags[0]);
    }

    private static Dictionary<string, string> LinksOf(Dictionary<string, ListReading> readings) => readings.ToDictionary(r => r.Key, r => r.Value.Link);

    private static string MarkOf(GraphOptions options) => RecordKey.Hash(string.Join('\n',
        [options.BaseUrl.AbsoluteUri, options.Site, .. options.Lists.Concat(options.Columns).Select(s => $"{s.Key}={s.Value}").Order(StringComparer.Ordinal)]));
}
