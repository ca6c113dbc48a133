using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Notify.Adapters.Mime;
using Notify.Adapters.Smtp;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

public sealed class SmtpMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PIPELINING", "SIZE 30000000", "8BITMIME", "ENHANCEDSTATUSCODES")]
    [InlineData("8BITMIME", "SMTPUTF8", "BINARYMIME", "CHUNKING", "DSN")]
    [InlineData]
    public async Task What_arrives_is_the_composed_mail_byte_for_byte_whatever_the_server_offers(params string[] extensions)
    {
        var mail = MailSample.Mail();
        await using var stage = new SmtpStage(new SmtpSinkOptions { Extensions = extensions });

        await stage.SendAsync(mail);

        var taken = Assert.Single(stage.Sink.Mails);
        Assert.Equal(MimeComposer.Write(mail), taken.Content.ToArray());
        Assert.Equal("notify@Stad.example", taken.From);
        Assert.Equal(mail.To.Select(to => to.ToString()), taken.To);
        Assert.Equal((mail.Id.ToString(), MimeComposer.MessageIdOf(mail)), (taken.Id, taken.MessageId));
        Assert.DoesNotContain(stage.Sink.Commands, command => command.Contains("BODY=", StringComparison.Ordinal) || command.Contains("UTF8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".\n.\n.\n")]
    [InlineData("a\n.\nb")]
    [InlineData("a\n.\nMAIL FROM:<evil@stad.example>\nRCPT TO:<rektor@skola.example>\nDATA\nHej\n.\nQUIT")]
    [InlineData("a\r\n.\r\nb\r.\rc\n.\r\n")]
    public async Task A_line_that_begins_with_a_dot_ends_no_mail_and_loses_no_dot(string text)
    {
        var mail = MailSample.Mail(text: text);
        await using var stage = new SmtpStage();

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(mail));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail(kind: "next")));

        Assert.Equal(MimeComposer.Write(mail), stage.Sink.Mails[0].Content.ToArray());
        Assert.Equal((2, 1), (stage.Sink.Taken, stage.Sink.Connections));
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(4_096)]
    [InlineData(70_000)]
    [InlineData(1_000_000)]
    public async Task Dots_at_the_edge_of_every_buffer_are_kept(int length)
    {
        var text = string.Concat(Enumerable.Repeat(".\n..\n...x\n", length / 10));
        var mail = MailSample.Mail(text: text);
        await using var stage = new SmtpStage();

        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(mail));

        Assert.Equal(MimeComposer.Write(mail), Assert.Single(stage.Sink.Mails).Content.ToArray());
    }

    [Fact]
    public async Task No_value_can_add_a_header_a_recipient_or_a_command()
    {
        const string evil = "Hej\r\nBcc: evil@stad.example\r\n\r\n.\r\nRCPT TO:<evil@stad.example>\r\nX: \0";
        await using var stage = new SmtpStage();

        await stage.SendAsync(MailSample.Mail(subject: evil, senderName: evil, kind: evil, text: evil));

        var taken = Assert.Single(stage.Sink.Mails);
        using var content = new MemoryStream(taken.Content.ToArray());
        using var read = await MimeMessage.LoadAsync(content, Ct);
        Assert.Empty(read.Bcc);
        Assert.Equal(MailSample.Mail().To.Select(to => to.ToString()), taken.To);
        Assert.Equal(["EHLO", "MAIL", "RCPT", "RCPT", "DATA"], stage.Sink.Commands.Select(command => command.Split(' ')[0]));
        Assert.Equal("notify@Stad.example", Assert.Single(read.From.Mailboxes).Address);
    }

    [Fact]
    public async Task Registered_it_is_the_way_out_for_mail()
    {
        await using var sink = SmtpSink.Start();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<ILogger<SmtpTransport>>(NullLogger<SmtpTransport>.Instance)
            .AddSmtp(new() { Host = sink.Host, Port = sink.Port, Security = SmtpSecurity.None });
        await using (var provider = services.BuildServiceProvider())
        {
            var transport = provider.GetRequiredService<IMailTransport>();
            Assert.Equal("smtp", transport.Name);
            Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(MailSample.Mail(), Ct));
        }

        await sink.AllClosedAsync(Ct);
        Assert.Equal("QUIT", sink.Commands[^1]);
    }
}
