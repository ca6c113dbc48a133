using System.Globalization;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

public sealed class SendGridAnswerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500, "SendGrid answered 500")]
    [InlineData(502, "SendGrid answered 502")]
    [InlineData(503, "SendGrid answered 503")]
    [InlineData(408, "SendGrid answered 408")]
    [InlineData(401, "Mail:SendGrid:ApiKey")]
    [InlineData(403, "Mail:SendGrid:ApiKey")]
    [InlineData(404, "Mail:SendGrid:Host")]
    [InlineData(405, "Mail:SendGrid:Host")]
    [InlineData(301, "Mail:SendGrid:Host")]
    [InlineData(200, "Mail:SendGrid:Host")]
    public async Task What_may_pass_is_a_failure_for_now_that_says_why(int status, string reason)
    {
        await using var server = RawServer.Answering($"{status} So");
        var outcome = Assert.IsType<SendOutcome.Transient>(await SendAsync(server));

        Assert.Contains(reason, outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(422)]
    public async Task What_is_wrong_with_the_mail_is_a_failure_for_good(int status)
    {
        await using var server = RawServer.Answering($"{status} So");
        var outcome = Assert.IsType<SendOutcome.Permanent>(await SendAsync(server));

        Assert.Equal($"SendGrid answered {status}", outcome.Reason);
        Assert.Empty(outcome.Refused);
    }

    public static TheoryData<string, string, double> Pauses() => new()
    {
        { "nothing is said", "", 60 },
        { "seconds", "Retry-After: 7", 7 },
        { "no time at all", "Retry-After: 0", 1 },
        { "longer than an hour", "Retry-After: 86400", 3600 },
        { "seconds come before the reset", $"Retry-After: 7|X-RateLimit-Reset: {Unix(90)}", 7 },
        { "a date by our clock", $"Retry-After: {Rfc(30)}", 30 },
        { "a date by the server's clock", $"Date: {Rfc(1000)}|Retry-After: {Rfc(1030)}", 30 },
        { "a date that is past", $"Retry-After: {Rfc(-30)}", 1 },
        { "a reset by our clock", $"X-RateLimit-Reset: {Unix(90)}", 90 },
        { "a reset by the server's clock", $"Date: {Rfc(-86400)}|X-RateLimit-Reset: {Unix(-86310)}", 90 },
        { "a reset that is past", $"X-RateLimit-Reset: {Unix(-5)}", 1 },
        { "a reset that is far off", $"X-RateLimit-Reset: {Unix(86400)}", 3600 },
        { "the last second there is", "X-RateLimit-Reset: 253402300799", 3600 },
        { "a second after the last", "X-RateLimit-Reset: 253402300800", 60 },
        { "no numbers", "Retry-After: soon|X-RateLimit-Reset: soon", 60 },
        { "a number too large", "Retry-After: 99999999999999999999|X-RateLimit-Reset: 99999999999999999999", 60 },
        { "a number below zero", "Retry-After: -1|X-RateLimit-Reset: -1", 60 },
        { "no seconds but a reset", $"Retry-After: soon|X-RateLimit-Reset: {Unix(90)}", 90 },
    };

    [Theory]
    [MemberData(nameof(Pauses))]
    public async Task Too_many_requests_pause_as_long_as_is_said(string what, string headers, double seconds)
    {
        await using var server = RawServer.Answering("429 Too Many Requests", headers.Split('|', StringSplitOptions.RemoveEmptyEntries));
        var outcome = Assert.IsType<SendOutcome.Throttled>(await SendAsync(server));

        Assert.True(TimeSpan.FromSeconds(seconds) == outcome.RetryAfter, $"{what}: {outcome.RetryAfter}");
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task An_acceptance_without_an_id_is_one()
    {
        await using var server = RawServer.Answering("202 Accepted");
        Assert.Null(Assert.IsType<SendOutcome.Accepted>(await SendAsync(server)).ProviderId);
    }

    [Fact]
    public async Task A_success_that_is_not_documented_leaves_open_what_happened()
    {
        await using var server = RawServer.Answering("204 No Content");
        Assert.IsType<SendOutcome.Unanswered>(await SendAsync(server));
    }

    [Theory]
    [InlineData("personalizations.0.to.1.email", "skolan@skola.example")]
    [InlineData("personalizations.0.to.0.email", "rektor@skola.example")]
    [InlineData("personalizations.0.to.0", "rektor@skola.example")]
    [InlineData("personalizations.0.to.2.email", null)]
    [InlineData("personalizations.1.to.0.email", null)]
    [InlineData("personalizations.0.to", null)]
    [InlineData("personalizations.0.cc.0.email", null)]
    [InlineData("xpersonalizations.0.to.0.email", null)]
    [InlineData("personalizations.0.to.99999.email", null)]
    [InlineData("from.email", null)]
    [InlineData(null, null)]
    public async Task An_error_about_an_address_names_the_recipient(string? field, string? recipient)
    {
        var outcome = await RefusedAsync("Does not contain a valid address.", field);

        Assert.Equal($"SendGrid answered 400: Does not contain a valid address.{(field is null ? "" : $" ({field})")}", outcome.Reason);
        Assert.Equal(recipient is null ? [] : [recipient], outcome.Refused.Select(r => r.Address.ToString()));
        Assert.All(outcome.Refused, r => Assert.Equal(("Does not contain a valid address.", true), (r.Reason, r.IsDead)));
    }

    [Fact]
    public async Task Words_of_SendGrid_are_cut_and_stay_on_one_line()
    {
        var outcome = await RefusedAsync("a\r\nb\u0007" + new string('x', 171) + "😀😀", "personalizations.0.to.0.email");

        Assert.Equal("SendGrid answered 400: a  b " + new string('x', 171), outcome.Reason);
        Assert.Equal("a  b " + new string('x', 171) + "😀😀", outcome.Refused[0].Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>413</html>")]
    [InlineData("[]")]
    [InlineData("""{"errors":{}}""")]
    [InlineData("""{"errors":[1,null,{"message":5},{}]}""")]
    [InlineData("""{"errors":[{"message":"\ud800"}]}""")]
    public async Task An_answer_in_no_form_of_SendGrids_is_only_its_status(string body)
    {
        await using var server = new RawServer(_ => new($"HTTP/1.1 400 Bad Request\r\nContent-Type: text/x; charset=none\r\nContent-Length: {body.Length}\r\n\r\n{body}", Closes: false));
        Assert.Equal("SendGrid answered 400", Assert.IsType<SendOutcome.Permanent>(await SendAsync(server)).Reason);
    }

    [Fact]
    public async Task A_wrong_key_is_said_by_the_name_of_its_setting_and_not_by_itself()
    {
        await using var sink = await SendGridSink.StartAsync();
        using var transport = SendGridOnSink.To(sink, key: "SG.wrong");

        var outcome = Assert.IsType<SendOutcome.Transient>(await transport.SendAsync(MailSample.Mail(), Ct));

        Assert.Contains("Mail:SendGrid:ApiKey", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("SG.wrong", outcome.Reason, StringComparison.Ordinal);
    }

    private static async Task<SendOutcome> SendAsync(RawServer server)
    {
        using var transport = SendGridOnSink.To(server.Address);
        return await transport.SendAsync(MailSample.Mail(), Ct);
    }

    private static async Task<SendOutcome.Permanent> RefusedAsync(string message, string? field)
    {
        await using var sink = await SendGridSink.StartAsync();
        sink.Script = _ => SinkAnswer.Refuse(400, message, field);
        using var transport = SendGridOnSink.To(sink);
        return Assert.IsType<SendOutcome.Permanent>(await transport.SendAsync(MailSample.Mail(), Ct));
    }

    private static string Unix(int seconds) => SendGridOnSink.Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Rfc(int seconds) => SendGridOnSink.Now.AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture);
}
