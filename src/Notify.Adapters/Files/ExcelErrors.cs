using System.IO.Compression;
using System.Xml;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>
/// The cells whose formula fails (<c>#N/A</c>, <c>#REF!</c>). ExcelDataReader 3.6 gives them as empty, and an empty cell
/// means something else: an assignment without end, for one.
/// </summary>
internal sealed class ExcelErrors
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int MaxErrors = 10_000;

    private static readonly Dictionary<(int Row, int Column), string> None = [];

    private readonly Dictionary<string, Dictionary<(int Row, int Column), string>> _sheets = [];

    /// <summary>The failing cells of a sheet with what they show; rows and columns count from 1.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Of(string sheet) => _sheets.GetValueOrDefault(sheet, None);

    public static ExcelErrors Read(byte[] bytes, CancellationToken ct)
    {
        var errors = new ExcelErrors();
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var parts = new Dictionary<string, string>();
        foreach (var (id, target) in Attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", r => (r.GetAttribute("Id"), r.GetAttribute("Target"))))
        {
            parts[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        foreach (var (name, id) in Attributes(zip, "xl/workbook.xml", "sheet", r => (r.GetAttribute("name"), r.GetAttribute("id", Relations))))
        {
            if (KnownTables.Find(name) is not null && !errors._sheets.ContainsKey(name) && zip.GetEntry(parts.GetValueOrDefault(id, string.Empty)) is { } entry)
            {
                errors._sheets[name] = ReadSheet(entry, ct);
            }
        }

        return errors;
    }

    private static IEnumerable<(string First, string Second)> Attributes(ZipArchive zip, string part, string element, Func<XmlReader, (string?, string?)> read)
    {
        if (zip.GetEntry(part) is not { } entry)
        {
            yield break;
        }

        using var xml = XmlReader.Create(entry.Open());
        for (var found = 0; found < ExcelWorkbook.MaxSheets && xml.Read();)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element && read(xml) is ({ } first, { } second))
            {
                found++;
                yield return (first, second);
            }
        }
    }

    private static Dictionary<(int Row, int Column), string> ReadSheet(ZipArchiveEntry entry, CancellationToken ct)
    {
        var errors = new Dictionary<(int Row, int Column), string>();
        using var xml = XmlReader.Create(entry.Open());
        var (row, column) = (0, 0);
        while (errors.Count < MaxErrors && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                ct.ThrowIfCancellationRequested();
                row = int.TryParse(xml.GetAttribute("r"), out var stated) ? stated : row + 1;
                column = 0;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                if (xml.GetAttribute("t") == "e")
                {
                    errors[(row, column)] = ErrorText(xml);
                }
            }
        }

        return errors;
    }

    private static string ErrorText(XmlReader xml)
    {
        using var cell = xml.ReadSubtree();
        return cell.ReadToDescendant("v") ? cell.ReadElementContentAsString() : "#N/A";
    }

    // C7 is in column 3.
    private static int? Column(string? cell) =>
        cell is null ? null : cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, letter) => (n * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
}
