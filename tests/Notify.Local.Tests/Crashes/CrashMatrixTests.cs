using System.Collections.Concurrent;
using System.Security.Cryptography;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.World;
using Notify.Testing.Azurite;
using Xunit;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// A process killed at every step of plan → commit → claim → send → record, on every store and by every way out: nothing is lost,
/// and nothing is doubled but where nobody can know. <c>NOTIFY_CRASH_EVERY=true dotnet test</c> kills at every mail, and by every
/// way out also before the claim, where none is touched yet.
/// </summary>
public sealed class CrashMatrixTests(Azurite azurite)
{
    private const string Now = SmallCity.Monday;
    private const string AfterReconcile = "2026-03-02T12:00";

    private static readonly bool IsEvery = Environment.GetEnvironmentVariable("NOTIFY_CRASH_EVERY") == "true";

    /// <summary>After these the outside has the mail, and the program may not know it.</summary>
    private static readonly CrashStep[] Taken = [CrashStep.TakenUnanswered, CrashStep.AfterSend, CrashStep.BeforeRecordCommit];

    [Theory]
    [InlineData("sqlite", "pickup")]
    [InlineData("sqlite", "smtp")]
    [InlineData("sqlite", "sendgrid")]
    [InlineData("sqlite", "sendgrid+events")]
    [InlineData("tables", "pickup")]
    [InlineData("tables", "smtp")]
    [InlineData("tables", "sendgrid")]
    [InlineData("tables", "sendgrid+events")]
    public async Task Killed_at_any_step_it_loses_nothing_and_doubles_only_what_nobody_can_know(string store, string way)
    {
        var connection = store == "tables" ? await azurite.ConnectAsync() : null;
        var expected = await ExpectedAsync();
        var doubles = new ConcurrentDictionary<string, int>();
        var kills = Kills(way, expected.Count).ToList();

        await Parallel.ForEachAsync(kills, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (kill, ct) =>
        {
            var (step, at) = kill;
            using var city = new City();
            Settle(city, connection);
            var doubled = await KilledAsync(city, way, step, at, expected, ct);
            if (doubled > 0)
            {
                doubles[$"{step} {at}"] = doubled;
                Assert.True(
                    way is "smtp" or "sendgrid" && Taken.Contains(step) && doubled == 1,
                    $"{store}, {way}: killed at {step} {at}, {doubled} mails went twice");
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{store}, {way}: {kills.Count} kills, 0 lost, {doubles.Values.Sum()} doubled: {string.Join(", ", doubles.Keys.Order(StringComparer.Ordinal))}");
    }

    /// <summary>A mail in the middle for every step, or every one.</summary>
    private static IEnumerable<(CrashStep Step, int At)> Kills(string way, int mails) =>
        from step in Enum.GetValues<CrashStep>()
        where IsEvery || way == "pickup" || step >= CrashStep.BeforeClaimCommit
        let last = step < CrashStep.BeforePlanCommit ? 1 : step < CrashStep.BeforeClaimCommit ? 2 : mails
        from at in IsEvery ? Enumerable.Range(1, last) : [1 + ((int)step * 5 % last)]
        select (step, at);

    /// <summary>The ids of all mails of the change, as one undisturbed life sends them. They are the same in every world.</summary>
    private static async Task<IReadOnlySet<string>> ExpectedAsync()
    {
        using var city = new City();
        Settle(city, null);
        await using var outside = await Outside.OpenAsync("pickup", city, Now);
        await BeginAsync(city);
        await LiveAsync(city, Now);
        return outside.CountById.Keys.ToHashSet();
    }

    /// <returns>How many mails were taken more than once.</returns>
    private static async Task<int> KilledAsync(City city, string way, CrashStep step, int at, IReadOnlySet<string> expected, CancellationToken ct)
    {
        await using var outside = await Outside.OpenAsync(way, city, Now);
        await BeginAsync(city);
        outside.Hold = (step, at);
        using (var child = CrashChild.Start(city.Data, city.Register, Now, step, at, city.Settings))
        {
            await outside.DeathAsync(child, ct);
            Assert.True(child.ExitCode == CrashChild.Killed, $"{way}: at {step} {at} the process was not killed but ended with {child.ExitCode}: {await child.StandardError.ReadToEndAsync(ct)}");
        }

        await outside.TellAsync(city.Settings, city.Data, Now);
        var again = await LiveAsync(city, Now);
        again += way == "sendgrid+events" ? await LiveAsync(city, AfterReconcile) : 0;
        await outside.TellAsync(city.Settings, city.Data, AfterReconcile);

        await using var life = Life.Begin(city.Settings, city.Data, AfterReconcile);
        var taken = outside.CountById;
        var what = $"{way}, killed at {step} {at}";
        Assert.True(expected.SetEquals(taken.Keys), $"{what}: lost {string.Join(", ", expected.Except(taken.Keys))}; too much {string.Join(", ", taken.Keys.Except(expected))}");
        Assert.All(await life.NotificationsAsync(ct), n => Assert.True(
            n.State is NotificationState.Accepted or NotificationState.Delivered, $"{what}: {n.Id} is {n.State}: {string.Join("; ", n.History.Select(h => h.Detail))}"));
        return way == "pickup" ? again : taken.Values.Sum() - taken.Count;
    }

    private static void Settle(City city, string? connection)
    {
        city.Settings["Contacts__SettleTime"] = "00:00:00";
        city.Settings["Mail__Concurrency"] = "1";
        if (connection is not null)
        {
            city.Settings["Store__Kind"] = "tables";
            city.Settings["Store__ConnectionString"] = connection;
            city.Settings["Store__TableName"] = "t" + RandomNumberGenerator.GetHexString(20, lowercase: true);
        }
    }

    /// <summary>The city as it was is known, and its files say something else.</summary>
    private static async Task BeginAsync(City city)
    {
        await LiveAsync(city, Now);
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        city.Replace("assignments", "98000002,ASA", "98000002,MARTA");
        city.Replace("contacts", "08-508 18 001", "08-508 18 999");
    }

    /// <summary>A whole life, from the import to the last mail that is due.</summary>
    /// <returns>How many mails that were there already it gave to the pickup folder again.</returns>
    private static async Task<int> LiveAsync(City city, string now)
    {
        var again = 0;
        await using var life = Life.Begin(city.Settings, city.Data, now, services =>
            services.Wrap<IMailTransport>(transport => new CountingTransport(transport, Path.Combine(city.Data, "mail"), () => Interlocked.Increment(ref again))));
        await life.ImportAsync(city.Register);
        await life.RunAsync();
        return again;
    }
}
