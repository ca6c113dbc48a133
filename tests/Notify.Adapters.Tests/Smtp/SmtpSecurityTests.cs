using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Notify.Adapters.Smtp;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

public sealed class SmtpSecurityTests : IDisposable
{
    private const string Secret = "hemligt lösen";
    private readonly X509Certificate2 _certificate = SinkCertificate.Make(TimeProvider.System.GetUtcNow());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task Over_TLS_a_mail_arrives_and_the_next_one_uses_the_same_connection(SmtpSecurity security)
    {
        await using var stage = Protected(security);

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "first")));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "second")));

        Assert.Equal((2, 1), (stage.Sink.Taken, stage.Sink.Connections));
        Assert.Equal(security is SmtpSecurity.StartTls, stage.Sink.Commands.Contains("STARTTLS"));
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_lets_no_mail_out(SmtpSecurity security)
    {
        await using var stage = Protected(security, trusts: false);

        var outcome = Assert.IsType<SendOutcome.Transient>(await stage.SendAsync(MailSample.Mail()));

        Assert.StartsWith("no TLS with the mail server (Mail:Smtp:Security): ", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_for_another_name_lets_no_mail_out()
    {
        await using var stage = new SmtpStage(new() { Certificate = _certificate }, new() { Security = SmtpSecurity.StartTls }, IsForTheHost);
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));

        using var other = SinkCertificate.Make(TimeProvider.System.GetUtcNow(), "another.example");
        await using var elsewhere = new SmtpStage(new() { Certificate = other }, new() { Security = SmtpSecurity.StartTls }, IsForTheHost);
        Assert.IsType<SendOutcome.Transient>(await elsewhere.SendAsync(MailSample.Mail()));

        static bool IsForTheHost(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
            !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing_in_the_clear()
    {
        await using var stage = new SmtpStage(new() { User = "notify", Password = Secret }, new() { User = "notify", Password = Secret });

        Assert.Equal(
            new SendOutcome.Transient("the mail server offers no STARTTLS, without which Mail:Smtp:Security lets no mail out"),
            await stage.SendAsync(MailSample.Mail()));

        Assert.Single(stage.Sink.Commands, command => command.StartsWith("EHLO", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Sink.Commands, IsRevealing);
    }

    [Fact]
    public async Task A_server_that_offers_STARTTLS_and_then_refuses_it_gets_nothing_either()
    {
        await using var stage = new SmtpStage(
            new() { Certificate = _certificate, User = "notify", Password = Secret, Script = SmtpAnswerTests.At(SmtpPhase.StartTls, new SmtpAct.Answer(454, "4.7.0 No TLS today")) },
            new() { User = "notify", Password = Secret });

        Assert.Equal(new SendOutcome.Transient("the mail server is not ready: 454 4.7.0 No TLS today"), await stage.SendAsync(MailSample.Mail()));
        Assert.DoesNotContain(stage.Sink.Commands, IsRevealing);
    }

    [Fact]
    public async Task A_server_that_hangs_in_the_handshake_is_a_failure_for_now()
    {
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(
            new() { Certificate = _certificate, TlsAtOnce = true, Script = moment => { hangs.TrySetResult(); return new SmtpAct.Hang(); } },
            new() { Security = SmtpSecurity.Tls });
        var send = stage.SendAsync(MailSample.Mail());
        await hangs.Task.WaitAsync(Ct);

        Assert.Equal(
            new SendOutcome.Transient("the mail server (Mail:Smtp:Host) gave no answer within 00:00:30"),
            await stage.PassAsync(send, stage.Options.Timeout));
    }

    [Theory]
    [InlineData(SmtpPhase.Connect)]
    [InlineData(SmtpPhase.Hello)]
    [InlineData(SmtpPhase.Content)]
    public async Task A_stop_is_a_stop_over_TLS_too(SmtpPhase phase)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var hangs = SmtpStage.Signal();
        await using var stage = new SmtpStage(
            new()
            {
                Certificate = _certificate,
                TlsAtOnce = true,
                Script = moment =>
                {
                    if (moment.Phase == phase)
                    {
                        hangs.TrySetResult();
                    }

                    return moment.Phase == phase ? new SmtpAct.Hang() : null;
                },
            },
            new() { Security = SmtpSecurity.Tls },
            IsOurs);
        var send = stage.Transport.SendAsync(MailSample.Mail(), stop.Token);
        await hangs.Task.WaitAsync(Ct);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send.WaitAsync(TimeSpan.FromSeconds(60), Ct));
        await stage.Sink.AllClosedAsync(Ct);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    [InlineData(SmtpSecurity.None)]
    public async Task With_user_and_password_the_server_lets_the_mail_in(SmtpSecurity security)
    {
        await using var stage = Protected(security, password: Secret);
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));
        Assert.Equal(1, stage.Sink.Taken);
    }

    [Fact]
    public async Task A_server_that_knows_LOGIN_only_is_served_too()
    {
        await using var stage = new SmtpStage(
            new() { User = "notify", Password = Secret, Mechanisms = "LOGIN" },
            new() { Security = SmtpSecurity.None, User = "notify", Password = Secret });
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));
    }

    [Fact]
    public async Task A_wrong_password_is_a_failure_for_now_that_names_the_setting_and_no_secret()
    {
        await using var stage = Protected(SmtpSecurity.Tls, password: "wrong");

        Assert.Equal(
            new SendOutcome.Transient("the mail server refuses Mail:Smtp:User with Mail:Smtp:Password (535 5.7.8)"),
            await stage.SendAsync(MailSample.Mail()));

        Assert.Equal(0, stage.Sink.Taken);
    }

    [Fact]
    public async Task A_server_without_authentication_is_a_failure_for_now_that_names_the_setting()
    {
        await using var stage = new SmtpStage(options: new() { Security = SmtpSecurity.None, User = "notify", Password = Secret });
        Assert.Equal(
            new SendOutcome.Transient("the mail server offers no authentication that could be used with Mail:Smtp:User"),
            await stage.SendAsync(MailSample.Mail()));
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Theory]
    [InlineData("192.0.2.1", SmtpSecurity.None, false)]
    [InlineData("mail.stad.example", SmtpSecurity.None, false)]
    [InlineData("localhost.stad.example", SmtpSecurity.None, false)]
    [InlineData("mail.stad.example", SmtpSecurity.StartTls, true)]
    [InlineData("mail.stad.example", SmtpSecurity.Tls, true)]
    [InlineData("localhost", SmtpSecurity.None, true)]
    [InlineData("127.0.0.1", SmtpSecurity.None, true)]
    [InlineData("::1", SmtpSecurity.None, true)]
    public void A_password_in_the_clear_may_not_leave_the_machine(string host, SmtpSecurity security, bool isAllowed)
    {
        var errors = new SmtpOptions { Host = host, Security = security, User = "notify", Password = Secret }.Validate();
        Assert.Equal(isAllowed, errors.Count == 0);
        Assert.All(errors, error => Assert.StartsWith("Mail:Smtp:Security: ", error, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain(Secret, error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_addresses_nor_secrets_nor_texts_of_the_server_are_logged()
    {
        var log = new LogLines<SmtpTransport>();
        await using (var stage = new SmtpStage(
            new() { User = "notify-user", Password = "right", Script = moment => moment is { Mail: 2, Phase: SmtpPhase.Mail } ? new SmtpAct.Drop() : null },
            new() { Security = SmtpSecurity.None, User = "notify-user", Password = "right" }, logger: log))
        {
            await stage.SendAsync(MailSample.Mail(kind: "first"));
            await stage.SendAsync(MailSample.Mail(kind: "second"));
        }

        await using (var stage = new SmtpStage(
            new() { User = "notify-user", Password = "right" },
            new() { Security = SmtpSecurity.None, User = "notify-user", Password = "wrong" }, logger: log))
        {
            await stage.SendAsync(MailSample.Mail());
        }

        Assert.Equal(2, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.DoesNotMatch("@|notify-user|right|wrong|Ålsten", line));
    }

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    private static bool IsRevealing(string command) =>
        command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase);

    private SmtpStage Protected(SmtpSecurity security, bool trusts = true, string? password = null) => new(
        new()
        {
            Certificate = security is SmtpSecurity.None ? null : _certificate,
            TlsAtOnce = security is SmtpSecurity.Tls,
            User = password is null ? null : "notify",
            Password = Secret,
        },
        new() { Security = security, User = password is null ? "" : "notify", Password = password ?? "" },
        trusts ? IsOurs : null);

    private bool IsOurs(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate?.GetCertHashString() == _certificate.GetCertHashString();
}
