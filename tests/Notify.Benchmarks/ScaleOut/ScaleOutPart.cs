using Notify.Benchmarks.Cost;

namespace Notify.Benchmarks.ScaleOut;

/// <summary>When the morning's mail is out in Azure, and what keeps it from being out sooner. Simulated: see docs of <see cref="Setting"/>.</summary>
internal static class ScaleOutPart
{
    private const int Seed = 1;
    private static readonly int[] Limits = [600, 6_000, 0];
    private static readonly int[] Mails = [1_000, 10_000, 100_000];

    /// <summary>Simulates and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        var calls = Setting.CallsIn(HostFile());
        var operations = await Counting.DeliveryAsync();
        report.Line($"Simulated, not measured: mails of {arguments.Districts} districts due at 07:00; at most {Setting.MaxInstances} instances of {calls} messages at once, each {Setting.SendsAtOnce} sends; cold start 2–8 s, send 30–300 ms, a store operation 5–20 ms (assumed), {operations} of them a mail (counted).");
        report.Line($"");
        report.Line($"| mails | limit a minute | half is out | 95 % | last | instances | over the lock | what limits |");
        report.Line($"|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var (mails, limit) in Mails.SelectMany(m => Limits.Select(l => (m, l))))
        {
            var result = new Morning(new(arguments.Districts, mails, limit, calls, operations), Seed).Run();
            report.Line($"| {result.Mails:N0} | {(limit == 0 ? "none" : limit)} | {Text(result.P50)} | {Text(result.P95)} | {Text(result.Last)} | {result.Instances} | {result.OverLock} | {Limit(arguments.Districts, result, limit, operations, calls)} |");
        }

        report.Line($"");
    }

    private static string Text(double seconds) => TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"mm\:ss" : @"h\:mm\:ss", null);

    /// <summary>The same morning once more with one thing taken away: what then helps most is the limit.</summary>
    private static string Limit(int districts, MorningResult result, int limit, int operations, int calls)
    {
        var setting = new Setting(districts, result.Mails, limit, calls, operations);
        (string What, double Last)[] without =
        [
            ("provider limit", new Morning(setting with { MaxPerMinute = 0 }, Seed).Run().Last),
            ("messages at once", new Morning(setting with { Calls = calls * 4 }, Seed).Run().Last),
            ("store", new Morning(setting with { OperationsPerMail = 1 }, Seed).Run().Last),
        ];
        var best = without.MinBy(w => w.Last);
        return best.Last < result.Last * 0.9 ? $"{best.What} (without: {Text(best.Last)})" : "cold start and sending";
    }

    private static string HostFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Notify.sln")))
            {
                return Path.Combine(folder.FullName, "host.json");
            }
        }

        throw new InvalidOperationException("The clone is not above the program.");
    }
}
