using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Notify.Adapters.SendGrid;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

/// <summary>What no answer means: the mail never left, or nobody knows.</summary>
public sealed class SendGridSilenceTests
{
    private const string Taken = "HTTP/1.1 202 Accepted\r\nX-Message-Id: m1\r\nContent-Length: 0\r\n\r\n";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    /// <summary>Long enough for a busy machine to give the mail away before.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_is_refused_took_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var outcome = Assert.IsType<SendOutcome.Transient>(await SendAsync($"http://127.0.0.1:{port}"));

        Assert.Equal("SendGrid could not be reached: ConnectionError", outcome.Reason);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_secure_took_nothing()
    {
        await using var server = await SendGridSink.StartAsync();

        var outcome = Assert.IsType<SendOutcome.Transient>(await SendAsync($"https://127.0.0.1:{server.Address.Port}"));

        Assert.Equal("SendGrid could not be reached: SecureConnectionError", outcome.Reason);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_in_time_took_nothing()
    {
        await using var silent = new RawServer(_ => new("", Closes: false));

        var outcome = Assert.IsType<SendOutcome.Transient>(await SendAsync($"https://127.0.0.1:{silent.Port}", Soon));

        Assert.Equal("SendGrid could not be reached: timeout", outcome.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 202 Acc")]
    [InlineData("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\nfive.")]
    [InlineData("250 OK\r\n\r\n")]
    public async Task An_answer_that_breaks_off_or_is_none_leaves_open_what_happened(string answer)
    {
        await using var server = new RawServer(_ => new(answer, Closes: true));

        var outcome = Assert.IsType<SendOutcome.Unanswered>(await SendAsync(server.Address));

        Assert.StartsWith("SendGrid was given the mail and did not answer: ", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_leaves_open_what_happened_whether_the_mail_was_taken_or_not(bool taken)
    {
        await using var sink = await SendGridSink.StartAsync();
        sink.Script = _ => SinkAnswer.Reset(taken);

        Assert.IsType<SendOutcome.Unanswered>(await SendAsync(sink.Address.ToString()));
        Assert.Equal((1, taken ? 1 : 0), (sink.Requests, sink.Taken.Count));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_open_what_happened_whether_the_mail_was_taken_or_not()
    {
        await using var sink = await SendGridSink.StartAsync();
        sink.Script = request => SinkAnswer.Hang(taken: request.Number == 0);
        using var transport = SendGridOnSink.To(sink.Address.ToString(), Later);

        var outcomes = await Task.WhenAll(transport.SendAsync(MailSample.Mail(), Ct), transport.SendAsync(MailSample.Mail(kind: "second"), Ct));

        Assert.All(outcomes, o => Assert.Equal(new SendOutcome.Unanswered("SendGrid was given the mail and did not answer: timeout"), o));
        Assert.Equal((2, 1), (sink.Requests, sink.Taken.Count));
    }

    [Fact]
    public async Task A_stop_is_thrown_before_the_send_and_during_it()
    {
        await using var sink = await SendGridSink.StartAsync();
        using var stop = new CancellationTokenSource();
        sink.Script = _ =>
        {
            stop.Cancel();
            return SinkAnswer.Hang(taken: true);
        };
        using var transport = SendGridOnSink.To(sink);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(MailSample.Mail(), stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(MailSample.Mail(), stop.Token));
        Assert.Equal(1, sink.Requests);
    }

    // HttpClient repeats a request on its own when a pooled connection proves dead. Once the mail may have been read, it must not.
    [Fact]
    public async Task A_kept_connection_that_ends_after_the_mail_was_read_sends_it_no_second_time()
    {
        await using var server = new RawServer(number => number == 0 ? new(Taken, Closes: false) : new("", Closes: true));
        using var transport = SendGridOnSink.To(server.Address);

        Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(MailSample.Mail(), Ct));
        Assert.IsType<SendOutcome.Unanswered>(await transport.SendAsync(MailSample.Mail(kind: "second"), Ct));

        Assert.Equal((2, 1), (server.Requests, server.Connections));
    }

    // Either the pool sees the end in time, and the mail goes over a new connection, or nobody knows; never twice.
    [Fact]
    public async Task A_kept_connection_that_ended_meanwhile_never_takes_a_mail_twice()
    {
        await using var server = new RawServer(_ => new(Taken, Closes: true));
        using var transport = SendGridOnSink.To(server.Address);
        var accepted = 0;
        for (var mail = 0; mail < 50; mail++)
        {
            accepted += await transport.SendAsync(MailSample.Mail(kind: $"kind-{mail}"), Ct) is SendOutcome.Accepted ? 1 : 0;
        }

        Assert.InRange(server.Requests, accepted, 50);
    }

    [Fact]
    public async Task The_log_names_no_address_no_key_and_no_word_of_the_mail()
    {
        var log = new Lines();
        await using var sink = await SendGridSink.StartAsync();
        var answers = new Queue<SinkAnswer>([SinkAnswer.Take, SinkAnswer.Refuse(400, "skolan@skola.example is wrong", null), SinkAnswer.Reset(taken: false)]);
        sink.Script = _ => answers.Dequeue();
        using var transport = SendGridOnSink.To(sink.Address.ToString(), logger: log);
        for (var mail = 0; mail < 3; mail++)
        {
            await transport.SendAsync(MailSample.Mail(), Ct);
        }

        Assert.Equal(3, log.Written.Count);
        Assert.All(log.Written, line => Assert.Contains(MailSample.Mail().Id.ToString(), line, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Written, line => line.Contains('@') || line.Contains("SG.", StringComparison.Ordinal) || line.Contains("Ålsten", StringComparison.Ordinal));
    }

    private static async Task<SendOutcome> SendAsync(string host, TimeSpan? timeout = null)
    {
        using var transport = SendGridOnSink.To(host, timeout);
        return await transport.SendAsync(MailSample.Mail(), Ct);
    }

    private sealed class Lines : ILogger<SendGridTransport>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{formatter(state, exception)} {exception}");
    }
}
