using System.CommandLine;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Register.Reading;

namespace Notify.Local.Commands;

/// <summary><c>notify import PATH</c>: a folder of CSV files, or one <c>.xlsx</c>, becomes the register.</summary>
public static class ImportCommand
{
    private static readonly Argument<string> Source = new("PATH") { Description = "A folder of CSV files, or one .xlsx" };
    private static readonly Option<bool> AllowMassChange = new("--allow-mass-change") { Description = "Import although a district loses many of its schools or contacts" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would change, and change nothing" };

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
        return outcome is null ? Refuse(context, reading)
            : outcome.IsHeld ? Hold(context, outcome, reading)
            : Report(context, outcome, reading, request);
    }

    private static int Refuse(CommandContext context, RegisterReading reading)
    {
        context.Answer(new { Ok = false, reading.Errors, reading.Warnings }, () => { });
        if (!context.IsJson)
        {
            Tell(reading.Errors, reading.Errors.Count == 1 ? "notify: nothing was imported: " : "");
            if (reading.Errors.Count > 1)
            {
                Console.Error.WriteLine($"notify: nothing was imported; {reading.Errors.Count} errors to mend, as listed above.");
            }
        }

        return (int)ExitCode.BadInput;
    }

    private static int Hold(CommandContext context, ImportOutcome outcome, RegisterReading reading)
    {
        var held = outcome.Held.Select(h => new { District = h.District.ToString(), h.Reason });
        var errors = outcome.Held.Select(h => new RegisterIssue("", 0, "", h.District.ToString(), h.Reason));
        context.Answer(new { Ok = false, Errors = errors, Held = held, outcome.Changes, reading.Warnings }, () => { });
        Console.Error.WriteLine(
            $"notify: nothing was imported: {string.Join(" ", outcome.Held.Select(h => h.Reason))} If that is right, import again with --allow-mass-change.");
        return (int)ExitCode.NeedsHuman;
    }

    private static int Report(CommandContext context, ImportOutcome outcome, RegisterReading reading, ImportRequest request)
    {
        context.Answer(
            new { Ok = true, Districts = outcome.Districts, outcome.Changes, reading.Warnings, request.DryRun },
            () =>
            {
                Tell(reading.Warnings, "warning: ");
                Console.Out.WriteLine($"{outcome.Districts} districts{(request.DryRun ? " (dry run: nothing is changed)" : "")}");
                foreach (var (table, change) in outcome.Changes.Where(c => c.Value != new TableChanges(0, 0, 0)))
                {
                    Console.Out.WriteLine($"  {table}: {change.Added} added, {change.Removed} removed, {change.Changed} changed");
                }
            });
        return (int)ExitCode.Done;
    }

    private static void Tell(IEnumerable<RegisterIssue> issues, string kind)
    {
        foreach (var issue in issues)
        {
            var place = issue.Line == 0 ? issue.File : issue.Column.Length == 0 ? $"{issue.File}:{issue.Line}" : $"{issue.File}:{issue.Line} {issue.Column}";
            var value = issue.Value.Length == 0 ? "" : $" '{issue.Value}'";
            Console.Error.WriteLine($"{kind}{place}{value}: {issue.Message}");
        }
    }
}
