using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Web.Forums;

namespace Notify.Local.Commands;

/// <summary><c>notify report parity</c>: how municipal and independent schools take part in forums, by term, district and kind.</summary>
public static class ParityReportCommand
{
    private static readonly Option<bool> Csv = new("--csv") { Description = "Answer as CSV for Excel in Swedish: semicolons, decimal commas" };

    private static readonly Option<bool> Html = new("--html") { Description = "Answer as a page with a picture over the terms, to send and to print" };

    private static readonly string[] Names = ["term", "district", "district_name", "kind", "forums", "held", "provider", "invited", "answered", "accepted", "attended", "held_invited", "held_attended", "rate", "parity"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("parity", "How municipal and independent schools take part in forums, by term, district and kind") { Csv, Html };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        if (new[] { parsed.GetValue(Csv), parsed.GetValue(Html), parsed.GetValue(CommandLine.Json) }.Count(chosen => chosen) > 1)
        {
            throw new CommandException(ExitCode.BadInput, "--csv, --html and --json exclude each other: choose one.");
        }

        await using var context = CommandContext.Open(parsed);
        var (forums, names) = (new List<ForumRecord>(), new Dictionary<DistrictCode, string>());
        foreach (var code in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            if (await context.Get<ForumsReader>().ReadAsync(code, ct) is { } district)
            {
                forums.AddRange(district.Forums);
                names[code] = district.Register.District.Name;
            }
        }

        var rows = ParityReport.Of(forums, context.Get<TimeProvider>().GetUtcNow());
        if (parsed.GetValue(Csv))
        {
            ReportCsv.Write(Names, rows.SelectMany(r => CellsOf(r, NameOf(r, names))));
        }
        else if (parsed.GetValue(Html))
        {
            Console.Out.WriteLine(await ParityReportDocument.WriteAsync(rows, names, Language.Swedish, context.Get<TimeProvider>().GetUtcNow()));
        }
        else
        {
            context.Answer(new { Rows = rows.Select(r => JsonOf(r, NameOf(r, names))) }, () => Show(rows, names));
        }

        return (int)ExitCode.Done;
    }

    private static string NameOf(ParityRow row, Dictionary<DistrictCode, string> names) => row.District is { } code ? names[code] : "";

    /// <summary>The parity of a line is that of all its providers; it stands on each of their rows.</summary>
    private static IEnumerable<IReadOnlyList<string>> CellsOf(ParityRow row, string name) =>
        from provider in Enum.GetValues<Provider>()
        let figures = row.Participation[provider]
        where figures.Invited > 0
        select new[]
        {
            row.Term.ToString(), row.District?.ToString() ?? "", name, row.Kind is { } kind ? Word(kind) : "all",
            ReportCsv.Number(row.Forums), ReportCsv.Number(row.Held), Word(provider),
            ReportCsv.Number(figures.Invited), ReportCsv.Number(figures.Answered), ReportCsv.Number(figures.Accepted), ReportCsv.Number(figures.Attended),
            ReportCsv.Number(figures.Held.Invited), ReportCsv.Number(figures.Held.Attended),
            ReportCsv.Number(figures.Held.Rate, 3), ReportCsv.Number(row.Participation.Parity, 3),
        };

    private static object JsonOf(ParityRow row, string name) => new
    {
        Term = row.Term.ToString(),
        District = row.District?.ToString(),
        DistrictName = name.Length > 0 ? name : null,
        Kind = row.Kind is { } kind ? Word(kind) : null,
        row.Forums,
        row.Held,
        Participation = ForumsProof.Of(row.Participation),
    };

    private static void Show(IReadOnlyList<ParityRow> rows, Dictionary<DistrictCode, string> names)
    {
        foreach (var row in rows.Where(r => r.Kind is null))
        {
            var (municipal, independent) = (row.Participation[Provider.Municipal].Held, row.Participation[Provider.Independent].Held);
            var parity = row.Participation.Parity is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}") : "none";
            Console.Out.WriteLine(
                $"{row.Term}  {(row.District is null ? "The city" : NameOf(row, names))}: {row.Held} of {row.Forums} forums held; municipal {municipal.Attended} of {municipal.Invited} schools came, "
                + $"independent {independent.Attended} of {independent.Invited}; parity {parity}.");
        }

        if (rows.Count == 0)
        {
            Console.Out.WriteLine("There are no forums yet.");
        }
    }

    private static string Word<T>(T term)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString());
}
