using System.Diagnostics;
using System.Globalization;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// A process that is killed at any moment loses nothing and doubles nothing: one clean import and run later all is as if it had
/// never been killed. <c>NOTIFY_KILL_ROUNDS=200 NOTIFY_KILL_SEED=7 dotnet test</c> is the long form.
/// </summary>
public sealed class KillTests
{
    private static readonly int Rounds = Number("NOTIFY_KILL_ROUNDS", 15);
    private static readonly int Seed = Number("NOTIFY_KILL_SEED", Environment.TickCount);

    [Fact]
    public async Task A_killed_import_or_run_ends_as_if_it_had_never_been_killed()
    {
        using var unread = await ManySchools.ChangedAsync();
        using var read = unread.Copy();
        var import = await TimedAsync(() => read.ImportAsync(ManySchools.Now));
        using var done = read.Copy();
        var run = await TimedAsync(() => done.RunAsync(ManySchools.Now));
        var expected = await done.OutcomeAsync(ManySchools.Now);
        Assert.Equal(ManySchools.Count, done.Kinds().Count(k => k == "contact-changed"));
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {Seed}; import takes {import}, run {run}");

        var random = new Random(Seed);
        for (var round = 1; round <= Rounds; round++)
        {
            var isImport = random.Next(3) == 0;
            var at = (isImport ? import : run) * (0.2 + (0.9 * random.NextDouble()));
            using var city = (isImport ? unread : read).Copy();
            var left = await KilledAsync(city, isImport ? ["import", "register"] : ["run"], at);
            var what = $"seed {Seed}, round {round}: {(isImport ? "import" : "run")} killed after {at}, {left}";
            TestContext.Current.TestOutputHelper!.WriteLine(what);

            await city.TakeInAsync(ManySchools.Now);

            var outcome = await city.OutcomeAsync(ManySchools.Now);
            Assert.True(expected == outcome, $"{what}: {Difference(expected, outcome)}");
        }
    }

    private static async Task<string> KilledAsync(City city, string[] command, TimeSpan after)
    {
        await using var process = city.Start([.. command, "--now", ManySchools.Now]);
        await Task.Delay(after, TimeProvider.System, TestContext.Current.CancellationToken);
        var wasOver = process.HasExited;
        process.Kill();
        await process.AnswerAsync(TimeSpan.FromSeconds(30));
        return wasOver ? "when it was over" : $"with {Directory.GetFiles(city.Data, "*.eml", SearchOption.AllDirectories).Length} mails out";
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> action)
    {
        var watch = Stopwatch.StartNew();
        await action();
        return watch.Elapsed;
    }

    private static string Difference(string expected, string outcome)
    {
        var (one, other) = (expected.Split('\n'), outcome.Split('\n'));
        return $"missing\n{string.Join('\n', one.Except(other).Take(10))}\ntoo much\n{string.Join('\n', other.Except(one).Take(10))}";
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
