using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Adapters.Files;

/// <summary>A file by its name, and its bytes when they are asked for; or null with what is wrong and what to do.</summary>
internal sealed record NamedFile(string Name, Func<CancellationToken, Task<(byte[]? Bytes, Bilingual? Problem)>> ReadAsync);

/// <summary>Reads CSV files, each of which is a table by its name.</summary>
internal static class CsvFolder
{
    /// <summary>The files of a folder in the order of their names.</summary>
    public static IEnumerable<NamedFile> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path => new NamedFile(Path.GetFileName(path), ct => FileBytes.ReadAsync(path, ct)));

    /// <summary>Reads those that are tables.</summary>
    /// <returns>Whether any was.</returns>
    public static async Task<bool> ReadAsync(IEnumerable<NamedFile> files, Findings findings, CancellationToken ct)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in files)
        {
            if (TableOf(file.Name) is not { } table)
            {
                WarnOf(file.Name, findings);
            }
            else if (!found.TryAdd(table, file.Name))
            {
                findings.Error(file.Name, Bilingual.Of(
                    $"There is {found[table]} as well, and only one of the two can be the table: remove or rename one.",
                    $"Här finns också {found[table]}, och bara en av de två kan vara tabellen: ta bort eller byt namn på den ena."));
            }
            else
            {
                await ReadFileAsync(table, file, findings, ct);
            }
        }

        return found.Count > 0;
    }

    /// <summary>The files that make a register, for who gave none of them.</summary>
    public static string Names { get; } = string.Join(", ", KnownTables.Names.Select(n => n + ".csv"));

    private static async Task ReadFileAsync(string table, NamedFile file, Findings findings, CancellationToken ct)
    {
        var (bytes, problem) = await file.ReadAsync(ct);
        if (bytes is null)
        {
            findings.Lost(table, file.Name, problem!);
        }
        else
        {
            CsvTable.Read(table, file.Name, bytes, findings, ct);
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
            ? new("The file is none of the register's: it is passed over.", "Filen hör inte till registret: den hoppas över.")
            : Bilingual.Of(
                $"The file is none of the register's, and it is passed over. Did you mean {meant}.csv?",
                $"Filen hör inte till registret och hoppas över. Menade du {meant}.csv?"));
    }
}
