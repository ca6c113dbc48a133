using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Sites.Item.Lists.Item.Items.Delta;
using Notify.Core.Sources;

namespace Notify.Adapters.Graph;

/// <summary>What was read of a list.</summary>
/// <param name="IsFull">Whether it is the whole list; else what has changed.</param>
/// <param name="Changes">By the items' ids; null: the item is gone.</param>
/// <param name="Link">Where the next reading begins.</param>
internal sealed record ListReading(bool IsFull, IReadOnlyDictionary<string, ListRow?> Changes, string Link);

/// <summary>
/// Reads a list by delta (Microsoft Graph, "listItem: delta"): pages until the last, which carries the link of the next reading. A
/// link that has expired is answered by 410; the list is then read in full.
/// </summary>
internal sealed class ListReader(GraphCalls calls, string source)
{
    /// <summary>At 200 items a page far more than a list can hold; only so that an answer which leads in a circle comes to an end.</summary>
    private const int MostPages = 100_000;

    // "0x0120": a folder and whatever is derived of it.
    private const string Folder = "0x0120";

    /// <param name="link">Null: from the beginning.</param>
    /// <exception cref="SourceException">It cannot be read to its end; what was read of it does not count.</exception>
    public async Task<ListReading> ReadAsync(string table, string list, string? link, CancellationToken ct) =>
        (link is null ? null : await TryReadAsync(table, list, link, ct))
        ?? await TryReadAsync(table, list, null, ct)
        ?? throw GraphFaults.Refused(410, Setting(table));

    /// <summary>Null: the link, or one on the way, has expired.</summary>
    private async Task<ListReading?> TryReadAsync(string table, string list, string? from, CancellationToken ct)
    {
        var changes = new Dictionary<string, ListRow?>(StringComparer.Ordinal);
        var (link, seen) = (from, new HashSet<string>(StringComparer.Ordinal));
        while (seen.Count < MostPages)
        {
            if (await PageAsync(table, list, link, ct) is not { } page)
            {
                return null;
            }

            foreach (var item in page.Value ?? throw GraphFaults.Unreadable())
            {
                Note(item, changes);
            }

            if (page.OdataDeltaLink is { } end)
            {
                return new(from is null, changes, Ours(end));
            }

            link = Ours(page.OdataNextLink ?? throw GraphFaults.Unreadable());
            if (!seen.Add(link))
            {
                throw GraphFaults.Unreadable();
            }
        }

        throw GraphFaults.Unreadable();
    }

    private Task<DeltaGetResponse?> PageAsync(string table, string list, string? link, CancellationToken ct) =>
        calls.AskAsync(source, Setting(table), (graph, token) => Delta(graph, list, link, token), ct);

    private Task<DeltaGetResponse?> Delta(GraphServiceClient graph, string list, string? link, CancellationToken ct)
    {
        var delta = graph.Sites[calls.Options.Site].Lists[list].Items.Delta;
        return link is null
            ? delta.GetAsDeltaGetResponseAsync(request => request.QueryParameters.Expand = ["fields"], ct)
            : delta.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: ct);
    }

    private static void Note(ListItem item, Dictionary<string, ListRow?> changes)
    {
        var id = item.Id is { Length: > 0 } some ? some : throw GraphFaults.Unreadable();
        changes[id] = item.AdditionalData.ContainsKey("deleted") || IsNoRow(item) ? null : Row(item);
    }

    /// <summary>Folders; and the list's own root, should the hierarchy that a delta goes through begin with it: a row's id is a number.</summary>
    private static bool IsNoRow(ListItem item) =>
        item.ContentType?.Id?.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) == true || (item.Fields is null && !int.TryParse(item.Id, out _));

    private static ListRow Row(ListItem item)
    {
        var (fields, unread) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var (name, value) in item.Fields?.AdditionalData ?? throw GraphFaults.Unreadable())
        {
            if (FieldText.Of(value) is not { } text)
            {
                unread.Add(name);
            }
            else if (text.Length > 0)
            {
                fields[name] = text;
            }
        }

        return fields.Count + unread.Count > 0 ? new(fields, unread) : throw GraphFaults.Unreadable();
    }

    /// <summary>A link of Graph's own, as it is asked for with the identity's token.</summary>
    private string Ours(string link) => calls.IsOurs(link) ? link : throw GraphFaults.Unreadable();

    private static string Setting(string table) => $"{GraphOptions.SectionName}:Lists:{table}";
}
