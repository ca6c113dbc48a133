using System.Globalization;
using Notify.Benchmarks.Pipeline;
using Notify.Testing.Node;

namespace Notify.Benchmarks.Peers;

/// <summary>Another system that does what we do, as far as it can be had on this machine.</summary>
/// <param name="Name">With what it stands on.</param>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">Those that come before a run's own, and those that come after them.</param>
internal sealed record Peer(string Name, string Program, (string[] First, string[] Last) Arguments, WorkFolder Work, string Mail)
{
    private static readonly NpmPackage[] Packages = [new("bullmq", "6.7.0"), new("ioredis", "6.0.0"), new("nodemailer", "10.6.0"), new("liquidjs", "10.30.1")];

    /// <summary>Those that can be had; the others are named on standard error with the reason.</summary>
    public static async Task<IReadOnlyList<Peer>> AllAsync(WorkFolder work, string mail)
    {
        await using (var redis = await RedisServer.StartAsync(work.New("redis")))
        {
            if (redis is null)
            {
                Console.Error.WriteLine("benchmarks: no peers, for there is no redis-server here.");
                return [];
            }
        }

        var peers = new List<Peer> { new("Hangfire on Redis", Environment.ProcessPath!, ([HangfirePeer.Verb], []), work, mail) };
        try
        {
            var folders = await Task.WhenAll(Packages.Select(p => p.FetchAsync()));
            peers.Add(new("BullMQ on Redis", "node", ([Path.Combine(AppContext.BaseDirectory, "Peers", "bullmq.mjs")], ["--", .. folders]), work, mail));
        }
        catch (Exception reason)
        {
            Console.Error.WriteLine($"benchmarks: no BullMQ, {reason.Message}");
        }

        return peers;
    }

    /// <summary>Queues the mails on a Redis of its own, then sends them. What it costs is that of the sending; Redis is not counted.</summary>
    public async Task<Watched> SendAsync(string way, int sink, int mails, int atOnce)
    {
        var data = Work.New(Path.GetRandomFileName());
        await using var redis = (await RedisServer.StartAsync(data))!;
        await RunAsync(["fill", Text(redis.Port), Text(mails)]);
        return await RunAsync(["work", Text(redis.Port), Text(mails), way, Text(sink), Text(atOnce), Mail]);
    }

    private Task<Watched> RunAsync(string[] arguments) => Watched.RunAsync(Program, [.. Arguments.First, .. arguments, .. Arguments.Last]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
