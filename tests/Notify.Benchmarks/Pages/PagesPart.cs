using System.Text.Json;

namespace Notify.Benchmarks.Pages;

/// <summary>Every page of the portal at national size, against the same pages of an empty register.</summary>
internal static class PagesPart
{
    /// <summary>The yardstick of pages (issue 7).</summary>
    private const double AimMilliseconds = 200;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        using var work = new WorkFolder();
        var national = work.New("national");
        await NationalStore.MakeAsync(national, arguments.Districts);
        Print(report, arguments.Districts, await MeasureAsync(national), await MeasureAsync(work.New("empty")));
    }

    private static async Task<IReadOnlyList<PageCost>> MeasureAsync(string folder) =>
        JsonSerializer.Deserialize<List<PageCost>>(await Child.AnswerAsync([PageStep.Verb, folder]))!;

    private static void Print(Report report, int districts, IReadOnlyList<PageCost> full, IReadOnlyList<PageCost> empty)
    {
        report.Line($"Pages over HTTP on this machine, {districts} districts and {DeliveredMails.Count} notifications, against an empty register in the same run; the aim is {AimMilliseconds:0} ms:");
        report.Line($"");
        report.Line($"| page | first, ms | then, ms | store operations | empty, ms | ratio |");
        report.Line($"|---|--:|--:|--:|--:|--:|");
        foreach (var page in full)
        {
            var other = empty.FirstOrDefault(e => e.Page == page.Page);
            report.Line($"| `{page.Page}` | {page.FirstMilliseconds:0} | {page.Milliseconds:0.0} | {page.Operations} | {other?.Milliseconds:0.0} | {page.Milliseconds / other?.Milliseconds:0.0} |");
        }

        var slowest = full.MaxBy(p => p.Milliseconds)!;
        report.Line($"");
        report.Line($"The slowest is {slowest.Page} with {slowest.Milliseconds:0} ms: {(slowest.Milliseconds < AimMilliseconds ? "met" : "MISSED")}.");
        report.Line($"");
    }
}
