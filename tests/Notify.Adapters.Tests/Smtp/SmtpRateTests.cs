using Microsoft.Extensions.Logging.Abstractions;
using Notify.Adapters.Smtp;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

/// <summary>Many mails through real sockets. How fast is printed, and never judged.</summary>
public sealed class SmtpRateTests(ITestOutputHelper output)
{
    private const int Mails = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Every_mail_of_a_long_row_arrives_once(int senders)
    {
        await using var sink = SmtpSink.Start(new SmtpSinkOptions { KeepsContent = false });
        await using var transport = new SmtpTransport(
            new() { Host = sink.Host, Port = sink.Port, Security = SmtpSecurity.None }, TimeProvider.System, NullLogger<SmtpTransport>.Instance);
        var mails = Enumerable.Range(0, Mails).Select(i => MailSample.Mail(kind: $"kind-{i}")).ToList();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = senders, CancellationToken = TestContext.Current.CancellationToken };

        var begun = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(mails, limits, async (mail, ct) => Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(mail, ct)));
        output.WriteLine($"{senders} at once: {Mails / TimeProvider.System.GetElapsedTime(begun).TotalSeconds:F0} mails/s");

        Assert.Equal(mails.Select(m => m.Id.ToString()).ToHashSet(), sink.CountById.Keys.ToHashSet());
        Assert.All(sink.CountById.Values, count => Assert.Equal(1, count));
        Assert.InRange(sink.Connections, 1, senders);
    }
}
