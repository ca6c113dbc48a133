using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

public sealed class SendGridStormTests
{
    private const int Mails = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The law on which all that Core promises rests: only an unanswered send leaves open whether the mail was taken.
    [Fact]
    public async Task Whatever_fails_an_answer_never_lies_about_what_was_taken()
    {
        await using var sink = await SendGridSink.StartAsync();
        sink.Script = request => Trouble(request.Number);
        using var transport = SendGridOnSink.To(sink.Address.ToString(), TimeSpan.FromSeconds(3));
        var mails = Enumerable.Range(0, Mails).Select(i => MailSample.Mail(kind: $"kind-{i}")).ToList();

        var outcomes = new SendOutcome[Mails];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Ct };
        await Parallel.ForAsync(0, Mails, parallel, async (i, ct) => outcomes[i] = await transport.SendAsync(mails[i], ct));

        var taken = sink.CountById;
        Assert.All(outcomes.Index(), send =>
        {
            var times = taken.GetValueOrDefault(mails[send.Index].Id.ToString());
            Assert.InRange(times, send.Item is SendOutcome.Accepted ? 1 : 0, send.Item is SendOutcome.Accepted or SendOutcome.Unanswered ? 1 : 0);
        });
        Assert.InRange(sink.Requests, 1, Mails);
        Assert.All([typeof(SendOutcome.Accepted), typeof(SendOutcome.Throttled), typeof(SendOutcome.Transient), typeof(SendOutcome.Permanent), typeof(SendOutcome.Unanswered)], kind =>
            Assert.Contains(outcomes, o => o.GetType() == kind));
    }

    private static SinkAnswer Trouble(int number) => (number % 40) switch
    {
        0 => SinkAnswer.TooMany(TimeSpan.FromSeconds(5)),
        1 => SinkAnswer.Refuse(500),
        2 => SinkAnswer.Refuse(503),
        3 => SinkAnswer.Refuse(400),
        4 => SinkAnswer.Reset(taken: true),
        5 => SinkAnswer.Reset(taken: false),
        6 => SinkAnswer.Hang(taken: true),
        7 => SinkAnswer.Hang(taken: false),
        _ => SinkAnswer.Take,
    };
}
