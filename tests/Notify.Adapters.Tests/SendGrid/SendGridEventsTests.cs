using System.Text;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.SendGrid;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery.Events;
using Notify.Core.Notifications;
using Notify.Testing.Sinks;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

public sealed class SendGridEventsTests : IDisposable
{
    private static readonly NotificationId Id = MailSample.Mail().Id;
    private readonly SendGridFeed _feed = new();

    [Theory]
    [InlineData("""{"event":"processed"}""", ProviderEventKind.Processed, null)]
    [InlineData("""{"event":"deferred","response":"450 later","attempt":"5"}""", ProviderEventKind.Processed, "450 later")]
    [InlineData("""{"event":"delivered","response":"250 OK"}""", ProviderEventKind.Delivered, "250 OK")]
    [InlineData("""{"event":"bounce","type":"bounce","reason":"550 unknown","status":"5.1.1"}""", ProviderEventKind.Bounced, "550 unknown")]
    [InlineData("""{"event":"bounce","reason":"500 unknown","status":"5.0.0"}""", ProviderEventKind.Bounced, "500 unknown")]
    [InlineData("""{"event":"bounce","type":"blocked","reason":"554 policy"}""", ProviderEventKind.Blocked, "554 policy")]
    [InlineData("""{"event":"bounce","type":"expired","reason":"too long"}""", ProviderEventKind.Blocked, "too long")]
    [InlineData("""{"event":"dropped","reason":"Bounced Address"}""", ProviderEventKind.Dropped, "Bounced Address")]
    [InlineData("""{"event":"dropped","reason":"bounced address "}""", ProviderEventKind.Dropped, "bounced address ")]
    [InlineData("""{"event":"dropped","reason":"Spam Reporting Address"}""", ProviderEventKind.Dropped, "Spam Reporting Address")]
    [InlineData("""{"event":"dropped","reason":"Unsubscribed Address"}""", ProviderEventKind.Dropped, "Unsubscribed Address")]
    [InlineData("""{"event":"dropped","reason":"Invalid"}""", ProviderEventKind.Dropped, "Invalid")]
    [InlineData("""{"event":"dropped"}""", ProviderEventKind.Dropped, null)]
    [InlineData("""{"event":"dropped","reason":""}""", ProviderEventKind.Dropped, null)]
    [InlineData("""{"event":"dropped","reason":"Invalid SMTPAPI header"}""", ProviderEventKind.Blocked, "Invalid SMTPAPI header")]
    [InlineData("""{"event":"dropped","reason":"Spam Content"}""", ProviderEventKind.Blocked, "Spam Content")]
    [InlineData("""{"event":"dropped","reason":"Recipient List over Package Quota"}""", ProviderEventKind.Blocked, "Recipient List over Package Quota")]
    [InlineData("""{"event":"dropped","reason":"Something new"}""", ProviderEventKind.Blocked, "Something new")]
    [InlineData("""{"event":"spamreport"}""", ProviderEventKind.SpamReport, null)]
    public void What_is_told_has_this_meaning(string told, ProviderEventKind kind, string? reason)
    {
        var read = Assert.Single(ReadOne(told));

        Assert.Equal(new(Id, MailSample.Mail().To[0], kind, DateTimeOffset.FromUnixTimeSeconds(1_513_299_569), "14c5d75ce93", reason), read);
    }

    [Theory]
    [InlineData("""{"event":"open"}""")]
    [InlineData("""{"event":"click"}""")]
    [InlineData("""{"event":"unsubscribe"}""")]
    [InlineData("""{"event":"group_unsubscribe"}""")]
    [InlineData("""{"event":"account_status_change"}""")]
    [InlineData("""{"event":"Delivered"}""")]
    [InlineData("""{"event":""}""")]
    [InlineData("""{"event":null}""")]
    [InlineData("""{"event":7}""")]
    [InlineData("""{"event":["delivered"]}""")]
    [InlineData("""{"event":"delivered","notify_id":null}""")]
    [InlineData("""{"event":"delivered","notify_id":7}""")]
    [InlineData("""{"event":"delivered","notify_id":"BROMMA-short"}""")]
    [InlineData("""{"event":"delivered","notify_id":"\ud800"}""")]
    [InlineData("""{"event":"delivered","\ud800":"x"}""")]
    [InlineData("""{"event":"delivered","email":null}""")]
    [InlineData("""{"event":"delivered","email":"not an email address"}""")]
    [InlineData("""{"event":"delivered","email":{}}""")]
    [InlineData("""{"event":"delivered","timestamp":null}""")]
    [InlineData("""{"event":"delivered","timestamp":"1513299569"}""")]
    [InlineData("""{"event":"delivered","timestamp":1.5}""")]
    [InlineData("""{"event":"delivered","timestamp":-1}""")]
    [InlineData("""{"event":"delivered","timestamp":253402300800}""")]
    [InlineData("""{"event":"delivered","timestamp":1e400}""")]
    [InlineData("""{"event":"delivered","timestamp":99999999999999999999999999}""")]
    public void What_says_nothing_about_a_mail_of_ours_is_left_out(string told) => Assert.Empty(ReadOne(told));

    [Theory]
    [InlineData("""{"sg_message_id":"euo2iKxdSayPF4YE4--I7A.recvd-5f54b5d587-pczjm-1-67BADEEA-6.0"}""", "euo2iKxdSayPF4YE4--I7A")]
    [InlineData("""{"sg_message_id":"bare"}""", "bare")]
    [InlineData("""{"sg_message_id":".filter"}""", null)]
    [InlineData("""{"sg_message_id":""}""", null)]
    [InlineData("""{"sg_message_id":5}""", null)]
    [InlineData("""{"sg_message_id":"\udc00"}""", null)]
    [InlineData("""{"reason":"\ud800"}""", "14c5d75ce93")]
    public void The_id_of_the_acceptance_ends_at_the_first_full_stop(string told, string? id) =>
        Assert.Equal(id, Assert.Single(ReadOne(told)).MessageId);

    [Fact]
    public void Reasons_are_cut_and_stay_on_one_line() =>
        Assert.Equal("a  b " + new string('x', 195), Assert.Single(ReadOne($$"""{"reason":"a\r\nb\u0000{{new string('x', 500)}}"}""")).Reason);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"[]\"")]
    [InlineData("{\"events\":[]}")]
    [InlineData("[")]
    [InlineData("[{]")]
    [InlineData("[],")]
    [InlineData("[] []")]
    [InlineData("[/**/]")]
    [InlineData("[1,]")]
    [InlineData("\uFEFF[]")]
    public void What_is_no_array_cannot_be_read(string body) => Assert.IsType<WebhookCall.Unreadable>(Read(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(17)]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void What_is_nested_without_end_cannot_be_read(int depth) =>
        Assert.IsType<WebhookCall.Unreadable>(Read(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))));

    [Fact]
    public void Elements_that_are_no_events_are_left_out() =>
        Assert.Single(Events("""[null, 1, "x", true, [], [[{}]], {}, """ + Whole("""{"event":"delivered"}""") + "]"));

    [Fact]
    public void The_order_is_kept_and_nothing_is_dropped_as_a_repetition()
    {
        var kinds = Events($"""[{Whole("""{"event":"delivered"}""")},{Whole("""{"event":"processed"}""")},{Whole("""{"event":"delivered"}""")}]""").Select(e => e.Kind);
        Assert.Equal([ProviderEventKind.Delivered, ProviderEventKind.Processed, ProviderEventKind.Delivered], kinds);
    }

    [Fact]
    public void A_thousand_events_of_every_kind_are_read_as_they_were_told()
    {
        var mail = new SinkMail(Id.ToString(), ["rektor@skola.example"], "s", ["contact-changed"], "m1", "<x@y.example>", SendGridOnSink.Now);
        var told = Enumerable.Range(0, 1_000).Select(i => SinkEvent.Of((SinkEventKind)(i % 7), mail, mail.To[0], mail.At.AddSeconds(i))).ToList();
        var call = Assert.Single(_feed.Calls(told, SendGridOnSink.Now));

        var read = Assert.IsType<WebhookCall.Genuine>(Webhook().Read(call.Body, call.Signature, call.Timestamp)).Events;

        Assert.Equal(told.Select(t => (t.At, KindOf(t.Kind))), read.Select(r => (r.At, r.Kind)));
        Assert.All(read, r => Assert.Equal(("m1", Id), (r.MessageId, r.Notification)));
    }

    // Whoever holds the key may still send nonsense: a byte of a good call at a time is made another, and signed.
    [Fact]
    public void Whatever_is_signed_is_read_or_refused_and_nothing_is_thrown()
    {
        var body = Encoding.UTF8.GetBytes($"""[{Whole("""{"event":"bounce","type":"bounce","reason":"Å \u00e5 \"x\""}""")}]""");
        foreach (var other in new byte[] { 0, (byte)'"', (byte)'\\', (byte)'{', (byte)'9', 0x80, 0xC3, 0xFF })
        {
            for (var at = 0; at < body.Length; at++)
            {
                byte[] broken = [.. body];
                broken[at] = other;
                Assert.IsNotType<WebhookCall.Forbidden>(Read(broken));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _feed.Dispose();

    private static ProviderEventKind KindOf(SinkEventKind told) => told switch
    {
        SinkEventKind.Deferred => ProviderEventKind.Processed,
        SinkEventKind.Bounce => ProviderEventKind.Bounced,
        _ => Enum.Parse<ProviderEventKind>(told.ToString()),
    };

    /// <summary>The event with what every event has, where it does not say otherwise.</summary>
    private static string Whole(string told) =>
        $$"""{"event":"delivered","email":"rektor@skola.example","timestamp":1513299569,"notify_id":"{{Id}}","sg_message_id":"14c5d75ce93.filter-1.0",""" + told[1..];

    private IReadOnlyList<ProviderEvent> ReadOne(string told) => Events($"[{Whole(told)}]");

    private IReadOnlyList<ProviderEvent> Events(string body) => Assert.IsType<WebhookCall.Genuine>(Read(Encoding.UTF8.GetBytes(body))).Events;

    private WebhookCall Read(byte[] body)
    {
        var call = _feed.Sign(body, SendGridOnSink.Now);
        return Webhook().Read(call.Body, call.Signature, call.Timestamp);
    }

    private SendGridWebhook Webhook() => new(new() { WebhookPublicKey = _feed.PublicKey }, new FakeTimeProvider(SendGridOnSink.Now));
}
