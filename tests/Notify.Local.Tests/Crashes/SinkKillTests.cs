using System.Diagnostics;
using Notify.Core.Notifications;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// <c>kill -9</c> of <c>notify run</c> at a random moment, with 500 mails due to a mail server or to SendGrid, where every mail that
/// was taken is counted. <c>NOTIFY_KILL_ROUNDS=300 NOTIFY_KILL_SEED=7 dotnet test</c> is the long form.
/// </summary>
public sealed class SinkKillTests(WaitingCity waiting) : IClassFixture<WaitingCity>
{
    /// <summary>The default of <c>Mail:Concurrency</c>: so many are in the air at once.</summary>
    private const int Concurrency = 8;

    private static readonly int Rounds = Chance.Number("NOTIFY_KILL_ROUNDS", 1);

    [Theory]
    [InlineData("smtp")]
    [InlineData("sendgrid")]
    [InlineData("sendgrid+events")]
    public async Task Nothing_is_lost_and_no_more_is_doubled_than_was_in_the_air(string way)
    {
        var (expected, random) = (waiting.Ids, new Random(Chance.Seed));
        var (hits, doubles, run) = (0, new List<int>(), TimeSpan.FromSeconds(3));
        for (var round = 1; round <= Rounds; round++)
        {
            using var city = waiting.City.Copy();
            await using var outside = await Outside.OpenAsync(way, city, ManySchools.Morning);
            var (mails, after) = random.Next(4) > 0 ? (random.Next(expected.Count), TimeSpan.MaxValue) : (int.MaxValue, run * random.NextDouble());
            var (isHit, taken) = await KilledAsync(city, outside, mails, after);

            run = await MendAsync(city, outside);

            var what = $"seed {Chance.Seed}, round {round}, {way}, killed with {taken} taken";
            var counts = outside.CountById;
            Assert.True(expected.SetEquals(counts.Keys), $"{what}: lost {string.Join(", ", expected.Except(counts.Keys))}; too much {string.Join(", ", counts.Keys.Except(expected))}");
            var doubled = counts.Values.Sum() - counts.Count;
            Assert.True(doubled <= (way.EndsWith("events", StringComparison.Ordinal) || !isHit ? 0 : Concurrency), $"{what}: {doubled} doubled");
            Assert.DoesNotContain(counts.Values, c => c > 2);
            hits += isHit ? 1 : 0;
            doubles.Add(doubled);
        }

        Say($"{way}, {expected.Count} mails, seed {Chance.Seed}: {Rounds} rounds, {hits} killed in the middle, 0 lost, {doubles.Sum()} doubled in {doubles.Count(d => d > 0)} rounds, at most {doubles.Max()} at once");
        Say($"rounds by number of doubles: {string.Join(", ", doubles.CountBy(d => d).OrderBy(c => c.Key).Select(c => $"{c.Key}: {c.Value}"))}");
    }

    /// <summary>Kills a run as soon as so many mails were taken, or after a time.</summary>
    /// <returns>Whether it was still running, and how many were taken then.</returns>
    private static async Task<(bool IsHit, int Taken)> KilledAsync(City city, Outside outside, int mails, TimeSpan after)
    {
        await using var process = city.Start("run", "--now", ManySchools.Morning);
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && outside.Taken <= mails && watch.Elapsed < after)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var isHit = !process.HasExited;
        process.Kill();
        await process.AnswerAsync(TimeSpan.FromSeconds(30));
        return (isHit, outside.Taken);
    }

    /// <summary>What follows a crash: the provider tells what it took, if it tells anything, and the program is started again.</summary>
    /// <returns>How long a run takes at present.</returns>
    private static async Task<TimeSpan> MendAsync(City city, Outside outside)
    {
        await outside.TellAsync(city.Settings, city.Data, ManySchools.Morning);
        var watch = Stopwatch.StartNew();
        await city.RunAsync(ManySchools.Morning);
        var run = watch.Elapsed;
        await using (var later = Life.Begin(city.Settings, city.Data, ManySchools.Later))
        {
            await later.RunAsync();
        }

        await using var life = Life.Begin(city.Settings, city.Data, ManySchools.Later);
        Assert.All(await life.NotificationsAsync(), n => Assert.True(n.State is NotificationState.Accepted or NotificationState.Delivered, $"{n.Id} is {n.State}"));
        return run;
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
