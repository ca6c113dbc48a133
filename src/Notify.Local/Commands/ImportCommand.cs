using System.CommandLine;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Local.Commands;

/// <summary><c>notify import PATH</c>: a folder of CSV files, or one <c>.xlsx</c>, becomes the register.</summary>
public static class ImportCommand
{
    private static readonly Argument<string> Source = new("PATH") { Description = "A folder of CSV files, or one .xlsx" };

    /// <summary>Passes the guard against mass change.</summary>
    public static Option<bool> AllowMassChange { get; } = new("--allow-mass-change") { Description = "Import although a district loses many of its schools or contacts" };

    /// <summary>Changes nothing.</summary>
    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would change, and change nothing" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import", "Reads the register from a folder of CSV files or one .xlsx") { Source, AllowMassChange, DryRun };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed, mustExist: false);
        var path = Path.GetFullPath(parsed.GetValue(Source)!);
        var raw = await RegisterFiles.ReadAsync(path, ct);
        var reading = new RegisterReading(new(), [], []);
        var request = new ImportRequest(Path.GetFileName(path), parsed.GetValue(AllowMassChange), parsed.GetValue(DryRun));
        using var progress = new ConsoleProgress();
        var outcome = await context.Get<RegisterImport>().ImportAsync(
            present =>
            {
                reading = RegisterReader.Read(raw, present);
                return reading.Errors.Count == 0 ? reading.Content : null;
            },
            request,
            progress,
            ct);
        progress.Clear();
        if (outcome is not null)
        {
            await context.NoteImportAsync("import", outcome, request);
        }

        return outcome is null ? Refuse(context, reading)
            : ImportReport.Tell(context, outcome, reading.Warnings, request);
    }

    private static int Refuse(CommandContext context, RegisterReading reading)
    {
        context.Answer(new { Ok = false, reading.Errors, reading.Warnings }, () => { });
        if (!context.IsJson)
        {
            ImportReport.Tell(reading.Errors, reading.Errors.Count == 1 ? "notify: nothing was imported: " : "");
            if (reading.Errors.Count > 1)
            {
                Console.Error.WriteLine($"notify: nothing was imported; {reading.Errors.Count} errors to mend, as listed above.");
            }
        }

        return (int)ExitCode.BadInput;
    }
}
