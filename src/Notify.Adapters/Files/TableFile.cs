using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Reads one table of a register from a file of its own: CSV, or an Excel workbook.</summary>
public static class TableFile
{
    /// <summary>Reads all that can be read. Whatever is wrong with the file is an error in the result, never an exception.</summary>
    /// <param name="path">A <c>.csv</c> file whatever its name, or an <c>.xlsx</c> in which the only sheet, or the one of the table's name, is meant.</param>
    /// <param name="table">A name of CONTRACT.md "Register files", as <c>attendance</c>.</param>
    public static async Task<RawRegister> ReadAsync(string path, string table, CancellationToken ct)
    {
        var (findings, file) = (new Findings(), Path.GetFileName(path));
        if (!File.Exists(path))
        {
            findings.Error(path, new("There is no such file: give a CSV file or an .xlsx.", "Filen finns inte: ange en CSV-fil eller en .xlsx."));
            return findings.ToRegister();
        }

        var (bytes, problem) = await FileBytes.ReadAsync(path, ct);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case var _ when bytes is null:
                findings.Error(file, problem!);
                break;
            case ".XLSX":
                ExcelWorkbook.Read(file, bytes, findings, ct, only: table);
                break;
            case ".CSV" or ".TXT":
                CsvTable.Read(table, file, bytes, findings, ct);
                break;
            default:
                findings.Error(file, new("This kind of file is not read: give a CSV file, or an Excel workbook saved as .xlsx.", "Den här sortens fil läses inte: ange en CSV-fil, eller en arbetsbok från Excel sparad som .xlsx."));
                break;
        }

        return findings.ToRegister();
    }
}
