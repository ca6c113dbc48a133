using System.Security.Cryptography;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Testing.Azurite;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// The table service goes away in the middle of a run and comes again: that costs nothing but time.
/// <c>NOTIFY_AZURITE_MAILS=500 dotnet test</c> is the long form.
/// </summary>
public sealed class AzuriteKillTests
{
    private static readonly int Mails = Chance.Number("NOTIFY_AZURITE_MAILS", 60);

    [Fact]
    public async Task A_store_that_is_gone_for_a_while_costs_nothing_but_time()
    {
        await using var azurite = new Azurite();
        var connection = await azurite.ConnectAsync();
        using var city = await ManySchools.WaitingAsync(Mails, settings =>
        {
            settings["Store__Kind"] = "tables";
            settings["Store__ConnectionString"] = connection;
            settings["Store__TableName"] = "t" + RandomNumberGenerator.GetHexString(20, lowercase: true);
        });
        await using var outside = await Outside.OpenAsync("pickup", city, ManySchools.Morning);
        var calls = new CallLog();

        var running = RunAsync();
        while (outside.Taken < Mails / 3 && !running.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await azurite.StopAsync();
        var atStop = outside.Taken;
        Assert.False(running.IsCompleted);
        await azurite.StartAsync();
        await running;
        await RunAsync();

        await using var life = Life.Begin(city.Settings, city.Data, ManySchools.Morning);
        var all = await life.NotificationsAsync(TestContext.Current.CancellationToken);
        Assert.InRange(atStop, 1, all.Count - 1);
        Assert.All(all, n => Assert.Equal(NotificationState.Accepted, n.State));
        Assert.All(all, n => Assert.True(calls.Of(n.Id) is [{ Outcome: SendOutcome.Accepted }], $"{n.Id} was sent {calls.Of(n.Id).Count} times"));
        Assert.Equal(all.Select(n => n.Id.ToString()).Order(StringComparer.Ordinal), outside.CountById.Keys.Order(StringComparer.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine($"{all.Count} mails; the store went away after {atStop}; 0 lost, 0 doubled");

        async Task RunAsync()
        {
            await using var run = Life.Begin(city.Settings, city.Data, ManySchools.Morning, services =>
                services.Wrap<IMailTransport>(transport => calls.Watch(transport, Life.Moment(ManySchools.Morning))));
            await run.RunAsync();
        }
    }
}
