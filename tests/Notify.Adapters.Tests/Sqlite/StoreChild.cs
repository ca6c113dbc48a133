using System.Diagnostics;
using System.Globalization;
using Notify.Adapters.Sqlite;
using Notify.Core.Store;
using Record = Notify.Core.Store.Record;

namespace Notify.Adapters.Tests.Sqlite;

/// <summary>A second process on the same store: this test program, started with a command.</summary>
internal static class StoreChild
{
    public const string Command = "store-child";
    public const string District = "bromma";
    public const int Workers = 3;

    /// <summary>Starts the child. It ends by itself when its standard input closes, so none outlives the tests.</summary>
    public static Process Start(params string[] arguments)
    {
        var program = Path.ChangeExtension(typeof(StoreChild).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null);
        return Process.Start(new ProcessStartInfo(program, [Command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        new Thread(ExitWithParent) { IsBackground = true }.Start();
        using var store = new SqliteRecordStore(new SqliteStoreOptions { Folder = arguments[1] });
        switch (arguments)
        {
            case ["pairs", _]:
                await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => CommitPairsAsync(store, worker))));
                return 0;
            case ["count", _, var rounds]:
                await CountAsync(store, int.Parse(rounds, CultureInfo.InvariantCulture));
                return 0;
            default:
                return 2;
        }
    }

    /// <summary>Raises the record <c>counter</c> by one, as often as is said, beside others who do the same.</summary>
    public static async Task CountAsync(IRecordStore store, int rounds)
    {
        for (var done = 0; done < rounds;)
        {
            var counter = await store.FindAsync(District, "counter", CancellationToken.None);
            try
            {
                await store.CommitAsync(District, [Raised(counter)], CancellationToken.None);
                done++;
            }
            catch (ConflictException)
            {
                // Another was first.
            }
        }
    }

    private static RecordChange Raised(Record? counter) => counter is null
        ? new RecordChange.Insert("counter", "1")
        : new RecordChange.Replace("counter", $"{int.Parse(counter.Value, CultureInfo.InvariantCulture) + 1}", counter.ETag);

    /// <summary>Commits for ever; says the number of each commit that the store has answered, as <c>worker number;</c>.</summary>
    private static async Task CommitPairsAsync(SqliteRecordStore store, int worker)
    {
        var last = await store.FindAsync(District, $"left:{worker}", CancellationToken.None);
        for (var number = int.Parse(last?.Value ?? "0", CultureInfo.InvariantCulture) + 1; ; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            await store.CommitAsync(
                District,
                [
                    new RecordChange.Put($"left:{worker}", text),
                    new RecordChange.Insert($"log:{worker}:{number:D8}", $"\"{new string('x', 3_000)}\""),
                    new RecordChange.Put($"right:{worker}", text),
                ],
                CancellationToken.None);
            Console.WriteLine($"{worker} {text};");
        }
    }

    private static void ExitWithParent()
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(3);
    }
}
