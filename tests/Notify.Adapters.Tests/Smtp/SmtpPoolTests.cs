using Notify.Adapters.Smtp;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

public sealed class SmtpPoolTests
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_one_after_the_other_go_over_one_connection()
    {
        await using var stage = new SmtpStage();
        for (var i = 0; i < 50; i++)
        {
            Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: $"kind-{i}")));
        }

        Assert.Equal((50, 1), (stage.Sink.CountById.Count, stage.Sink.Connections));
    }

    [Fact]
    public async Task Mails_at_once_are_each_sent_once_over_no_more_connections_than_senders()
    {
        await using var stage = new SmtpStage();
        var mails = Enumerable.Range(0, 640).Select(i => MailSample.Mail(kind: $"kind-{i}")).ToList();

        await Parallel.ForEachAsync(mails, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct }, async (mail, ct) =>
            Assert.IsType<SendOutcome.Accepted>(await stage.Transport.SendAsync(mail, ct)));

        Assert.Equal(mails.Select(m => m.Id.ToString()).Order(StringComparer.Ordinal), stage.Sink.CountById.Keys.Order(StringComparer.Ordinal));
        Assert.All(stage.Sink.CountById.Values, count => Assert.Equal(1, count));
        Assert.InRange(stage.Sink.Connections, 1, 32);
    }

    [Fact]
    public async Task A_mail_that_meets_a_connection_given_up_while_it_was_idle_goes_over_a_new_one_unnoticed()
    {
        await using var stage = new SmtpStage(moment => moment is { Phase: SmtpPhase.Mail, Connection: 1, Mail: 2 } ? new SmtpAct.AnswerAndClose(421, "4.4.2 Idle too long") : null);

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "first")));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "second")));

        Assert.Equal([1, 2], stage.Sink.Mails.Select(mail => mail.Connection));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task So_does_one_whose_connection_breaks_at_its_first_word(bool reset, bool pipelining)
    {
        await using var stage = new SmtpStage(new SmtpSinkOptions
        {
            Extensions = pipelining ? ["PIPELINING"] : [],
            Script = moment => moment is { Phase: SmtpPhase.Mail, Connection: 1, Mail: 2 } ? new SmtpAct.Drop(reset) : null,
        });

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "first")));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "second")));

        Assert.Equal([1, 2], stage.Sink.Mails.Select(mail => mail.Connection));
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_is_not_tried_at_all()
    {
        var log = new LogLines<SmtpTransport>();
        await using var stage = new SmtpStage(logger: log);
        await stage.SendAsync(MailSample.Mail(kind: "first"));
        await stage.Sink.DisposeAsync();

        var outcome = await stage.SendAsync(MailSample.Mail(kind: "second"));

        Assert.Equal(new SendOutcome.Transient("the mail server (Mail:Smtp:Host, Port) cannot be reached: ConnectionRefused"), outcome);
        Assert.DoesNotContain(log.Lines, line => line.Contains("had closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_connection_that_breaks_too_is_a_failure_and_no_third_is_tried()
    {
        await using var stage = new SmtpStage(moment => moment is { Phase: SmtpPhase.Mail } and ({ Mail: 2 } or { Connection: 2 }) ? new SmtpAct.Drop() : null);

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "first")));
        Assert.Equal(new SendOutcome.Transient("the connection broke before the whole mail was given"), await stage.SendAsync(MailSample.Mail(kind: "second")));

        Assert.Equal(2, stage.Sink.Connections);
    }

    [Fact]
    public async Task A_connection_that_the_server_says_it_will_close_is_not_kept()
    {
        await using var stage = new SmtpStage(moment => moment is { Phase: SmtpPhase.Recipient, Connection: 1, Mail: 1 } ? new SmtpAct.Answer(421, "4.3.2 Closing") : null);

        Assert.Equal(new SendOutcome.Transient("421 4.3.2 Closing"), await stage.SendAsync(MailSample.Mail()));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));

        Assert.Equal(2, Assert.Single(stage.Sink.Mails).Connection);
    }

    [Fact]
    public async Task A_break_after_the_sender_was_accepted_is_a_failure_on_a_kept_connection_too()
    {
        await using var stage = new SmtpStage(moment => moment is { Phase: SmtpPhase.Data, Mail: 2 } ? new SmtpAct.Drop() : null);

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "first")));
        Assert.IsType<SendOutcome.Transient>(await stage.SendAsync(MailSample.Mail(kind: "second")));

        Assert.Equal((1, 1), (stage.Sink.Connections, stage.Sink.Taken));
    }

    [Fact]
    public async Task An_idle_connection_is_closed_with_leave_after_half_a_minute()
    {
        await using var stage = new SmtpStage();
        await stage.SendAsync(MailSample.Mail(kind: "first"));

        stage.Clock.Advance(IdleLimit - TimeSpan.FromSeconds(1));
        Assert.Equal(1, stage.Sink.OpenConnections);
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.Sink.AllClosedAsync(Ct);

        Assert.Equal("QUIT", stage.Sink.Commands[^1]);
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "second")));
        Assert.Equal(2, stage.Sink.Connections);
    }

    [Fact]
    public async Task After_a_rush_the_connections_too_many_are_closed_and_the_one_in_use_stays()
    {
        var rush = new Rush(4);
        await using var stage = new SmtpStage(rush.Script);
        await rush.SendAsync(stage);
        Assert.Equal(4, stage.Sink.OpenConnections);

        for (var i = 0; i < 4; i++)
        {
            stage.Clock.Advance(IdleLimit / 3);
            Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: $"later-{i}")));
        }

        while (stage.Sink.OpenConnections > 1)
        {
            Ct.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(4, stage.Sink.Connections);
    }

    [Fact]
    public async Task Disposed_it_takes_leave_of_every_server_and_sends_no_more()
    {
        var rush = new Rush(3);
        await using var stage = new SmtpStage(rush.Script);
        await rush.SendAsync(stage);

        await stage.Transport.DisposeAsync();
        await stage.Sink.AllClosedAsync(Ct);

        Assert.Equal(3, stage.Sink.Commands.Count(command => command == "QUIT"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stage.SendAsync(MailSample.Mail()));
    }

    [Fact]
    public async Task A_server_that_will_not_let_go_holds_up_the_end_for_two_seconds_only()
    {
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(moment =>
        {
            if (moment.Phase is SmtpPhase.Quit)
            {
                hangs.TrySetResult();
                return new SmtpAct.Hang();
            }

            return null;
        });
        await stage.SendAsync(MailSample.Mail());

        var end = stage.Transport.DisposeAsync().AsTask();
        await hangs.Task.WaitAsync(Ct);
        Assert.False(end.IsCompleted);
        stage.Clock.Advance(TimeSpan.FromSeconds(2));

        await end.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        await stage.Sink.AllClosedAsync(Ct);
    }

    [Fact]
    public async Task A_mail_under_way_at_the_end_is_finished_and_its_connection_closed()
    {
        var (reached, goOn) = (SmtpStage.Signal(), SmtpStage.Signal());
        await using var stage = new SmtpStage(moment =>
        {
            if (moment.Phase is SmtpPhase.Content)
            {
                reached.SetResult();
                return new SmtpAct.After(goOn.Task);
            }

            return null;
        });
        var send = stage.SendAsync(MailSample.Mail());
        await reached.Task.WaitAsync(Ct);

        await stage.Transport.DisposeAsync();
        goOn.SetResult();

        Assert.IsType<SendOutcome.Accepted>(await send);
        await stage.Sink.AllClosedAsync(Ct);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Sockets_do_not_wait_for_acknowledgements(string host)
    {
        await using var sink = SmtpSink.Start();
        using var socket = await MailSocket.ConnectAsync(host, sink.Port, Ct);
        Assert.True(socket.NoDelay);
    }

    /// <summary>Mails that are all under way before the first is answered.</summary>
    private sealed class Rush(int size)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _there;

        public SmtpAct.After? Script(SmtpMoment moment)
        {
            if (moment is not { Phase: SmtpPhase.Content, Mail: 1 })
            {
                return null;
            }

            if (Interlocked.Increment(ref _there) == size)
            {
                _all.SetResult();
            }

            return new SmtpAct.After(_all.Task);
        }

        public async Task SendAsync(SmtpStage stage) =>
            Assert.All(
                await Task.WhenAll(Enumerable.Range(0, size).Select(i => stage.SendAsync(MailSample.Mail(kind: $"rush-{i}")))),
                outcome => Assert.IsType<SendOutcome.Accepted>(outcome));
    }
}
