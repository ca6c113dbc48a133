using System.Globalization;
using Notify.Adapters.Files;
using Notify.Core.Register.Reading;

namespace Notify.Benchmarks.Watching;

/// <summary>The national register from files to watch, then the watch after ever more changes, each from the same store.</summary>
internal static class NationalWatch
{
    /// <summary>The yardstick of memory (DESIGN "Time, scale, cost").</summary>
    private const double AimMegabytes = 300;

    private static readonly int[] Changes = [1, 100, 10_000];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(int districts, Report report)
    {
        using var work = new WorkFolder();
        var folder = work.New("national");
        var register = National.Register(districts, National.SchoolsOf(districts));
        await RegisterCsv.WriteAsync(Step.RegisterIn(folder), RegisterWriter.Write(register), default);
        await RegisterCsv.WriteAsync(Step.ChangedIn(folder), RegisterWriter.Write(National.WithChanges(register, 1)), default);
        Print(report, districts, await MeasureAsync(folder, work));
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(string folder, WorkFolder work)
    {
        var parse = await Child.MeasureAsync("parse", folder);
        var import = await Child.MeasureAsync("import", folder);
        var again = await Child.MeasureAsync("import", folder);
        var baseline = await Child.MeasureAsync("watch", folder, Step.Imported);
        var idle = await Child.MeasureAsync("watch", folder, Step.Imported);
        var rows = new List<Row>
        {
            new("read and validate the files, no more", parse, null, ""),
            new("first import", import, parse, "reading and validating"),
            new("import of the same again", again, parse, "reading and validating"),
            new("first watch (baseline)", baseline, import, "first import"),
            new("idle watch", idle, baseline, "first watch"),
        };
        foreach (var changes in Changes)
        {
            var changed = work.Copy(folder, string.Create(CultureInfo.InvariantCulture, $"changed-{changes}"));
            rows.Add(new(Text($"import with {changes:N0} changed"), await Child.MeasureAsync("change", changed, Number(changes)), import, "first import"));
            rows.Add(new(Text($"watch after {changes:N0} changed"), await Child.MeasureAsync("watch", changed, Step.Changed), idle, "idle watch"));
        }

        var change = await Child.MeasureAsync("import-changed", folder);
        rows.Insert(3, new("import of files with one changed", change, parse, "reading and validating"));
        return rows;
    }

    private static void Print(Report report, int districts, IReadOnlyList<Row> rows)
    {
        report.Line($"{districts} districts, {rows[0].Cost.Note}; SQLite; each step in a process of its own.");
        report.Line($"");
        report.Line($"| step, all districts | seconds | store operations | per district | peak MB | ratio | |");
        report.Line($"|---|--:|--:|--:|--:|--:|---|");
        foreach (var (name, cost, against, ratio) in rows)
        {
            var times = against is null ? "" : Text($"{cost.Seconds / against.Seconds:0.00} × {ratio}");
            report.Line($"| {name} | {cost.Seconds:0.00} | {cost.Operations} | {(double)cost.Operations / districts:0.0} | {cost.PeakMegabytes:0} | {times} | {cost.Note} |");
        }

        var peak = rows.Max(r => r.Cost.PeakMegabytes);
        report.Line($"");
        report.Line($"Peak memory {peak:0} MB; the aim is {AimMegabytes:0} MB: {(peak <= AimMegabytes ? "met" : "MISSED")}.");
        report.Line($"");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(string Name, Measurement Cost, Measurement? Against, string Ratio);
}
