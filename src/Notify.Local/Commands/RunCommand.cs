using System.CommandLine;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Local.Commands;

/// <summary><c>notify run</c>: every job once for every district, then delivery until nothing more is due.</summary>
public static class RunCommand
{
    private static readonly Option<string?> Job = new("--job") { Description = "Only this job, and delivery", HelpName = "NAME" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("run", "Runs every job once for every district, then delivers what is due") { Job };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        await using var context = CommandContext.Open(parsed);
        var runner = context.Get<JobRunner>();
        var names = context.Settings.Shared.Schedule.Rows.Select(r => r.Job).ToList();
        if (parsed.GetValue(Job) is { } job)
        {
            names = names.Contains(job)
                ? [job]
                : throw new CommandException(ExitCode.BadInput, $"--job: there is no job '{job}'; there are {string.Join(", ", names)}.");
        }

        await context.Get<RegisterImport>().FinishAsync(ct);
        using var progress = new ConsoleProgress();
        foreach (var name in names.Where(n => n != "deliver"))
        {
            await runner.RunAsync(name, progress, ct);
        }

        var report = await DeliverAsync(context, progress, ct);
        progress.Clear();
        var counts = Enum.GetValues<DeliveryResult>().ToDictionary(r => r.ToString().ToLowerInvariant(), r => report[r]);
        context.Answer(new { Delivery = counts }, () => Console.Out.WriteLine(Sentence(counts)));
        return (int)(report.NeedsHuman ? ExitCode.NeedsHuman : ExitCode.Done);
    }

    private static async Task<DeliveryReport> DeliverAsync(CommandContext context, ConsoleProgress progress, CancellationToken ct)
    {
        var deliver = context.Get<DeliverJob>();
        var report = DeliveryReport.Empty;
        await context.Get<JobRunner>().RunAsync(
            deliver.Name, async (district, token) => report = report.Plus(await deliver.DeliverAsync(district, token)), progress, ct);
        return report;
    }

    private static string Sentence(Dictionary<string, int> counts)
    {
        var parts = counts.Where(c => c.Value > 0).Select(c => $"{c.Value} {c.Key}").ToList();
        return parts.Count == 0 ? "Nothing was due." : $"Mail: {string.Join(", ", parts)}.";
    }
}
