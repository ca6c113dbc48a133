using System.Text;
using ExcelDataReader;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>Reads the sheets of an Excel workbook.</summary>
internal static class ExcelWorkbook
{
    public const int MaxSheets = 250;

    // The library asks for Windows-1252 even where a workbook has no use for it.
    static ExcelWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="only">The table that a workbook of one sheet holds, whatever the sheet is called; null: sheets are known by their names.</param>
    public static void Read(string file, byte[] bytes, Findings findings, CancellationToken ct, string? only = null)
    {
        if (ExcelPackage.Problem(bytes, ct) is { } problem)
        {
            findings.Error(file, problem);
            return;
        }

        try
        {
            var errors = ExcelErrors.Read(bytes, ct);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
            ReadSheets(reader, file, errors, findings, only, ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            // The library has no exception of its own for every way in which a workbook can be broken.
            findings.Error(file, Bilingual.Of(
                $"The workbook is damaged ({e.GetType().Name}): open it in Excel, and save it as .xlsx again.",
                $"Arbetsboken är skadad ({e.GetType().Name}): öppna den i Excel, och spara den som .xlsx igen."));
        }
    }

    private static void ReadSheets(IExcelDataReader reader, string file, ExcelErrors errors, Findings findings, string? only, CancellationToken ct)
    {
        if (reader.ResultsCount > MaxSheets)
        {
            findings.Error(file, Bilingual.Of(
                $"The workbook has {reader.ResultsCount} sheets, which no register has: remove what does not belong there.",
                $"Arbetsboken har {reader.ResultsCount} blad, vilket inget register har: ta bort det som inte hör dit."));
            return;
        }

        var found = new HashSet<string>();
        do
        {
            var sheet = reader.Name.Trim();
            var path = $"{file}/{sheet}";
            if (((reader.ResultsCount == 1 ? only : null) ?? KnownTables.Find(sheet)) is not { } table)
            {
                var unknown = new Bilingual("The sheet is none of the register's, and it is passed over.", "Bladet hör inte till registret och hoppas över.");
                findings.Warn(path, KnownTables.Nearest(sheet) is { } near ? unknown.Then(Bilingual.Of($"Did you mean {near}?", $"Menade du {near}?")) : unknown);
            }
            else if (!found.Add(table))
            {
                findings.Error(path, new("There are two sheets of this name: remove or rename one.", "Två blad har det här namnet: ta bort eller byt namn på det ena."));
            }
            else
            {
                new ExcelSheet(table, path, errors.Of(reader.Name), findings).Read(reader, ct);
            }
        }
        while (reader.NextResult());

        if (found.Count == 0)
        {
            findings.Error(file, Bilingual.Of(
                $"None of the sheets that make a register is in the workbook. They are called {string.Join(", ", KnownTables.Names)}.",
                $"Inget av registrets blad finns i arbetsboken. De heter {string.Join(", ", KnownTables.Names)}."));
        }
    }
}
