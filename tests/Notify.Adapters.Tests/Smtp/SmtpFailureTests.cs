using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Notify.Adapters.Smtp;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

/// <summary>What a connection that breaks, hangs or never comes about means for the mail.</summary>
public sealed class SmtpFailureTests
{
    private const string NotReady = "the connection broke before the mail server was ready";
    private const string BeforeTheEnd = "the connection broke before the whole mail was given";
    private const string AfterTheEnd = "the connection broke after the whole mail was given";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpPhase.Connect, false, NotReady)]
    [InlineData(SmtpPhase.Hello, false, NotReady)]
    [InlineData(SmtpPhase.Hello, true, NotReady)]
    [InlineData(SmtpPhase.Mail, false, BeforeTheEnd)]
    [InlineData(SmtpPhase.Mail, true, BeforeTheEnd)]
    [InlineData(SmtpPhase.Recipient, false, BeforeTheEnd)]
    [InlineData(SmtpPhase.Recipient, true, BeforeTheEnd)]
    [InlineData(SmtpPhase.Data, false, BeforeTheEnd)]
    [InlineData(SmtpPhase.Data, true, BeforeTheEnd)]
    public async Task A_connection_that_breaks_before_the_final_dot_is_a_failure_for_now(SmtpPhase phase, bool reset, string reason)
    {
        await using var stage = new SmtpStage(SmtpAnswerTests.At(phase, new SmtpAct.Drop(reset)));
        Assert.Equal(new SendOutcome.Transient(reason), await stage.SendAsync(MailSample.Mail()));
        Assert.Equal((0, 1), (stage.Sink.Taken, stage.Sink.Connections));
    }

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 1)]
    public async Task A_connection_that_breaks_after_the_final_dot_leaves_open_whether_the_mail_was_taken(bool takes, bool reset, int taken)
    {
        await using var stage = new SmtpStage(SmtpAnswerTests.At(SmtpPhase.Content, takes ? new SmtpAct.TakeAndDrop(reset) : new SmtpAct.Drop(reset)));
        Assert.Equal(new SendOutcome.Unanswered(AfterTheEnd), await stage.SendAsync(MailSample.Mail()));
        Assert.Equal(taken, stage.Sink.Taken);
    }

    [Fact]
    public async Task An_answer_that_is_none_after_the_final_dot_leaves_it_open_too()
    {
        await using var stage = new SmtpStage(SmtpAnswerTests.At(SmtpPhase.Content, new SmtpAct.Answer(7, "gibberish")));
        Assert.Equal(new SendOutcome.Unanswered(AfterTheEnd), await stage.SendAsync(MailSample.Mail()));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_long_mail_is_a_failure_for_now()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = TakeHalfAsync(listener);
        await using var transport = new SmtpTransport(
            new() { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, Security = SmtpSecurity.None },
            TimeProvider.System, NullLogger<SmtpTransport>.Instance);

        // More than the sockets of both sides hold.
        var outcome = await transport.SendAsync(MailSample.Mail(text: new('x', 16_000_000)), Ct);

        Assert.Equal(new SendOutcome.Transient(BeforeTheEnd), outcome);
        await server;
    }

    [Theory]
    [InlineData(SmtpPhase.Connect, "the mail server (Mail:Smtp:Host) gave no answer within 00:00:30")]
    [InlineData(SmtpPhase.Hello, "the mail server (Mail:Smtp:Host) gave no answer within 00:00:30")]
    [InlineData(SmtpPhase.Mail, "no answer in time before the whole mail was given")]
    [InlineData(SmtpPhase.Recipient, "no answer in time before the whole mail was given")]
    [InlineData(SmtpPhase.Data, "no answer in time before the whole mail was given")]
    public async Task A_server_that_hangs_before_the_final_dot_is_a_failure_for_now(SmtpPhase phase, string reason)
    {
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(moment => Hang(moment, phase, hangs, new SmtpAct.Hang()));

        var send = stage.SendAsync(MailSample.Mail());
        await hangs.Task.WaitAsync(Ct);

        Assert.Equal(new SendOutcome.Transient(reason), await stage.PassAsync(send, stage.Options.Timeout));
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_hangs_after_the_final_dot_leaves_it_open_and_is_waited_for_four_times_as_long(bool takes)
    {
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(
            moment => Hang(moment, SmtpPhase.Content, hangs, takes ? new SmtpAct.TakeAndHang() : new SmtpAct.Hang()));
        var send = stage.SendAsync(MailSample.Mail());
        await hangs.Task.WaitAsync(Ct);

        stage.Clock.Advance((4 * stage.Options.Timeout) - TimeSpan.FromTicks(1));
        Assert.False(send.IsCompleted);
        stage.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(new SendOutcome.Unanswered("no answer in time after the whole mail was given"), await send);
        await stage.Sink.AllClosedAsync(Ct);
        Assert.Equal(takes ? 1 : 0, stage.Sink.Taken);
    }

    [Fact]
    public async Task After_a_hang_the_connection_is_closed_and_the_next_mail_takes_another()
    {
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(moment => moment.Connection == 1 ? Hang(moment, SmtpPhase.Data, hangs, new SmtpAct.Hang()) : null);
        var send = stage.SendAsync(MailSample.Mail());
        await hangs.Task.WaitAsync(Ct);
        await stage.PassAsync(send, stage.Options.Timeout);

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));

        Assert.Equal(2, Assert.Single(stage.Sink.Mails).Connection);
    }

    [Theory]
    [InlineData(SmtpPhase.Connect, 421, "4.3.2 Too busy", "the mail server is not ready: 421 4.3.2 Too busy")]
    [InlineData(SmtpPhase.Connect, 554, "No mail here", "the mail server is not ready: 554 No mail here")]
    [InlineData(SmtpPhase.Hello, 550, "Who are you", "the mail server is not ready: 550 Who are you")]
    public async Task A_server_that_is_not_ready_is_a_failure_for_now(SmtpPhase phase, int code, string text, string reason)
    {
        await using var stage = new SmtpStage(SmtpAnswerTests.At(phase, new SmtpAct.AnswerAndClose(code, text)));
        Assert.StartsWith("the ", Assert.IsType<SendOutcome.Transient>(await stage.SendAsync(MailSample.Mail())).Reason, StringComparison.Ordinal);
        await using var patient = new SmtpStage(SmtpAnswerTests.At(phase, new SmtpAct.Answer(code, text)));
        Assert.Equal(new SendOutcome.Transient(reason), await patient.SendAsync(MailSample.Mail()));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_for_now()
    {
        await using var stage = new SmtpStage();
        await stage.Sink.DisposeAsync();
        Assert.Equal(
            new SendOutcome.Transient("the mail server (Mail:Smtp:Host, Port) cannot be reached: ConnectionRefused"),
            await stage.SendAsync(MailSample.Mail()));
    }

    [Fact]
    public async Task A_server_whose_name_is_unknown_is_a_failure_for_now()
    {
        await using var stage = new SmtpStage(options: new() { Host = "mail.invalid", Security = SmtpSecurity.None });
        var outcome = Assert.IsType<SendOutcome.Transient>(await stage.SendAsync(MailSample.Mail()));
        Assert.StartsWith("the mail server (Mail:Smtp:Host, Port) cannot be reached: ", outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpPhase.Connect)]
    [InlineData(SmtpPhase.Hello)]
    [InlineData(SmtpPhase.Mail)]
    [InlineData(SmtpPhase.Recipient)]
    [InlineData(SmtpPhase.Data)]
    [InlineData(SmtpPhase.Content)]
    public async Task A_stop_is_thrown_and_its_connection_is_never_used_again(SmtpPhase phase)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(moment => moment.Connection == 1 ? Hang(moment, phase, hangs, new SmtpAct.Hang()) : null);
        var send = stage.Transport.SendAsync(MailSample.Mail(), stop.Token);
        await hangs.Task.WaitAsync(Ct);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send.WaitAsync(TimeSpan.FromSeconds(60), Ct));
        await stage.Sink.AllClosedAsync(Ct);
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));
        Assert.Equal((1, 2), (stage.Sink.Taken, stage.Sink.Connections));
    }

    private static SmtpAct? Hang(SmtpMoment moment, SmtpPhase phase, TaskCompletionSource hangs, SmtpAct act)
    {
        if (moment.Phase != phase)
        {
            return null;
        }

        hangs.TrySetResult();
        return act;
    }

    private static async Task TakeHalfAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await stream.WriteAsync("220 ready\r\n"u8.ToArray(), Ct);
        foreach (var answer in (string[])["250 hello", "250 ok", "250 ok", "250 ok", "354 go on"])
        {
            await reader.ReadLineAsync(Ct);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{answer}\r\n"), Ct);
        }

        await reader.ReadLineAsync(Ct);
    }
}
