using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>Reads and writes the files of a register in memory.</summary>
internal sealed class SentRegister : IRegisterFiles
{
    private const int LongestName = 100;

    /// <inheritdoc/>
    public async Task<RawRegister> ReadAsync(IReadOnlyList<SentFile> files, CancellationToken ct)
    {
        var findings = new Findings();
        var named = files.Select(f => f with { Name = NameOf(f.Name) }).ToList();
        var workbooks = named.Where(f => IsWorkbook(f.Name)).ToList();
        if (workbooks.Count == 0)
        {
            await ReadTablesAsync(named, findings, ct);
        }
        else if (named.Count > 1)
        {
            findings.Error(workbooks[0].Name, new(
                "An Excel workbook is sent by itself: send it alone, or CSV files without it.",
                "En arbetsbok från Excel skickas för sig: skicka den ensam, eller bara CSV-filer."));
        }
        else
        {
            ExcelWorkbook.Read(workbooks[0].Name, workbooks[0].Bytes, findings, ct);
        }

        return findings.ToRegister();
    }

    /// <inheritdoc/>
    public async Task<byte[]> WriteWorkbookAsync(IReadOnlyList<RawTable> tables, CancellationToken ct)
    {
        using var workbook = new MemoryStream();
        var sheets = tables.ToDictionary(t => t.Name, object (t) => t.Rows.Select(r => r.Cells).Prepend(t.Header).Select(CellsOf));
        await workbook.SaveAsAsync(sheets, printHeader: false, configuration: new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None }, cancellationToken: ct);
        return workbook.ToArray();
    }

    /// <inheritdoc/>
    public async Task<byte[]> WriteCsvAsync(RawTable table, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await RegisterCsv.WriteAsync(file, table, ct);
        return file.ToArray();
    }

    private static async Task ReadTablesAsync(List<SentFile> files, Findings findings, CancellationToken ct)
    {
        var read = await CsvFolder.ReadAsync(files.Select(f => new NamedFile(f.Name, _ => Task.FromResult<(byte[]?, Bilingual?)>((f.Bytes, null)))), findings, ct);
        if (!read)
        {
            findings.Error(string.Empty, Bilingual.Of(
                $"None of the files is one of a register. They are called {CsvFolder.Names}; or send one Excel workbook saved as .xlsx.",
                $"Ingen av filerna hör till ett register. De heter {CsvFolder.Names}; eller skicka en arbetsbok från Excel sparad som .xlsx."));
        }
    }

    private static Dictionary<string, object> CellsOf(IReadOnlyList<string> cells) =>
        cells.Index().ToDictionary(c => $"c{c.Index:D3}", object (c) => c.Item);

    private static bool IsWorkbook(string name) => Path.GetExtension(name).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last part: some browsers send where the file lay.</summary>
    private static string NameOf(string name)
    {
        var last = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Trim();
        var shown = string.Concat(last.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)));
        return shown.Length <= LongestName ? shown : string.Concat("…", shown.AsSpan(shown.Length - LongestName));
    }
}

/// <summary>Registers the files of a register.</summary>
public static class RegisterFilesRegistration
{
    /// <summary>Adds <see cref="IRegisterFiles"/>.</summary>
    public static IServiceCollection AddRegisterFiles(this IServiceCollection services) => services.AddSingleton<IRegisterFiles, SentRegister>();
}
