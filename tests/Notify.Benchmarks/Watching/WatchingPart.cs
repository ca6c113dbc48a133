namespace Notify.Benchmarks.Watching;

/// <summary>Imports and watches of the national register, and how they grow with its size and with what changed.</summary>
internal static class WatchingPart
{
    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        await NationalWatch.RunAsync(arguments.Districts, report);
        await Growth.RunAsync(arguments.Districts, report);
    }
}
