using System.Diagnostics;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// A process that is killed at any moment loses nothing and doubles nothing: one clean import and run later all is as if it had
/// never been killed. <c>NOTIFY_KILL_ROUNDS=200 NOTIFY_KILL_SEED=7 dotnet test</c> is the long form.
/// </summary>
public sealed class KillTests
{
    private static readonly int Rounds = Chance.Number("NOTIFY_KILL_ROUNDS", 15);
    private static readonly int Seed = Chance.Seed;

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
            using var city = (isImport ? unread : read).Copy();
            var at = (isImport ? import : run) * (0.2 + (0.8 * random.NextDouble()));
            var mails = isImport || random.Next(2) == 0 ? int.MaxValue : random.Next(ManySchools.Count);
            var left = await KilledAsync(city, isImport ? ["import", "register"] : ["run"], at, mails);
            (import, run) = isImport ? (import * Correction(left), run) : (import, run * Correction(left));
            var what = $"seed {Seed}, round {round}: {(isImport ? "import" : "run")} killed {(mails < int.MaxValue ? $"at mail {mails}" : $"after {at}")}, {left ?? "when it was over"}";
            TestContext.Current.TestOutputHelper!.WriteLine(what);

            await city.TakeInAsync(ManySchools.Now);

            var outcome = await city.OutcomeAsync(ManySchools.Now);
            Assert.True(expected == outcome, $"{what}: {Difference(expected, outcome)}");
        }
    }

    /// <summary>Kills a command at a time, or as soon as so many mails have left.</summary>
    /// <returns>What it had done; null: all.</returns>
    private static async Task<string?> KilledAsync(City city, string[] command, TimeSpan after, int mails)
    {
        await using var process = city.Start([.. command, "--now", ManySchools.Now]);
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && (mails < int.MaxValue ? MailsOf(city) <= mails : watch.Elapsed < after))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var wasOver = process.HasExited;
        process.Kill();
        await process.AnswerAsync(TimeSpan.FromSeconds(30));
        return wasOver ? null : $"with {MailsOf(city)} mails out";
    }

    private static int MailsOf(City city) =>
        Directory.Exists(Path.Combine(city.Data, "mail")) ? Directory.GetFiles(Path.Combine(city.Data, "mail"), "*.eml").Length : 0;

    /// <summary>The time that a command takes, on a machine whose load comes and goes: shorter when it was over too soon.</summary>
    private static double Correction(string? left) => left is null ? 0.8 : 1.03;

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
}
