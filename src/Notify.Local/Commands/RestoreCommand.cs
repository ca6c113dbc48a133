using System.CommandLine;
using System.Globalization;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary><c>notify restore</c>: an earlier version of a district's register becomes the present one again.</summary>
public static class RestoreCommand
{
    private static readonly Option<long?> To = new("--to") { Description = "Which version (default: the one before the present)", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("restore", "Brings back an earlier version of a district's register, after a wrong import")
        {
            DistrictOptions.District, To, ImportCommand.AllowMassChange, ImportCommand.DryRun,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var isDryRun = parsed.GetValue(ImportCommand.DryRun);
        if (!isDryRun)
        {
            await context.Get<RegisterImport>().FinishAsync(ct);
        }

        var district = await context.DistrictAsync(parsed.GetValue(DistrictOptions.District)!, ct);
        var pointer = (await context.Get<RegisterStore>().PointerAsync(district, ct))!;
        var earlier = pointer.Kept.Where(k => k.Version < pointer.Version).ToList();
        var wanted = parsed.GetValue(To);
        var version = earlier.LastOrDefault(k => wanted is null || k.Version == wanted)
            ?? throw new CommandException(ExitCode.BadInput, $"--to: {(wanted is null ? "there is no earlier version" : $"{wanted} is not kept")}; {Describe(earlier)}.");
        var source = $"restored {district} {version.Version}, imported {Time(version.At)} from {version.Source}";
        var request = new ImportRequest(source, parsed.GetValue(ImportCommand.AllowMassChange), isDryRun);
        using var progress = new ConsoleProgress();
        ImportOutcome outcome;
        try
        {
            outcome = await context.Get<RegisterImport>().RestoreAsync(district, version.Version, request, progress, ct);
        }
        catch (MergedDistrictException e)
        {
            throw new CommandException(ExitCode.BadInput, $"restore: {e.Text.English}");
        }

        progress.Clear();
        await context.NoteImportAsync("restore", outcome, request);
        var code = ImportReport.Tell(context, outcome, [], request);
        await Console.Error.WriteLineAsync($"notify: {(isDryRun ? "would have been " : code == (int)ExitCode.Done ? "" : "not ")}{source}");
        return code;
    }

    private static string Describe(List<KeptVersion> versions) => versions.Count == 0
        ? "none is kept"
        : $"kept are {string.Join(", ", versions.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Version} ({Time(k.At)}, {k.Source})")))}";

    private static string Time(DateTimeOffset at) => StockholmTime.ToLocal(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
