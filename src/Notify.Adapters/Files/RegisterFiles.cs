using Notify.Core.Register;

namespace Notify.Adapters.Files;

/// <summary>Reads the files of a register: a folder of CSV files, or one Excel workbook. CONTRACT.md "Register files".</summary>
public static class RegisterFiles
{
    /// <summary>
    /// Reads all that can be read. Whatever is wrong with a file is an error in the result, never an exception; memory stays
    /// within a bound whatever the files hold.
    /// </summary>
    /// <param name="path">A folder, or an <c>.xlsx</c> file.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<RawRegister> ReadAsync(string path, CancellationToken ct)
    {
        var findings = new Findings();
        try
        {
            await ReadAsync(path, findings, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Error(path, Bilingual.Of(
                $"The folder cannot be read ({e.GetType().Name}): see that it is there and that you may read it.",
                $"Mappen går inte att läsa ({e.GetType().Name}): se efter att den finns och att du får läsa den."));
        }

        return findings.ToRegister();
    }

    private static async Task ReadAsync(string path, Findings findings, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            await ReadFolderAsync(path, findings, ct);
        }
        else if (!File.Exists(path))
        {
            findings.Error(path, new("There is no such file or folder: give a folder of CSV files, or one .xlsx file.", "Filen eller mappen finns inte: ange en mapp med CSV-filer, eller en .xlsx-fil."));
        }
        else if (Path.GetExtension(path).ToUpperInvariant() is var extension && extension == ".XLSX")
        {
            var (bytes, problem) = await FileBytes.ReadAsync(path, ct);
            if (bytes is null)
            {
                findings.Error(file, problem!);
            }
            else
            {
                ExcelWorkbook.Read(file, bytes, findings, ct);
            }
        }
        else
        {
            findings.Error(file, extension == ".CSV"
                ? new("A register is given as the folder that holds its CSV files, not as one of them: give the folder.", "Ett register anges som mappen med dess CSV-filer, inte som en av dem: ange mappen.")
                : new("This kind of file is not read: give a folder of CSV files, or one Excel workbook saved as .xlsx.", "Den här sortens fil läses inte: ange en mapp med CSV-filer, eller en arbetsbok från Excel sparad som .xlsx."));
        }
    }

    private static async Task ReadFolderAsync(string folder, Findings findings, CancellationToken ct)
    {
        if (!await CsvFolder.ReadAsync(CsvFolder.FilesIn(folder), findings, ct))
        {
            findings.Error(folder, Bilingual.Of(
                $"None of the files that make a register is in the folder. They are called {CsvFolder.Names}; an Excel file is given by its own path.",
                $"Ingen av registrets filer finns i mappen. De heter {CsvFolder.Names}; en Excelfil anges med sin egen sökväg."));
        }
    }
}
