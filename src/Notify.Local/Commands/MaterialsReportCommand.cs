using System.CommandLine;
using Notify.Core.Materials;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify report materials</c>: who was told, and has confirmed, the present versions of the support material.</summary>
public static class MaterialsReportCommand
{
    private static readonly Option<bool> Csv = new("--csv") { Description = "Answer as CSV for Excel in Swedish: semicolons, decimal commas" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("materials", "Support material told and confirmed, by district, role, provider and material") { Csv };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (parsed.GetValue(Csv) && parsed.GetValue(CommandLine.Json))
        {
            throw new CommandException(ExitCode.BadInput, "--csv and --json exclude each other: choose one.");
        }

        await using var context = CommandContext.Open(parsed);
        var rows = new List<CoverageRow>();
        foreach (var code in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            rows.AddRange((await context.Get<MaterialsReader>().ReadAsync(code, ct))?.Rows ?? []);
        }

        var lines = MaterialCoverage.Breakdowns(rows);
        if (parsed.GetValue(Csv))
        {
            WriteCsv(lines);
        }
        else
        {
            context.Answer(new { Rows = lines.Select(l => new { l.By, l.Key, l.Name, l.Proof.Audience, l.Proof.Told, l.Proof.Confirmed, l.Proof.Share }) }, () => Show(lines));
        }

        return (int)ExitCode.Done;
    }

    private static void WriteCsv(IEnumerable<CoverageLine> lines) => ReportCsv.Write(
        ["by", "key", "name", "audience", "told", "confirmed", "share_percent"],
        lines.Select(l => (IReadOnlyList<string>)
        [
            l.By, l.Key, l.Name, ReportCsv.Number(l.Proof.Audience), ReportCsv.Number(l.Proof.Told),
            ReportCsv.Number(l.Proof.Confirmed), ReportCsv.Number(100 * l.Proof.Share, 1),
        ]));

    private static void Show(IReadOnlyList<CoverageLine> lines)
    {
        foreach (var line in lines)
        {
            var name = line.By == "city" ? "The city" : line.Name.Length > 0 ? line.Name : line.Key;
            Console.Out.WriteLine($"{line.By,-9} {name}: {line.Proof.Told} of {line.Proof.Audience} told, {line.Proof.Confirmed} confirmed.");
        }
    }
}
