using System.Globalization;
using Notify.Core.Delivery;
using Notify.Core.Notifications;
using Notify.Core.Time;
using Notify.Local.Tests.Crashes.Faults;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Crashes;

/// <summary>
/// A provider that fails one mail in five and is gone for three hours, over simulated days: everything comes to its right end,
/// nothing is tried sooner than allowed. <c>NOTIFY_SINK_MAILS=500 dotnet test</c> is the long form.
/// </summary>
public sealed class FailingSinkTests(FailingSinkTests.Waiting waiting) : IClassFixture<FailingSinkTests.Waiting>
{
    private const int MostRuns = 400;

    private static readonly int Mails = Chance.Number("NOTIFY_SINK_MAILS", 60);
    private static readonly TimeSpan Outage = TimeSpan.FromHours(3);
    private static readonly TimeSpan ReconcileAfter = new MailOptions().ReconcileAfter;

    [Theory]
    [InlineData("smtp")]
    [InlineData("sendgrid")]
    [InlineData("sendgrid+events")]
    public async Task Everything_comes_to_its_right_end_and_nothing_is_tried_too_soon(string way)
    {
        using var city = waiting.City.Copy();
        await using var outside = await Outside.OpenAsync(way, city, ManySchools.Morning);
        outside.Troubles = new Troubles(Chance.Seed, outAfter: Mails / 2);
        city.Settings["Mail__Smtp__Timeout"] = city.Settings["Mail__SendGrid__Timeout"] = "00:00:01";
        var calls = new CallLog();

        var (notifications, runs) = await DriveAsync(city, outside, calls);

        var what = $"seed {Chance.Seed}, {way}";
        Assert.All(notifications, n => IsRight(n, calls.Of(n.Id), outside.CountById, what));
        Assert.All(notifications.Where(n => n.State is NotificationState.Accepted).SelectMany(n => n.Recipients), r => Assert.True(
            way != "smtp" || Troubles.IsNobody(r.Address.ToString()) != r.Outcome is RecipientOutcome.Accepted, $"{what}: {r}"));
        Assert.All(notifications, n => IsPatient(calls.Of(n.Id), $"{what}, {n.Id}"));
        var doubled = outside.CountById.Values.Sum(c => c - 1);
        Assert.True(way != "sendgrid+events" || doubled == 0, $"{what}: {doubled} doubled although the provider told what it took");
        var accepted = notifications.Count(n => n.State is NotificationState.Accepted or NotificationState.Delivered);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {notifications.Count} mails, {accepted} accepted, {notifications.Count - accepted} failed, 0 lost, {doubled} doubled; {calls.Count} calls, {(double)calls.Count / accepted:0.00} for each accepted mail; {runs} runs"));
    }

    /// <summary>Runs the program whenever something is due, until nothing waits any more.</summary>
    private static async Task<(IReadOnlyList<Notification> All, int Runs)> DriveAsync(City city, Outside outside, CallLog calls)
    {
        var start = Life.Moment(ManySchools.Morning);
        var now = start;
        for (var runs = 1; runs < MostRuns; runs++)
        {
            outside.Clock.MoveTo(now);
            if (now >= start + Outage)
            {
                outside.Troubles!.Mend();
            }

            var moment = StockholmTime.Format(now);
            await outside.TellAsync(city.Settings, city.Data, moment);
            await using var life = Life.Begin(city.Settings, city.Data, moment, services =>
                services.Wrap<IMailTransport>(transport => calls.Watch(transport, now)));
            await life.RunAsync(TestContext.Current.CancellationToken);
            var all = await life.NotificationsAsync(TestContext.Current.CancellationToken);
            if (!all.Any(IsWaiting))
            {
                return (all, runs);
            }

            now = all.Where(IsWaiting).Min(n => NextOf(n, now));
        }

        throw new TimeoutException($"Something still waits after {MostRuns} runs.");
    }

    private static bool IsWaiting(Notification n) => n.State is NotificationState.Planned or NotificationState.Queued or NotificationState.Sending;

    /// <summary>A send that nobody answered is looked at soon, and again when no event can be awaited any more.</summary>
    private static DateTimeOffset NextOf(Notification n, DateTimeOffset now) =>
        n.Claim is not { } claim ? n.NotBefore > now ? n.NotBefore : now.AddMinutes(1)
        : claim.At.AddMinutes(5) > now ? claim.At.AddMinutes(5)
        : claim.At + ReconcileAfter > now ? claim.At + ReconcileAfter
        : now.AddMinutes(1);

    private static void IsRight(Notification n, IReadOnlyList<Call> calls, IReadOnlyDictionary<string, int> taken, string what)
    {
        var tried = calls.Count(c => c.Outcome is SendOutcome.Transient or SendOutcome.Unanswered);
        var story = $"{what}: {n.Id} is {n.State}; {string.Join("; ", calls.Select(c => $"{c.At:HH:mm} {c.Outcome}"))}; {string.Join("; ", n.History.Select(h => h.Detail))}";
        Assert.True(n.State switch
        {
            NotificationState.Accepted or NotificationState.Delivered => taken.ContainsKey(n.Id.ToString()),
            NotificationState.Failed => calls is [.., { Outcome: SendOutcome.Permanent }] || tried == DeliveryPolicy.Ladder.Count + 1
                || n.Recipients.All(r => Troubles.IsNobody(r.Address.ToString())),
            _ => false,
        }, story);
        Assert.True(taken.GetValueOrDefault(n.Id.ToString()) <= 1 + calls.Count(c => c.Outcome is SendOutcome.Unanswered), story);
    }

    /// <summary>Between two calls lies at least what the provider or the ladder demands.</summary>
    private static void IsPatient(IReadOnlyList<Call> calls, string what)
    {
        var failures = 0;
        foreach (var (call, next) in calls.Zip(calls.Skip(1)))
        {
            Assert.False(call.Outcome is SendOutcome.Accepted or SendOutcome.Permanent, $"{what}: sent again after {call.Outcome}");
            var wait = call.Outcome is SendOutcome.Throttled ? Troubles.RetryAfter : DeliveryPolicy.Ladder[failures++];
            Assert.True(next.At - call.At >= wait, $"{what}: tried again after {next.At - call.At}, not {wait}");
        }
    }

    /// <summary>A city whose mails are due in the morning, to be copied.</summary>
    public sealed class Waiting : IAsyncLifetime
    {
        internal City City { get; private set; } = null!;

        public async ValueTask InitializeAsync() => City = await ManySchools.WaitingAsync(Mails);

        public ValueTask DisposeAsync()
        {
            City?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
