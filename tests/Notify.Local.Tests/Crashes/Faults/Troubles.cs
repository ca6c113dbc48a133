using Notify.Testing.Sinks;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>
/// What goes wrong outside: of all mails one in five is refused, throttled, cut off or left hanging, half of the last two after it
/// was taken; from one mail on nothing works at all, until it is mended; some addresses do not exist.
/// </summary>
/// <param name="outAfter">How many mails come before nothing works.</param>
internal sealed class Troubles(int seed, int outAfter)
{
    /// <summary>What the provider asks for when it throttles.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Three throttled mails in a row make the whole program pause, by the real clock. They are kept so far apart that no order of
    /// the answers makes three of them.
    /// </summary>
    private const int BetweenThrottles = 20;

    private readonly Lock _one = new();
    private readonly Random _random = new(seed);
    private int _sinceThrottle = BetweenThrottles;
    private int _mails;
    private volatile bool _isMended;

    private bool IsOut => !_isMended && Volatile.Read(ref _mails) > outAfter;

    /// <summary>Ends the time in which nothing works.</summary>
    public void Mend() => _isMended = true;

    /// <summary>What SendGrid does in place of taking a mail.</summary>
    public SinkAnswer? Answer() => Interlocked.Increment(ref _mails) > 0 && IsOut ? SinkAnswer.Refuse(503) : Draw() switch
    {
        < 50 when MayThrottle() => SinkAnswer.TooMany(RetryAfter),
        < 100 => SinkAnswer.Refuse(500),
        < 125 => SinkAnswer.Reset(taken: false),
        < 150 => SinkAnswer.Reset(taken: true),
        < 175 => SinkAnswer.Hang(taken: false),
        < 200 => SinkAnswer.Hang(taken: true),
        _ => null,
    };

    /// <summary>What a mail server does in place of the usual. It has no word for throttling but 421.</summary>
    public SmtpAct? Act(SmtpMoment moment) => moment.Phase switch
    {
        SmtpPhase.Mail when Interlocked.Increment(ref _mails) > 0 && IsOut => new SmtpAct.Drop(Reset: true),
        SmtpPhase.Connect when IsOut => new SmtpAct.Drop(Reset: true),
        SmtpPhase.Recipient when IsNobody(moment.Text) => new SmtpAct.Answer(550, "5.1.1 no such address"),
        SmtpPhase.Mail => Draw() switch
        {
            < 50 => new SmtpAct.AnswerAndClose(421, "4.7.0 too much at once"),
            < 100 => new SmtpAct.Answer(451, "4.3.0 not now"),
            < 125 => new SmtpAct.Drop(Reset: true),
            < 150 => new SmtpAct.Hang(),
            _ => null,
        },
        SmtpPhase.Content => Draw() switch
        {
            < 25 => new SmtpAct.TakeAndDrop(Reset: true),
            < 50 => new SmtpAct.TakeAndHang(),
            _ => null,
        },
        _ => null,
    };

    /// <summary>Whether an address does not exist: about one in twenty, always the same.</summary>
    public static bool IsNobody(string address) => address.Aggregate(7, (sum, c) => (sum * 31) + c) % 20 == 0;

    private int Draw()
    {
        lock (_one)
        {
            return _random.Next(1_000);
        }
    }

    private bool MayThrottle()
    {
        lock (_one)
        {
            _sinceThrottle = _sinceThrottle >= BetweenThrottles ? 0 : _sinceThrottle + 1;
            return _sinceThrottle == 0;
        }
    }
}
