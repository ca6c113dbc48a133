using System.CommandLine;
using Notify.Core.FollowUps;
using Notify.Core.FollowUps.Results;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Local.Commands;

/// <summary><c>notify report followup</c>: every figure of follow-up that may be shown, by district, group, term and city.</summary>
public static class FollowUpReportCommand
{
    private static readonly Option<bool> Csv = new("--csv") { Description = "Answer as CSV for Excel in Swedish: semicolons, decimal commas" };

    private static readonly Option<string?> Term = new("--term") { Description = "Only this term, as 2026-HT or 2026-VT", HelpName = "TERM" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("followup", "Reply rates and indices of follow-up, by district, group, term and city") { Csv, Term };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var term = TermOf(parsed.GetValue(Term));
        if (parsed.GetValue(Csv) && parsed.GetValue(CommandLine.Json))
        {
            throw new CommandException(ExitCode.BadInput, "--csv and --json exclude each other: choose one.");
        }

        await using var context = CommandContext.Open(parsed);
        var districts = new List<DistrictFollowUps>();
        foreach (var code in await context.Get<RegisterStore>().DistrictsAsync(ct))
        {
            districts.AddRange(await context.Get<FollowUpsReader>().ReadAsync(code, ct) is { } read ? [read] : []);
        }

        var rows = FollowUpReport.Of(districts, term);
        if (parsed.GetValue(Csv))
        {
            ReportCsv.Write(Names, rows.Select(CellsOf));
        }
        else
        {
            context.Answer(new { Rows = rows, Districts = districts.Select(d => new { District = d.District.Code.ToString(), d.District.Name, d.Status }) }, () => Show(rows, districts));
        }

        return (int)ExitCode.Done;
    }

    private static SchoolTerm? TermOf(string? text) =>
        text is null ? null
        : SchoolTerm.TryParse(text, out var term) ? term
        : throw new CommandException(ExitCode.BadInput, $"--term: '{text}' is no term; write 2026-HT or 2026-VT.");

    private static readonly string[] Names =
    [
        "level", "term", "district", "district_name", "round", "title", "questionnaire", "version", "goal", "group", "axis", "statement",
        "asked", "answered", "reply_rate", "count", "mean", "index", "district_mean", "change", "since", "not_compared",
    ];

    private static IReadOnlyList<string> CellsOf(FollowUpReportRow row) =>
    [
        row.Level, row.Term, row.District, row.DistrictName, row.Round, row.Title, row.Questionnaire, row.Version,
        row.Goal, row.Group, row.Axis, row.Statement, Number(row.Asked), Number(row.Answered), Number(row.ReplyRate),
        Number(row.Count), Number(row.Mean), Number(row.Index), Number(row.DistrictMean), Number(row.Change), row.Since, row.NotCompared,
    ];

    private static string Number(decimal? figure) => ReportCsv.Number((double?)figure, 1);

    private static string Number(int? count) => ReportCsv.Number(count);

    private static void Show(IReadOnlyList<FollowUpReportRow> rows, IEnumerable<DistrictFollowUps> districts)
    {
        foreach (var row in rows.Where(r => r is { Group: "all", Axis: "" }))
        {
            var change = row.Change is { } points ? $", {FigureText.Change(points, Language.English)} since {row.Since}" : "";
            Console.Out.WriteLine(
                $"{row.Term}  {(row.Level == "city" ? "The city" : row.DistrictName)} ({row.Questionnaire}): {row.Answered} of {row.Asked} answered, "
                + $"{(row.Index is { } index ? $"index {FigureText.Invariant(index)}" : "too few for an index")}{change}.");
        }

        foreach (var status in districts.GroupBy(d => d.Status).OrderBy(g => g.Key))
        {
            Console.Out.WriteLine($"{status.Key}: {string.Join(", ", status.Select(d => d.District.Name))}.");
        }
    }
}
