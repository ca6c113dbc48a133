using System.CommandLine;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
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

    private static void WriteCsv(IReadOnlyList<CoverageLine> lines)
    {
        var format = new CsvConfiguration(CultureInfo.GetCultureInfo("sv-SE")) { Delimiter = ";", NewLine = "\r\n", InjectionOptions = InjectionOptions.None };
        using var csv = new CsvWriter(Console.Out, format, leaveOpen: true);
        Write(csv, ["by", "key", "name", "audience", "told", "confirmed", "share_percent"]);
        foreach (var line in lines)
        {
            Write(csv, [line.By, Text(line.Key), Text(line.Name), Number(line.Proof.Audience), Number(line.Proof.Told), Number(line.Proof.Confirmed), Percent(line.Proof.Share)]);
        }
    }

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static void Show(IReadOnlyList<CoverageLine> lines)
    {
        foreach (var line in lines)
        {
            var name = line.By == "city" ? "The city" : line.Name.Length > 0 ? line.Name : line.Key;
            Console.Out.WriteLine($"{line.By,-9} {name}: {line.Proof.Told} of {line.Proof.Audience} told, {line.Proof.Confirmed} confirmed.");
        }
    }

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it, which makes it text.</summary>
    private static string Text(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..] ? "'" + text : text;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share is { } part ? (100 * part).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') : "";
}
