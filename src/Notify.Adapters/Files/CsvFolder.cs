using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>Reads the CSV files of a folder.</summary>
internal static class CsvFolder
{
    public static async Task ReadAsync(string folder, Findings findings, CancellationToken ct)
    {
        var found = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (TableOf(file) is not { } table)
            {
                WarnOf(file, findings);
            }
            else if (!found.TryAdd(table, file))
            {
                findings.Error(file, $"There is {found[table]} as well, and only one of the two can be the table: remove or rename one.");
            }
            else
            {
                await ReadFileAsync(table, file, path, findings, ct);
            }
        }

        if (found.Count == 0)
        {
            findings.Error(folder, $"None of the files that make a register is in the folder. They are called {string.Join(", ", KnownTables.Names.Select(n => n + ".csv"))}; an Excel file is given by its own path.");
        }
    }

    private static async Task ReadFileAsync(string table, string file, string path, Findings findings, CancellationToken ct)
    {
        var (bytes, problem) = await FileBytes.ReadAsync(path, ct);
        if (bytes is null)
        {
            findings.Lost(table, file, problem);
        }
        else
        {
            CsvTable.Read(table, file, bytes, findings, ct);
        }
    }

    private static string? TableOf(string file) =>
        Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? KnownTables.Find(Path.GetFileNameWithoutExtension(file))
            : null;

    private static void WarnOf(string file, Findings findings)
    {
        // Hidden files, and the locks that Excel leaves, are no one's mistake.
        if (file.StartsWith('.') || file.StartsWith("~$", StringComparison.Ordinal))
        {
            return;
        }

        var name = Path.GetFileNameWithoutExtension(file);
        var meant = KnownTables.Find(name) ?? KnownTables.Nearest(name);
        findings.Warn(file, meant is null
            ? "The file is none of the register's: it is passed over."
            : $"The file is none of the register's, and it is passed over. Did you mean {meant}.csv?");
    }
}
