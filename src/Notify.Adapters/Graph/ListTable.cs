using System.Globalization;
using System.Text.RegularExpressions;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Graph;

/// <summary>The rows of a list as a table of the register: <c>SharePoint/assignments</c>, an item's id for its line. Pure.</summary>
internal static partial class ListTable
{
    // What every list has of its own (Microsoft Graph, "fieldValueSet"); with what begins with an underscore.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ContentType", "ContentTypeId", "Modified", "Created", "AuthorLookupId", "EditorLookupId", "Author", "Editor", "Attachments", "Edit", "DocIcon",
        "LinkTitle", "LinkTitleNoMenu", "LinkTitle2", "ItemChildCount", "FolderChildCount", "AppAuthorLookupId", "AppEditorLookupId", "ComplianceAssetId", "GUID",
    };

    /// <param name="columns">How lists name our columns where not as we do: by <c>table:column</c>.</param>
    /// <param name="errors">Takes what cannot be read.</param>
    public static RawTable Of(ListRows list, IReadOnlyDictionary<string, string> columns, List<RegisterIssue> errors)
    {
        var table = KnownTables.Find(list.Table)!;
        var file = $"{SharePointSource.Shown}/{table}";
        var header = Header(list, Mapped(list.Table, columns));
        var (names, rows) = (header.Keys.ToList(), new List<RawRow>(list.Items.Count));
        foreach (var (item, n) in list.Items.OrderBy(i => Line(i.Key, int.MaxValue)).ThenBy(i => i.Key, StringComparer.Ordinal).Select((item, n) => (item, n)))
        {
            var line = Line(item.Key, n + 1);
            rows.Add(new(line, [.. names.Select(name => item.Value.Fields.GetValueOrDefault(name, ""))]));
            errors.AddRange(item.Value.Unread.Where(header.ContainsKey).Select(name => new RegisterIssue(file, line, header[name], "", new(
                "The column holds something that is no text, number, date or choice: use a column of such a kind.",
                "Kolumnen innehåller något som inte är text, tal, datum eller val: använd en kolumn av en sådan sort."))));
        }

        // A list without a row does not name its columns.
        return new(table, file, names.Count == 0 ? TableColumns.Of(table) : [.. names.Select(n => header[n])], rows) { HeaderLine = 0 };
    }

    /// <summary>Our names of the columns, by the list's internal names.</summary>
    private static Dictionary<string, string> Header(ListRows list, Dictionary<string, string> mapped)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in list.Items.Values.SelectMany(i => i.Fields.Keys.Concat(i.Unread)).Distinct().Order(StringComparer.Ordinal))
        {
            var plain = Decoded(name);
            if (mapped.TryGetValue(name, out var column) || mapped.TryGetValue(plain, out column))
            {
                header.Add(name, column);
            }
            else if (!IsOwn(name) && !mapped.ContainsValue(plain.ToLowerInvariant()))
            {
                header.Add(name, plain);
            }
        }

        return header;
    }

    private static Dictionary<string, string> Mapped(string table, IReadOnlyDictionary<string, string> columns)
    {
        var prefix = table + ":";
        return columns.Where(c => c.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(c => c.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Value, c => c.Key[prefix.Length..].ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsOwn(string name) => Own.Contains(name) || name.StartsWith('@') || (name.StartsWith('_') && !Escape().IsMatch(name));

    /// <summary>SharePoint's internal names write other letters than A–Z by their numbers: <c>fr_x00e5_n</c>.</summary>
    private static string Decoded(string name) =>
        Escape().Replace(name, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static int Line(string id, int otherwise) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex("_x([0-9a-fA-F]{4})_")]
    private static partial Regex Escape();
}
