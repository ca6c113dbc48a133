using Notify.Benchmarks.Cost;
using Notify.Benchmarks.Memory;
using Notify.Benchmarks.Pages;
using Notify.Benchmarks.Pipeline;
using Notify.Benchmarks.ScaleOut;
using Notify.Benchmarks.Start;
using Notify.Benchmarks.Stores;
using Notify.Benchmarks.Watching;

namespace Notify.Benchmarks;

/// <summary>The parts of the benchmark, each run alone by its name, or all of them in their order.</summary>
internal static class Suite
{
    private static readonly IReadOnlyList<(string Name, Func<SuiteArguments, Report, Task> RunAsync)> Parts =
    [
        ("watching", WatchingPart.RunAsync),
        ("pages", PagesPart.RunAsync),
        ("store", StorePart.RunAsync),
        ("start", StartPart.RunAsync),
        ("pipeline", PipelinePart.RunAsync),
        ("memory", MemoryPart.RunAsync),
        ("cost", CostPart.RunAsync),
        ("scaleout", ScaleOutPart.RunAsync),
    ];

    /// <summary>Runs what the arguments name.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var names = Parts.Select(p => p.Name).ToList();
        if (SuiteArguments.Parse(args, names) is not { } arguments)
        {
            Console.Error.WriteLine($"benchmarks: [{string.Join('|', names)}] [--districts N] (290 is Sweden) [--mails N] (in the pipeline) [--report FILE] [--notify FILE] (a published notify.dll)");
            return 2;
        }

        var report = new Report();
        foreach (var (name, runAsync) in Parts.Where(p => arguments.Part is null || p.Name == arguments.Part))
        {
            report.Heading(name);
            await runAsync(arguments, report);
        }

        await report.SaveAsync(arguments.ReportFile);
        return 0;
    }
}
