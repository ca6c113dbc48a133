using System.Text.Json.Nodes;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

public sealed class SendGridRequestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_asked_for_with_these_members_and_no_other()
    {
        var mail = MailSample.Mail();
        var id = mail.Id.ToString();
        var expected = new JsonObject
        {
            ["from"] = new JsonObject { ["name"] = "Notify", ["email"] = "notify@Stad.example" },
            ["reply_to"] = new JsonObject { ["email"] = "samordnare@stad.example" },
            ["personalizations"] = new JsonArray(new JsonObject
            {
                ["to"] = new JsonArray(new JsonObject { ["email"] = "rektor@skola.example" }, new JsonObject { ["email"] = "skolan@skola.example" }),
            }),
            ["subject"] = "Ny kontakt för Ålstensskolan",
            ["content"] = new JsonArray(
                new JsonObject { ["type"] = "text/plain", ["value"] = mail.Content.Text },
                new JsonObject { ["type"] = "text/html", ["value"] = mail.Content.Html }),
            ["headers"] = new JsonObject
            {
                ["Message-ID"] = $"<{id}@stad.example>",
                ["X-Notify-Id"] = id,
                ["X-Notify-Kind"] = "contact-changed",
                ["X-Notify-District"] = "BROMMA",
                ["Auto-Submitted"] = "auto-generated",
                ["Content-Language"] = "sv",
            },
            ["custom_args"] = new JsonObject { ["notify_id"] = id },
            ["categories"] = new JsonArray("contact-changed"),
            ["tracking_settings"] = new JsonObject
            {
                ["click_tracking"] = new JsonObject { ["enable"] = false, ["enable_text"] = false },
                ["open_tracking"] = new JsonObject { ["enable"] = false },
                ["subscription_tracking"] = new JsonObject { ["enable"] = false },
                ["ganalytics"] = new JsonObject { ["enable"] = false },
            },
        };

        var asked = await AskedForAsync(mail);

        Assert.True(JsonNode.DeepEquals(expected, asked), asked.ToJsonString());
    }

    [Fact]
    public async Task In_the_sandbox_the_mail_is_validated_and_not_taken()
    {
        await using var sink = await SendGridSink.StartAsync();
        using var transport = SendGridOnSink.To(sink, sandbox: true);

        var outcome = Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(MailSample.Mail(), Ct));

        Assert.Null(outcome.ProviderId);
        Assert.Equal((1, 0), (sink.Requests, sink.Taken.Count));
    }

    [Fact]
    public async Task An_address_that_stands_twice_is_asked_for_once()
    {
        var mail = MailSample.Mail();
        var twice = mail with { To = [mail.To[0], mail.To[1], Core.Register.EmailAddress.Parse("REKTOR@skola.example")] };

        var to = (JsonArray)(await AskedForAsync(twice))["personalizations"]![0]!["to"]!;

        Assert.Equal(["rektor@skola.example", "skolan@skola.example"], to.Select(t => (string?)t!["email"]));
    }

    [Fact]
    public async Task A_copy_stands_in_cc_and_nobody_in_both()
    {
        var mail = MailSample.Mail();
        var copied = mail with { Cc = [Core.Register.EmailAddress.Parse("direktor@stad.example"), mail.To[0]] };

        var asked = (await AskedForAsync(copied))["personalizations"]![0]!;

        Assert.Equal(["rektor@skola.example", "skolan@skola.example"], ((JsonArray)asked["to"]!).Select(t => (string?)t!["email"]));
        Assert.Equal(["direktor@stad.example"], ((JsonArray)asked["cc"]!).Select(t => (string?)t!["email"]));
    }

    [Fact]
    public async Task A_file_goes_along_under_its_plain_type()
    {
        var asked = await AskedForAsync(MailSample.Mail() with { Attachments = [new("revision.ics", "text/calendar", "PUBLISH", "Å")] });

        var file = Assert.Single((JsonArray)asked["attachments"]!)!;
        Assert.Equal(("revision.ics", "text/calendar", "attachment"), ((string?)file["filename"], (string?)file["type"], (string?)file["disposition"]));
        Assert.Equal("Å", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)file["content"]!)));
    }

    [Fact]
    public async Task An_invitation_is_the_last_of_the_contents_and_a_file()
    {
        var asked = await AskedForAsync(MailSample.Mail() with { Attachments = [new("invite.ics", "text/calendar", "REQUEST", "Å", IsAlternative: true)] });

        Assert.Equal(["text/plain", "text/html", "text/calendar; method=REQUEST"], ((JsonArray)asked["content"]!).Select(c => (string?)c!["type"]));
        Assert.Equal("invite.ics", (string?)Assert.Single((JsonArray)asked["attachments"]!)!["filename"]);
    }

    [Fact]
    public async Task No_value_brings_a_line_of_its_own_into_the_head_of_the_mail()
    {
        var asked = await AskedForAsync(MailSample.Mail(subject: "Hej\r\nBcc: a@b.example", senderName: "N\nX: y", kind: "k\u2028ind"));

        Assert.Equal("Hej  Bcc: a@b.example", (string?)asked["subject"]);
        Assert.Equal("N X: y", (string?)asked["from"]!["name"]);
        Assert.Equal("k ind", (string?)asked["headers"]!["X-Notify-Kind"]);
        Assert.Equal("k ind", (string?)asked["categories"]![0]);
    }

    [Fact]
    public async Task A_sender_without_a_name_is_asked_for_without_one()
    {
        var asked = await AskedForAsync(MailSample.Mail(senderName: ""));

        Assert.Equal("""{"email":"notify@Stad.example"}""", asked["from"]!.ToJsonString());
    }

    private static async Task<JsonNode> AskedForAsync(MailMessage mail)
    {
        byte[]? body = null;
        await using var sink = await SendGridSink.StartAsync();
        sink.Script = request =>
        {
            body = request.Body.ToArray();
            return SinkAnswer.Take;
        };
        using var transport = SendGridOnSink.To(sink);
        var outcome = Assert.IsType<SendOutcome.Accepted>(await transport.SendAsync(mail, Ct));
        Assert.Equal(Assert.Single(sink.Taken).MessageId, outcome.ProviderId);
        Assert.Empty(outcome.Refused);
        return JsonNode.Parse(body)!;
    }
}
