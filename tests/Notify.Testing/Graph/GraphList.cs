using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Notify.Core.Register;

namespace Notify.Testing.Graph;

/// <summary>A SharePoint list with its history, so that a delta can be asked for from any point of it.</summary>
public sealed class GraphList
{
    private readonly Lock _turn = new();
    private readonly SortedDictionary<int, (int Version, JsonObject? Fields, string ContentType)> _items = [];
    private int _version;

    /// <summary>Links from before this version have expired.</summary>
    public int OldestLink { get; set; }

    /// <summary>The present version.</summary>
    public int Version => _version;

    /// <summary>A list of the table's rows, its columns named as in CONTRACT.md but for <c>id</c>, which is called <c>Title</c>.</summary>
    public static GraphList Of(RawTable table)
    {
        var list = new GraphList();
        foreach (var (row, n) in table.Rows.Select((row, n) => (row, n)))
        {
            list.Put(n + 1, [.. table.Header.Zip(row.Cells).Where(c => c.Second.Length > 0).Select(c => (c.First == "id" ? "Title" : c.First, (JsonNode?)c.Second))]);
        }

        return list;
    }

    /// <summary>Adds or changes an item.</summary>
    public void Put(int id, params IEnumerable<(string Column, JsonNode? Value)> fields)
    {
        lock (_turn)
        {
            _items[id] = (++_version, new JsonObject([.. fields.Select(f => KeyValuePair.Create(f.Column, f.Value))]), "0x0100AB");
        }
    }

    /// <summary>Adds a folder.</summary>
    public void Folder(int id)
    {
        lock (_turn)
        {
            _items[id] = (++_version, new JsonObject { ["Title"] = "A folder" }, "0x0120AB");
        }
    }

    /// <summary>Removes an item.</summary>
    public void Remove(int id)
    {
        lock (_turn)
        {
            _items[id] = (++_version, null, "0x0100AB");
        }
    }

    /// <summary>A page of the delta; <c>token</c> is <c>from-until-offset</c>, or the version from which a later reading goes on.</summary>
    internal GraphFault Answer(HttpRequest request, int pageSize)
    {
        lock (_turn)
        {
            var parts = request.Query["token"].ToString().Split('-', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            var (from, until, offset) = parts switch { [var f, var u, var o] => (f, u, o), [var f] => (f, _version, 0), _ => (0, _version, 0) };
            var expands = parts.Length > 0 || request.Query["$expand"] == "fields";
            if (parts.Length > 0 && from < OldestLink)
            {
                return GraphServer.Error(410, "resyncRequired");
            }

            var changed = _items.Where(i => i.Value.Version > from && i.Value.Version <= until && (from > 0 || i.Value.Fields is not null)).ToList();
            var page = new JsonObject { ["value"] = new JsonArray([.. changed.Skip(offset).Take(pageSize).Select(i => (JsonNode)Item(i.Key, i.Value.Fields, i.Value.ContentType, expands))]) };
            var isLast = offset + pageSize >= changed.Count;
            page[isLast ? "@odata.deltaLink" : "@odata.nextLink"] = string.Create(
                CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{request.Path}?token={(isLast ? $"{until}" : $"{from}-{until}-{offset + pageSize}")}");
            return new(200, Json: page);
        }
    }

    private static JsonObject Item(int id, JsonObject? fields, string contentType, bool expands)
    {
        var item = new JsonObject
        {
            ["@odata.etag"] = "\"7d6e1a1b-0000-0000-0000-000000000000,1\"",
            ["id"] = id.ToString(CultureInfo.InvariantCulture),
            ["lastModifiedDateTime"] = "2026-03-01T08:00:00Z",
        };
        if (fields is null)
        {
            item["deleted"] = new JsonObject { ["state"] = "deleted" };
            return item;
        }

        item["contentType"] = new JsonObject { ["id"] = contentType };
        if (expands)
        {
            var all = fields.DeepClone().AsObject();
            all["@odata.etag"] = item["@odata.etag"]!.DeepClone();
            all["id"] = item["id"]!.DeepClone();
            all["ContentType"] = "Item";
            all["AuthorLookupId"] = "6";
            all["Modified"] = "2026-03-01T08:00:00Z";
            all["_UIVersionString"] = "1.0";
            all["Attachments"] = false;
            item["fields"] = all;
        }

        return item;
    }
}
