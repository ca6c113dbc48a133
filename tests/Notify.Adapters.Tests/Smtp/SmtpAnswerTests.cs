using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.Smtp;

/// <summary>What each answer of a mail server comes to.</summary>
public sealed class SmtpAnswerTests
{
    private const string Long = "5.7.1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    [Theory]
    [InlineData(550, "5.1.1 No such user", true)]
    [InlineData(550, "5.1.10 Null MX", true)]
    [InlineData(553, "5.1.3 Bad syntax", true)]
    [InlineData(550, "5.2.1 Mailbox disabled", true)]
    [InlineData(550, "No such user", true)]
    [InlineData(551, "User not local", true)]
    [InlineData(553, "Mailbox name not allowed", true)]
    [InlineData(554, "5.1.1 No such user", true)]
    [InlineData(550, "5.1.7 Bad sender", false)]
    [InlineData(550, "5.1.8 Bad domain of the sender", false)]
    [InlineData(552, "5.2.2 Mailbox full", false)]
    [InlineData(550, "5.2.2 Mailbox full", false)]
    [InlineData(550, "5.7.1 Not permitted", false)]
    [InlineData(550, "5.2.10 Something else", false)]
    [InlineData(552, "Mailbox full", false)]
    [InlineData(554, "Not here", false)]
    [InlineData(501, "Syntax", false)]
    [InlineData(550, "4.1.1 Of two minds", false)]
    [InlineData(550, "5.1.1.1 is not an enhanced code", true)]
    public async Task A_recipient_refused_for_good_is_named_with_the_reason_and_the_others_get_the_mail(int code, string text, bool isDead)
    {
        await using var stage = new SmtpStage(RefuseSchool(code, text));

        var taken = Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));

        Assert.Equal([new RefusedRecipient(SmtpStage.School, $"{code} {text}", isDead)], taken.Refused);
        Assert.Equal([SmtpStage.Head.ToString()], Assert.Single(stage.Sink.Mails).To);
    }

    [Theory]
    [InlineData("rektor@xn--lstensskolan-r8a.example")]
    [InlineData("Rektor+1=a@Skola.EXAMPLE")]
    public async Task An_address_is_given_and_named_as_it_is_written(string text)
    {
        var address = EmailAddress.Parse(text);
        await using var stage = new SmtpStage(new SmtpSinkOptions
        {
            Extensions = ["PIPELINING", "8BITMIME", "SMTPUTF8"],
            Script = moment => moment.Phase is SmtpPhase.Recipient && moment.Text == text ? new SmtpAct.Answer(550, "No") : null,
        });
        var taken = Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail() with { To = [SmtpStage.Head, address] }));
        Assert.Equal(text, Assert.Single(taken.Refused).Address.ToString());
    }

    [Theory]
    [InlineData("5.1.1 No such user\n5.1.1 <skolan@skola.example>\n5.1.1 Bye", "550 5.1.1 No such user <skolan@skola.example> Bye")]
    [InlineData("No\tsuch\u0001\u009buser\u2028", "550 No such user")]
    [InlineData("", "550")]
    public async Task A_reason_is_one_line_without_control_characters(string text, string reason)
    {
        await using var stage = new SmtpStage(RefuseSchool(550, text));
        Assert.Equal(reason, Assert.Single(Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail())).Refused).Reason);
    }

    [Fact]
    public async Task A_reason_is_never_long()
    {
        await using var stage = new SmtpStage(RefuseSchool(550, Long));
        var reason = Assert.Single(Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail())).Refused).Reason;
        Assert.Equal($"550 {Long}"[..200], reason);
    }

    [Fact]
    public async Task All_refused_for_good_is_a_mail_refused_for_good_and_each_has_a_reason()
    {
        await using var stage = new SmtpStage(moment => moment switch
        {
            { Phase: SmtpPhase.Recipient, Text: "skolan@skola.example" } => new SmtpAct.Answer(550, "5.1.1 No such user"),
            { Phase: SmtpPhase.Recipient } => new SmtpAct.Answer(550, "5.7.1 Not you"),
            _ => null,
        });

        var refused = Assert.IsType<SendOutcome.Permanent>(await stage.SendAsync(MailSample.Mail()));

        Assert.Equal("550 5.7.1 Not you", refused.Reason);
        Assert.Equal([new(SmtpStage.Head, "550 5.7.1 Not you"), new(SmtpStage.School, "550 5.1.1 No such user", true)], refused.Refused);
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Theory]
    [InlineData(450, "4.2.0 Greylisted")]
    [InlineData(451, "4.7.1 Too many")]
    [InlineData(452, "4.5.3 Too many recipients")]
    [InlineData(421, "4.7.0 Closing")]
    public async Task A_recipient_refused_for_now_keeps_the_mail_from_all(int code, string text)
    {
        await using var stage = new SmtpStage(RefuseSchool(code, text));

        Assert.Equal(new SendOutcome.Transient($"{code} {text}"), await stage.SendAsync(MailSample.Mail()));

        Assert.DoesNotContain("DATA", stage.Sink.Commands);
        Assert.Contains("RSET", stage.Sink.Commands);
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Fact]
    public async Task At_the_last_attempt_a_recipient_refused_for_now_is_refused_and_the_others_get_the_mail()
    {
        await using var stage = new SmtpStage(RefuseSchool(450, "4.1.1 Not now"));

        var taken = Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail() with { IsLastAttempt = true }));

        Assert.Equal([new RefusedRecipient(SmtpStage.School, "450 4.1.1 Not now")], taken.Refused);
        Assert.Equal([SmtpStage.Head.ToString()], Assert.Single(stage.Sink.Mails).To);
    }

    [Fact]
    public async Task A_server_that_is_closing_refuses_nobody_even_at_the_last_attempt()
    {
        await using var stage = new SmtpStage(RefuseSchool(421, "4.3.2 Closing"));
        Assert.Equal(new SendOutcome.Transient("421 4.3.2 Closing"), await stage.SendAsync(MailSample.Mail() with { IsLastAttempt = true }));
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Fact]
    public async Task All_refused_for_now_is_for_now_at_the_last_attempt_too()
    {
        await using var stage = new SmtpStage(At(SmtpPhase.Recipient, new SmtpAct.Answer(450, "4.2.0 Later")));
        Assert.Equal(new SendOutcome.Transient("450 4.2.0 Later"), await stage.SendAsync(MailSample.Mail() with { IsLastAttempt = true }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_one_refused_for_now_and_one_for_good_the_last_attempt_decides_for_both(bool isLast)
    {
        await using var stage = new SmtpStage(moment => moment switch
        {
            { Phase: SmtpPhase.Recipient, Text: "skolan@skola.example" } => new SmtpAct.Answer(550, "5.1.1 No such user"),
            { Phase: SmtpPhase.Recipient } => new SmtpAct.Answer(450, "4.2.0 Later"),
            _ => null,
        });

        var outcome = await stage.SendAsync(MailSample.Mail() with { IsLastAttempt = isLast });

        if (isLast)
        {
            Assert.Equal(
                [new(SmtpStage.Head, "450 4.2.0 Later"), new(SmtpStage.School, "550 5.1.1 No such user", true)],
                Assert.IsType<SendOutcome.Permanent>(outcome).Refused);
        }
        else
        {
            Assert.Equal(new SendOutcome.Transient("450 4.2.0 Later"), outcome);
        }
    }

    [Theory]
    [InlineData(SmtpPhase.Mail, 451, false)]
    [InlineData(SmtpPhase.Mail, 421, false)]
    [InlineData(SmtpPhase.Mail, 550, true)]
    [InlineData(SmtpPhase.Mail, 552, true)]
    [InlineData(SmtpPhase.Data, 451, false)]
    [InlineData(SmtpPhase.Data, 421, false)]
    [InlineData(SmtpPhase.Data, 554, true)]
    [InlineData(SmtpPhase.Data, 250, false)]
    [InlineData(SmtpPhase.Content, 451, false)]
    [InlineData(SmtpPhase.Content, 421, false)]
    [InlineData(SmtpPhase.Content, 554, true)]
    [InlineData(SmtpPhase.Content, 550, true)]
    public async Task A_refusal_of_the_mail_itself_is_for_now_or_for_good_and_says_nothing_of_addresses(SmtpPhase phase, int code, bool isPermanent)
    {
        await using var stage = new SmtpStage(At(phase, new SmtpAct.Answer(code, "5.1.1 As it pleases")));

        var outcome = await stage.SendAsync(MailSample.Mail());

        var reason = outcome is SendOutcome.Permanent { Refused.Count: 0 } permanent ? permanent.Reason : Assert.IsType<SendOutcome.Transient>(outcome).Reason;
        Assert.Equal($"{code} 5.1.1 As it pleases", reason);
        Assert.Equal(isPermanent, outcome is SendOutcome.Permanent);
        Assert.Equal(0, stage.Sink.Taken);
    }

    [Theory]
    [InlineData(250, "2.0.0 Ok: queued as 4F2A1", "4F2A1")]
    [InlineData(250, "OK id=1qXyz0-0004Ab-2c", "1qXyz0-0004Ab-2c")]
    [InlineData(250, "2.6.0 <abc@stad.example> [InternalId=123, Hostname=mx] Queued mail for delivery", null)]
    [InlineData(250, "2.0.0 OK queued as rektor@skola.example", null)]
    [InlineData(250, "", null)]
    [InlineData(252, "2.0.0 Queued as ABCD", "ABCD")]
    public async Task A_mail_that_is_taken_has_the_servers_id_where_it_says_one(int code, string text, string? id)
    {
        await using var stage = new SmtpStage(At(SmtpPhase.Content, new SmtpAct.Answer(code, text)));
        var taken = Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));
        Assert.Equal((id, 0, 1), (taken.ProviderId, taken.Refused.Count, stage.Sink.Taken));
    }

    [Fact]
    public async Task A_server_that_wants_a_user_is_a_failure_for_now_that_names_the_setting()
    {
        await using var stage = new SmtpStage(At(SmtpPhase.Mail, new SmtpAct.Answer(530, "5.7.0 Authenticate first")));
        Assert.Equal(
            new SendOutcome.Transient("the mail server wants Mail:Smtp:User and Password: 5.7.0 Authenticate first"),
            await stage.SendAsync(MailSample.Mail()));
    }

    [Theory]
    [InlineData(SmtpPhase.Mail)]
    [InlineData(SmtpPhase.Recipient)]
    [InlineData(SmtpPhase.Data)]
    [InlineData(SmtpPhase.Content)]
    public async Task A_refused_mail_does_not_stand_in_the_way_of_the_next_on_the_same_connection(SmtpPhase phase)
    {
        await using var stage = new SmtpStage(moment => moment.Phase == phase && moment.Mail == 1 ? new SmtpAct.Answer(550, "5.7.1 No") : null);

        Assert.IsType<SendOutcome.Permanent>(await stage.SendAsync(MailSample.Mail()));
        Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));

        Assert.Equal((1, 1), (stage.Sink.Connections, stage.Sink.Taken));
    }

    [Fact]
    public async Task Without_pipelining_the_answers_mean_the_same()
    {
        await using var stage = new SmtpStage(new SmtpSinkOptions { Extensions = [], Script = RefuseSchool(550, "No such user") });
        var taken = Assert.IsType<SendOutcome.Accepted>(await stage.SendAsync(MailSample.Mail()));
        Assert.Equal([new RefusedRecipient(SmtpStage.School, "550 No such user", true)], taken.Refused);
        Assert.Equal(1, stage.Sink.Taken);
    }

    [Fact]
    public async Task Whether_an_earlier_mail_was_taken_nobody_can_say()
    {
        await using var stage = new SmtpStage();
        await stage.SendAsync(MailSample.Mail());
        Assert.Equal(Reconciliation.Unknown, await stage.Transport.ReconcileAsync(MailSample.Mail().Id, TestContext.Current.CancellationToken));
    }

    internal static Func<SmtpMoment, SmtpAct?> At(SmtpPhase phase, SmtpAct act) => moment => moment.Phase == phase ? act : null;

    private static Func<SmtpMoment, SmtpAct?> RefuseSchool(int code, string text) =>
        moment => moment is { Phase: SmtpPhase.Recipient, Text: "skolan@skola.example" } ? new SmtpAct.Answer(code, text) : null;
}
