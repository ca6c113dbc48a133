namespace Notify.Benchmarks.Stores;

/// <summary>One commit after the other, against bare SQLite doing the same.</summary>
internal static class StorePart
{
    private const int Tries = 3;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        using var work = new WorkFolder();
        var inserts = await BestAsync("inserts", work);
        var commits = await BestAsync("commits", work);
        report.Line(
            $"One record after the other, {Step.Commits} of them, each flushed to disk: the store {commits.Operations / commits.Seconds:0} commits/s, bare SQLite {inserts.Operations / inserts.Seconds:0} inserts/s: {inserts.Seconds / commits.Seconds:0.00} × bare SQLite.");
        report.Line($"");
    }

    /// <summary>A disk has its moods: the best of some, each in a folder of its own.</summary>
    private static async Task<Measurement> BestAsync(string step, WorkFolder work)
    {
        var tries = new List<Measurement>();
        while (tries.Count < Tries)
        {
            tries.Add(await Child.MeasureAsync(step, work.New($"{step}-{tries.Count}")));
        }

        return tries.MinBy(t => t.Seconds)!;
    }
}
