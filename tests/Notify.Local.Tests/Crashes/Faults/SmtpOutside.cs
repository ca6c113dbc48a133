using System.Globalization;
using Notify.Testing.Sinks;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>A mail server on this machine.</summary>
internal sealed class SmtpOutside : Outside
{
    private readonly SmtpSink _sink;

    public SmtpOutside()
    {
        _sink = SmtpSink.Start(moment => Troubles is { } troubles ? troubles.Act(moment) : moment.Phase is not SmtpPhase.Content ? null : HoldNow() switch
        {
            null => null,
            CrashStep.TakenUnanswered => new SmtpAct.TakeAndHang(),
            _ => new SmtpAct.Hang(),
        });
        Settings = new Dictionary<string, string>
        {
            ["Mail__Transport"] = "smtp",
            ["Mail__Trial"] = "false",
            ["Mail__MaxPerMinute"] = "0",
            ["Mail__Smtp__Host"] = _sink.Host,
            ["Mail__Smtp__Port"] = _sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Security"] = "none",
        };
    }

    public override IReadOnlyDictionary<string, string> Settings { get; }

    public override IReadOnlyDictionary<string, int> CountById => _sink.CountById;

    public override int Taken => _sink.Taken;

    public override ValueTask DisposeAsync() => _sink.DisposeAsync();
}
