using Notify.Testing.Sinks;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A SendGrid on this machine, whose events reach the program or do not.</summary>
internal sealed class SendGridOutside : Outside
{
    private readonly SendGridFeed? _feed;
    private SendGridSink _sink = null!;

    private SendGridOutside(SendGridFeed? feed) => _feed = feed;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Mail__Transport"] = "sendgrid",
        ["Mail__Trial"] = "false",
        ["Mail__MaxPerMinute"] = "0",
        ["Mail__SendGrid__ApiKey"] = SendGridSink.ApiKey,
        ["Mail__SendGrid__Host"] = _sink.Address.AbsoluteUri,
        ["Mail__SendGrid__WebhookPublicKey"] = _feed?.PublicKey ?? "",
        ["Mail__SendGrid__Timeout"] = "00:00:30",
    };

    public override IReadOnlyDictionary<string, int> CountById => _sink.CountById;

    public override int Taken => _sink.Taken.Count;

    /// <summary>Opens one.</summary>
    public static async Task<SendGridOutside> OpenAsync(bool feed)
    {
        var outside = new SendGridOutside(feed ? new SendGridFeed() : null);
        outside._sink = await SendGridSink.StartAsync(clock: outside.Clock);
        outside._sink.Script = _ => outside.Troubles is { } troubles ? troubles.Answer() ?? SinkAnswer.Take
            : outside.HoldNow() is { } step ? SinkAnswer.Hang(step is CrashStep.TakenUnanswered)
            : SinkAnswer.Take;
        return outside;
    }

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
