using Notify.Core.Time;
using Notify.Local.Tests.World;
using Notify.Testing.Sinks;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A SendGrid on this machine, whose events reach the program or do not.</summary>
internal sealed class SendGridOutside : Outside
{
    private readonly SendGridSink _sink;
    private readonly SendGridFeed? _feed;

    private SendGridOutside(SendGridSink sink, SendGridFeed? feed)
    {
        (_sink, _feed) = (sink, feed);
        sink.Script = _ => HoldNow() is { } step ? SinkAnswer.Hang(step is CrashStep.TakenUnanswered) : SinkAnswer.Take;
        var settings = new Dictionary<string, string>
        {
            ["Mail__Transport"] = "sendgrid",
            ["Mail__Trial"] = "false",
            ["Mail__MaxPerMinute"] = "0",
            ["Mail__SendGrid__ApiKey"] = SendGridSink.ApiKey,
            ["Mail__SendGrid__Host"] = sink.Address.AbsoluteUri,
        };
        if (feed is not null)
        {
            settings["Mail__SendGrid__WebhookPublicKey"] = feed.PublicKey;
        }

        Settings = settings;
    }

    public override IReadOnlyDictionary<string, string> Settings { get; }

    public override IReadOnlyDictionary<string, int> CountById => _sink.CountById;

    public override int Taken => _sink.Taken.Count;

    /// <summary>Opens one.</summary>
    public static async Task<SendGridOutside> OpenAsync(bool feed) =>
        new(await SendGridSink.StartAsync(clock: new StandingClock(StockholmTime.TryParse(SmallCity.Monday, out var now) ? now : default)), feed ? new SendGridFeed() : null);

    /// <summary>Tells of everything it took that it has arrived, by the real route.</summary>
    public override async Task TellAsync(IReadOnlyDictionary<string, string> settings, string data, string now)
    {
        if (_feed is null)
        {
            return;
        }

        await using var hooks = await Hooks.OpenAsync(settings, data, now);
        var events = _sink.Taken.SelectMany(mail => mail.To.SelectMany(to => SinkEvent.StoryOf(mail, to, SinkEventKind.Delivered)));
        foreach (var call in _feed.Calls(events, hooks.Now))
        {
            await hooks.PostAsync(call);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _feed?.Dispose();
    }
}
