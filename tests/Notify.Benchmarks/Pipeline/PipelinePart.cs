using System.Globalization;
using Notify.Benchmarks.Peers;

namespace Notify.Benchmarks.Pipeline;

/// <summary>From the queue to the hand-over: Notify with all that makes it safe, beside what could be reached with nothing at all.</summary>
internal static class PipelinePart
{
    /// <summary>The yardsticks of issue 10: shares of the ceiling, and the memory of a sender in MB.</summary>
    private const double AimSmtp = 0.60;
    private const double AimHttp = 0.35;
    private const double AimMegabytes = 150;

    private const double AimPeers = 2;

    private const int FewMails = 200;

    private const string Ours = "Notify on SQLite";

    private static readonly int[] AtOnce = [1, 8, 32];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(SuiteArguments arguments, Report report)
    {
        using var work = new WorkFolder();
        Console.Error.WriteLine("benchmarks: pipeline, filling the queue …");
        var sample = await new Queue(arguments.Program, work, "sample", FewMails).WriteOneAsync();
        var queue = new Queue(arguments.Program, work, "queue", arguments.Mails);
        await queue.PrepareAsync();
        await using var sink = await Sink.StartAsync();
        var peers = await Peer.AllAsync(work, await PeerMail.WriteAsync(sample));
        Print(report, arguments.Mails, await MeasureAsync(queue, sample, arguments.Mails, sink, peers));
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(Queue queue, string sample, int mails, Sink sink, IReadOnlyList<Peer> peers)
    {
        var rows = new List<Row>();
        foreach (var way in new[] { "smtp", "http" })
        {
            foreach (var atOnce in AtOnce)
            {
                Console.Error.WriteLine($"benchmarks: pipeline, {way}, {atOnce} at once …");
                var ceiling = await PushAsync(way, atOnce, sample, mails, sink);
                rows.Add(new("nothing but sending", way, atOnce, ceiling, null));
                rows.Add(new(Ours, way, atOnce, await DeliverAsync(way, atOnce, queue, sink), ceiling));
                foreach (var peer in peers)
                {
                    var cost = await peer.SendAsync(way, sink.PortOf(way), mails, atOnce);
                    rows.Add(new(peer.Name, way, atOnce, new(cost, await sink.TakeAsync(cost.Started)), ceiling));
                }
            }
        }

        return rows;
    }

    private static async Task<Sending> PushAsync(string way, int atOnce, string sample, int mails, Sink sink)
    {
        var cost = await Watched.RunAsync(Environment.ProcessPath!, [Ceiling.Verb, way, Text(sink.PortOf(way)), Text(mails), Text(atOnce), sample]);
        return new(cost, await sink.TakeAsync(cost.Started));
    }

    private static async Task<Sending> DeliverAsync(string way, int atOnce, Queue queue, Sink sink)
    {
        var settings = new Dictionary<string, string>
        {
            ["Mail__Trial"] = "false",
            ["Mail__MaxPerMinute"] = "0",
            ["Mail__Concurrency"] = Text(atOnce),
            ["Mail__Transport"] = way == "smtp" ? "smtp" : "sendgrid",
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = Text(sink.PortOf("smtp")),
            ["Mail__Smtp__Security"] = "none",
            ["Mail__SendGrid__Host"] = $"http://127.0.0.1:{Text(sink.PortOf("http"))}",
            ["Mail__SendGrid__ApiKey"] = "SG.none",
        };
        var cost = await queue.DeliverAsync($"{way}-{atOnce}", settings);
        return new(cost, await sink.TakeAsync(cost.Started));
    }

    private static void Print(Report report, int mails, IReadOnlyList<Row> rows)
    {
        report.Line($"");
        report.Line($"{mails} changes of contact due at once, from the queue to a sink on this machine; mails/s between the first and the last hand-over:");
        report.Line($"");
        report.Line($"| sender | way | at once | mails | mails/s | of the ceiling | CPU s | peak MB | p50 s | p95 s | p99 s | doubled | bytes |");
        report.Line($"|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (name, way, atOnce, sending, ceiling) in rows)
        {
            var (cost, came) = sending;
            var share = ceiling is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{sending.Rate / ceiling.Rate:P0}");
            report.Line($"| {name} | {way} | {atOnce} | {came.Mails} | {sending.Rate:0} | {share} | {cost.CpuSeconds:0.0} | {cost.PeakMegabytes:0} | {came.Half:0.00} | {came.Most:0.00} | {came.All:0.00} | {came.Doubled} | {came.Bytes:0} |");
        }

        report.Line($"");
        foreach (var (way, aim) in new[] { ("smtp", AimSmtp), ("http", AimHttp) })
        {
            // The most of the one beside the most of the other, whatever the number at once.
            var ours = Best(way, r => r.Name == Ours);
            var share = ours / Best(way, r => r.Ceiling is null);
            report.Line($"By {way}: {share:P0} of the ceiling, the aim is {aim:P0}: {Verdict(share >= aim)}.");
            if (rows.Any(r => IsPeer(r)))
            {
                var ratio = ours / Best(way, IsPeer);
                report.Line($"By {way}: {ratio:0.0} × the best peer, the aim is {AimPeers:0}: {Verdict(ratio >= AimPeers)}.");
            }
        }

        var peak = rows.Where(r => r.Name == Ours).Max(r => r.Sending.Cost.PeakMegabytes);
        report.Line($"Peak memory of Notify {peak:0} MB, the aim is {AimMegabytes:0} MB: {Verdict(peak <= AimMegabytes)}.");

        double Best(string way, Func<Row, bool> which) => rows.Where(r => r.Way == way && which(r)).Max(r => r.Sending.Rate);

        static bool IsPeer(Row row) => row.Ceiling is not null && row.Name != Ours;
    }

    private static string Verdict(bool isMet) => isMet ? "met" : "MISSED";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(string Name, string Way, int AtOnce, Sending Sending, Sending? Ceiling);

    private sealed record Sending(Watched Cost, SinkReport Came)
    {
        public double Rate => Came.Mails / Came.Seconds;
    }
}
