namespace Notify.Benchmarks.Watching;

/// <summary>Imports and watches of the national register, and how they grow with its size and with what changed.</summary>
internal static class WatchingPart
{
    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(int districts, Report report)
    {
        await NationalWatch.RunAsync(districts, report);
        await Growth.RunAsync(districts, report);
    }
}
