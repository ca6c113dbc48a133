using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Notify.Adapters.Files;
using Notify.Core.Register.Reading;

namespace Notify.Benchmarks;

/// <summary>All steps in their order on one temporary folder, and the table of what they cost.</summary>
internal static class Suite
{
    /// <summary>The yardstick of memory (DESIGN "Time, scale, cost").</summary>
    private const double AimMegabytes = 300;

    /// <summary>The yardstick of pages (issue 7).</summary>
    private const double AimMilliseconds = 200;

    /// <summary>Says how the program is used.</summary>
    public static int Refuse()
    {
        Console.Error.WriteLine("benchmarks: give nothing, or --districts N (290 is Sweden).");
        return 2;
    }

    /// <summary>Runs all and prints the table.</summary>
    public static async Task<int> RunAsync(int districts)
    {
        var folder = Directory.CreateTempSubdirectory("notify-benchmark-").FullName;
        try
        {
            var register = National.Register(districts);
            await RegisterCsv.WriteAsync(Step.RegisterIn(folder), RegisterWriter.Write(register), default);
            await RegisterCsv.WriteAsync(Step.ChangedIn(folder), RegisterWriter.Write(National.WithOneChange(register)), default);
            Print(districts, await MeasureAsync(folder));
            Print(districts, await PagesAsync(folder), await PagesAsync(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName));
            Print(await BestAsync("inserts", folder), await BestAsync("commits", folder));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(string folder)
    {
        var parse = await MeasureAsync("parse", folder);
        var import = await MeasureAsync("import", folder);
        var again = await MeasureAsync("import", folder);
        var baseline = await MeasureAsync("watch", folder);
        var idle = await MeasureAsync("watch", folder);
        var change = await MeasureAsync("import-changed", folder);
        var changed = await MeasureAsync("watch-changed", folder);
        var idleAgain = await MeasureAsync("watch-changed", folder);
        return
        [
            new("read and validate the files, no more", parse, null, ""),
            new("first import", import, parse, "reading and validating"),
            new("import of the same again", again, parse, "reading and validating"),
            new("import with one change", change, parse, "reading and validating"),
            new("first watch (baseline)", baseline, import, "first import"),
            new("idle watch", idle, baseline, "first watch"),
            new("watch after the change", changed, idle, "idle watch"),
            new("idle watch after it", idleAgain, idle, "idle watch"),
        ];
    }

    /// <summary>A disk has its moods: the best of three, each in a folder of its own.</summary>
    private static async Task<Measurement> BestAsync(string step, string folder)
    {
        var tries = new List<Measurement>();
        while (tries.Count < 3)
        {
            tries.Add(await MeasureAsync(step, Directory.CreateDirectory(Path.Combine(folder, $"{step}-{tries.Count}")).FullName));
        }

        return tries.MinBy(t => t.Seconds)!;
    }

    private static async Task<Measurement> MeasureAsync(string step, string folder) =>
        JsonSerializer.Deserialize(await AnswerAsync(step, [Step.Verb, step, folder]), MeasurementJson.Default.Measurement)!;

    private static async Task<IReadOnlyList<PageCost>> PagesAsync(string folder) =>
        JsonSerializer.Deserialize<List<PageCost>>(await AnswerAsync("pages", [Step.PagesVerb, folder]))!;

    private static async Task<string> AnswerAsync(string step, string[] arguments)
    {
        Console.Error.WriteLine($"benchmarks: {step} …");
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"The step {step} failed.");
    }

    private static void Print(int districts, IReadOnlyList<PageCost> full, IReadOnlyList<PageCost> empty)
    {
        Line($"");
        Line($"Pages over HTTP on this machine, {districts} districts and {PageStep.Mails} notifications, against an empty register in the same run; the aim is {AimMilliseconds:0} ms:");
        Line($"");
        Line($"| page | first, ms | then, ms | store operations | empty, ms | ratio |");
        Line($"|---|--:|--:|--:|--:|--:|");
        foreach (var page in full)
        {
            var other = empty.FirstOrDefault(e => e.Page == page.Page);
            Line($"| `{page.Page}` | {page.FirstMilliseconds:0} | {page.Milliseconds:0.0} | {page.Operations} | {other?.Milliseconds:0.0} | {page.Milliseconds / other?.Milliseconds:0.0} |");
        }

        var slowest = full.MaxBy(p => p.Milliseconds)!;
        Line($"");
        Line($"The slowest is {slowest.Page} with {slowest.Milliseconds:0} ms: {(slowest.Milliseconds < AimMilliseconds ? "met" : "MISSED")}.");
    }

    private static void Print(int districts, IReadOnlyList<Row> rows)
    {
        Line($"{districts} districts, {rows[0].Cost.Note}; SQLite; {Environment.ProcessorCount} cores; .NET {Environment.Version}; each step in a process of its own.");
        Line($"");
        Line($"| step, all districts | seconds | store operations | per district | peak MB | ratio | |");
        Line($"|---|--:|--:|--:|--:|--:|---|");
        foreach (var (name, cost, against, ratio) in rows)
        {
            var times = against is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{cost.Seconds / against.Seconds:0.00} × {ratio}");
            Line($"| {name} | {cost.Seconds:0.00} | {cost.Operations} | {(double)cost.Operations / districts:0.0} | {cost.PeakMegabytes:0} | {times} | {cost.Note} |");
        }

        var peak = rows.Max(r => r.Cost.PeakMegabytes);
        Line($"");
        Line($"Peak memory {peak:0} MB; the aim is {AimMegabytes:0} MB: {(peak <= AimMegabytes ? "met" : "MISSED")}.");
    }

    private static void Print(Measurement inserts, Measurement commits) => Line(
        $"One record after the other, {Step.Commits} of them, each flushed to disk: the store {commits.Operations / commits.Seconds:0} commits/s, bare SQLite {inserts.Operations / inserts.Seconds:0} inserts/s: {inserts.Seconds / commits.Seconds:0.00} × bare SQLite.");

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Row(string Name, Measurement Cost, Measurement? Against, string Ratio);
}
