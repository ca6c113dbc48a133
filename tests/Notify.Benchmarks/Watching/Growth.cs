using System.Globalization;

namespace Notify.Benchmarks.Watching;

/// <summary>As many districts with ever more schools: an idle watch costs the same, and a watch after changes follows the changes.</summary>
internal static class Growth
{
    private const int Changes = 100;

    /// <summary>Of one district: about 3, 69 and 690.</summary>
    private static readonly int[] Schools = [1_000, 20_000, 200_000];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(int districts, Report report)
    {
        var rows = new List<Row>();
        foreach (var schools in Schools)
        {
            rows.Add(await MeasureAsync(districts, (int)((long)schools * districts / National.Districts)));
        }

        Print(report, districts, rows);
    }

    private static async Task<Row> MeasureAsync(int districts, int schools)
    {
        using var work = new WorkFolder();
        var folder = work.New("growth");
        var made = await NationalStore.MakeAsync(folder, districts, schools);
        var idle = await Child.MeasureAsync("watch", folder, Step.Imported);
        var change = await Child.MeasureAsync("change", folder, Changes.ToString(CultureInfo.InvariantCulture));
        return new(made, idle, change, await Child.MeasureAsync("watch", folder, Step.Changed));
    }

    private static void Print(Report report, int districts, IReadOnlyList<Row> rows)
    {
        var least = rows[0];
        report.Line($"Growth: {districts} districts with ever more schools; the ratio is to the first row.");
        report.Line($"");
        report.Line($"| schools | first import, s | first watch, s | idle watch, s | ratio | store operations | ratio | watch after {Changes} changed, s | ratio | store operations | ratio | peak MB |");
        report.Line($"|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var row in rows)
        {
            report.Line(
                $"| {row.Made.Schools:N0} | {row.Made.Import.Seconds:0.0} | {row.Made.FirstWatch.Seconds:0.0} | {Pair(row.Idle, least.Idle)} | {Pair(row.Watch, least.Watch)} | {row.PeakMegabytes:0} |");
        }

        report.Line($"");
    }

    private static string Pair(Measurement cost, Measurement least) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cost.Seconds:0.00} | {cost.Seconds / least.Seconds:0.0} | {cost.Operations} | {(double)cost.Operations / least.Operations:0.00}");

    private sealed record Row(MadeStore Made, Measurement Idle, Measurement Change, Measurement Watch)
    {
        public double PeakMegabytes => new[] { Made.Import, Made.FirstWatch, Idle, Change, Watch }.Max(m => m.PeakMegabytes);
    }
}
