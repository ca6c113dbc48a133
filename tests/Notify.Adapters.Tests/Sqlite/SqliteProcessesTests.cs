using System.Diagnostics;
using System.Globalization;
using Notify.Adapters.Sqlite;
using Xunit;

namespace Notify.Adapters.Tests.Sqlite;

public sealed class SqliteProcessesTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_process_killed_while_it_commits_leaves_whole_commits_and_all_that_were_answered()
    {
        var random = new Random(17);
        for (var crash = 0; crash < 8; crash++)
        {
            var answered = await CommitUntilKilledAsync(random.Next(1, 150));

            await using var store = folder.Open();
            for (var worker = 0; worker < StoreChild.Workers; worker++)
            {
                var left = await NumberAsync(store, $"left:{worker}");
                Assert.Equal(left, await NumberAsync(store, $"right:{worker}"));
                Assert.Equal(left, await store.ScanAsync(StoreChild.District, $"log:{worker}:", Ct).CountAsync(Ct));
                Assert.InRange(left, answered[worker], answered[worker] + 1);
            }
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Processes_that_make_the_file_at_the_same_moment_and_write_at_once_lose_nothing()
    {
        const int rounds = 40;
        for (var fresh = 0; fresh < 4; fresh++)
        {
            var path = Path.Combine(folder.Path, $"{fresh}");
            Process[] children = [.. Enumerable.Range(0, 3).Select(_ => StoreChild.Start("count", path, $"{rounds}"))];
            try
            {
                await Task.WhenAll(children.Select(child => child.WaitForExitAsync(Ct)));
                Assert.All(children, child => Assert.Equal(0, child.ExitCode));
            }
            finally
            {
                Array.ForEach(children, End);
            }

            await using var store = StoreFolder.Open(path);
            Assert.Equal(children.Length * rounds, await NumberAsync(store, "counter"));
        }
    }

    /// <summary>Lets a child answer some commits, kills it, and gives the last number it has answered for each worker.</summary>
    private async Task<int[]> CommitUntilKilledAsync(int lines)
    {
        var answered = new int[StoreChild.Workers];
        await using (var before = folder.Open())
        {
            for (var worker = 0; worker < answered.Length; worker++)
            {
                answered[worker] = await NumberAsync(before, $"left:{worker}");
            }
        }

        var child = StoreChild.Start("pairs", folder.Path);
        try
        {
            for (var read = 1; await child.StandardOutput.ReadLineAsync(Ct) is { } line; read++)
            {
                // What was said before the end still stands in the pipe; the last line may be cut.
                if (line.EndsWith(';'))
                {
                    var parts = line.TrimEnd(';').Split(' ');
                    answered[int.Parse(parts[0], CultureInfo.InvariantCulture)] = int.Parse(parts[1], CultureInfo.InvariantCulture);
                }

                if (read == lines)
                {
                    child.Kill();
                }
            }

            await child.WaitForExitAsync(Ct);
            return answered;
        }
        finally
        {
            End(child);
        }
    }

    private static async Task<int> NumberAsync(SqliteRecordStore store, string key) =>
        int.Parse((await store.FindAsync(StoreChild.District, key, Ct))?.Value ?? "0", CultureInfo.InvariantCulture);

    private static void End(Process child)
    {
        child.Kill();
        child.Dispose();
    }
}
