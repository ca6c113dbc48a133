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
        var inserts = await MeasureAsync("inserts", folder);
        var commits = await MeasureAsync("commits", folder);
        return
        [
            new("read and validate the files, no more", parse, null, ""),
            new("first import", import, parse, "reading and validating"),
            new("import of the same again", again, parse, "reading and validating"),
            new("import with one change", change, parse, "reading and validating"),
            new("first watch (baseline), all districts", baseline, import, "first import"),
            new("idle watch, all districts", idle, baseline, "first watch"),
            new("watch after the change, all districts", changed, idle, "idle watch"),
            new("idle watch after it, all districts", idleAgain, idle, "idle watch"),
            new($"{Step.Commits} inserts, bare SQLite, {PerSecond(inserts)}", inserts, null, ""),
            new($"{Step.Commits} commits of the store, {PerSecond(commits)}", commits, inserts, "bare SQLite"),
        ];
    }

    private static async Task<Measurement> MeasureAsync(string step, string folder)
    {
        Console.Error.WriteLine($"benchmarks: {step} …");
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Step.Verb, step, folder]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize(answer, MeasurementJson.Default.Measurement)!
            : throw new InvalidOperationException($"The step {step} failed.");
    }

    private static void Print(int districts, IReadOnlyList<Row> rows)
    {
        Line($"{districts} districts, {rows[0].Cost.Note}; SQLite; {Environment.ProcessorCount} cores; .NET {Environment.Version}; each step in a process of its own.");
        Line($"");
        Line($"| step | seconds | store operations | per district | peak MB | ratio | |");
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

    private static string PerSecond(Measurement cost) => string.Create(CultureInfo.InvariantCulture, $"{cost.Operations / cost.Seconds:0}/s");

    private static void Line(FormattableString text) => Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Row(string Name, Measurement Cost, Measurement? Against, string Ratio);
}
