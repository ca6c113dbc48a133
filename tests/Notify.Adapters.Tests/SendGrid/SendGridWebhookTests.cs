using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.SendGrid;
using Notify.Adapters.Tests.Mime;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Events;
using Notify.Testing.Sinks;
using SendGrid.Helpers.EventWebhook;
using Xunit;

namespace Notify.Adapters.Tests.SendGrid;

public sealed class SendGridWebhookTests : IDisposable
{
    private static readonly DateTimeOffset Now = SendGridOnSink.Now;
    private readonly SendGridFeed _feed = new();
    private readonly SendGridWebhook _webhook;

    public SendGridWebhookTests() => _webhook = new(new() { WebhookPublicKey = _feed.PublicKey }, new FakeTimeProvider(Now));

    [Fact]
    public void A_signed_call_is_genuine()
    {
        var events = Assert.IsType<WebhookCall.Genuine>(Read(Call())).Events;

        Assert.Equal([ProviderEventKind.Processed, ProviderEventKind.Delivered], events.Select(e => e.Kind));
    }

    [Fact]
    public void Each_bit_of_the_body_counts()
    {
        var call = Call();
        Assert.All(Flipped(call.Body), body => Assert.IsType<WebhookCall.Forbidden>(Read(call with { Body = body })));
    }

    [Fact]
    public void Each_bit_of_the_time_stamp_counts()
    {
        var call = Call();
        Assert.All(Flipped(call.Timestamp), timestamp => Assert.IsType<WebhookCall.Forbidden>(Read(call with { Timestamp = timestamp })));
    }

    // A signature takes 70 to 72 bytes, so that its base64 ends in different ways: several of them.
    [Fact]
    public void Each_bit_of_the_signature_counts() =>
        Assert.All(Enumerable.Range(0, 8).Select(_ => Call()), call =>
            Assert.All(Flipped(call.Signature), signature => Assert.IsType<WebhookCall.Forbidden>(Read(call with { Signature = signature }))));

    [Fact]
    public void A_byte_more_or_less_anywhere_is_another_call()
    {
        var call = Call();
        SignedCall[] others =
        [
            call with { Body = [.. call.Body, (byte)'\n'] },
            call with { Body = call.Body[..^1] },
            call with { Body = [] },
            call with { Timestamp = call.Timestamp + "0" },
            call with { Timestamp = "0" + call.Timestamp },
            call with { Timestamp = call.Timestamp[..^1], Body = [(byte)call.Timestamp[^1], .. call.Body] },
            call with { Signature = call.Signature + "=" },
            call with { Signature = call.Signature[..^1] },
            call with { Signature = " " + call.Signature },
            call with { Signature = call.Signature.Insert(20, "\r\n") },
            call with { Signature = Convert.ToBase64String([.. Convert.FromBase64String(call.Signature), 0]) },
        ];
        Assert.All(others, other => Assert.IsType<WebhookCall.Forbidden>(Read(other)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("====")]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    [InlineData("MAA=")]
    [InlineData("MAYCAQACAQA=")]
    public void What_is_no_signature_is_refused(string? signature)
    {
        var call = Call();
        Assert.IsType<WebhookCall.Forbidden>(_webhook.Read(call.Body, signature, call.Timestamp));
        Assert.IsType<WebhookCall.Forbidden>(_webhook.Read(call.Body, new string('A', 100_000), call.Timestamp));
        Assert.IsType<WebhookCall.Forbidden>(_webhook.Read(call.Body, call.Signature, new string('1', 100_000)));
        Assert.IsType<WebhookCall.Forbidden>(_webhook.Read(call.Body, call.Signature, null));
    }

    [Fact]
    public void Another_key_is_refused()
    {
        using var other = new SendGridFeed();
        Assert.IsType<WebhookCall.Forbidden>(Read(other.Sign("[]"u8.ToArray(), Now)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-600, true)]
    [InlineData(600, true)]
    [InlineData(-601, false)]
    [InlineData(601, false)]
    [InlineData(-86_400, false)]
    [InlineData(1_000_000_000, false)]
    public void A_call_holds_for_ten_minutes_either_side(int seconds, bool holds) =>
        Assert.Equal(holds, Read(_feed.Sign("[]"u8.ToArray(), Now.AddSeconds(seconds))) is WebhookCall.Genuine);

    [Fact]
    public void A_moment_after_ten_minutes_a_call_is_too_old()
    {
        var clock = new FakeTimeProvider(Now);
        var webhook = new SendGridWebhook(new() { WebhookPublicKey = _feed.PublicKey }, clock);
        var call = _feed.Sign("[]"u8.ToArray(), Now);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<WebhookCall.Genuine>(webhook.Read(call.Body, call.Signature, call.Timestamp));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.IsType<WebhookCall.Forbidden>(webhook.Read(call.Body, call.Signature, call.Timestamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+{0}")]
    [InlineData("-{0}")]
    [InlineData(" {0}")]
    [InlineData("{0}.0")]
    [InlineData("{0}\0")]
    [InlineData("999999999999")]
    [InlineData("9999999999999")]
    public void A_time_stamp_is_digits_even_when_it_is_signed(string form)
    {
        var timestamp = string.Format(CultureInfo.InvariantCulture, form, Now.ToUnixTimeSeconds());
        Assert.IsType<WebhookCall.Forbidden>(Read(_feed.Sign("[]"u8.ToArray(), timestamp)));
    }

    // SendGrid's SDK checks with another implementation of ECDSA.
    [Fact]
    public void SendGrids_own_validator_and_ours_agree()
    {
        var validator = new RequestValidator();
        var key = validator.ConvertPublicKeyToECDSA(_feed.PublicKey);
        foreach (var call in Enumerable.Range(0, 20).Select(_ => Call()))
        {
            var body = Encoding.UTF8.GetString(call.Body);
            Assert.True(validator.VerifySignature(key, body, call.Signature, call.Timestamp));
            Assert.IsType<WebhookCall.Genuine>(Read(call));

            Assert.False(validator.VerifySignature(key, body + " ", call.Signature, call.Timestamp));
            Assert.IsType<WebhookCall.Forbidden>(Read(call with { Body = [.. call.Body, (byte)' '] }));
        }
    }

    [Fact]
    public async Task Calls_are_read_side_by_side()
    {
        var calls = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? Call() : Call() with { Timestamp = "1" }).ToList();
        var read = await Task.WhenAll(calls.Select(call => Task.Run(() => Read(call), TestContext.Current.CancellationToken)));
        Assert.Equal(calls.Select(c => c.Timestamp != "1"), read.Select(r => r is WebhookCall.Genuine));
    }

    [Fact]
    public async Task Registered_with_a_key_events_are_awaited_and_without_one_they_are_not()
    {
        foreach (var key in new[] { _feed.PublicKey, "" })
        {
            var options = new SendGridOptions { ApiKey = "SG.x", WebhookPublicKey = key };
            Assert.Empty(options.Validate(isTransport: true));
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
                .AddSendGrid(options).AddSendGridWebhook(options).BuildServiceProvider();

            Assert.Equal(key.Length > 0, services.GetService<IProviderWebhook>() is SendGridWebhook);
            var transport = services.GetRequiredService<IMailTransport>();
            Assert.Equal("sendgrid", transport.Name);
            Assert.Equal(
                key.Length > 0 ? Reconciliation.EventAwaited : Reconciliation.Unknown,
                await transport.ReconcileAsync(MailSample.Mail().Id, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_key_of_another_curve_is_no_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var options = new SendGridOptions { WebhookPublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) };
        Assert.StartsWith("Mail:SendGrid:WebhookPublicKey: ", Assert.Single(options.Validate(isTransport: false)), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _feed.Dispose();

    private WebhookCall Read(SignedCall call) => _webhook.Read(call.Body, call.Signature, call.Timestamp);

    private SignedCall Call()
    {
        var mail = MailSample.Mail();
        var taken = new SinkMail(mail.Id.ToString(), ["rektor@skola.example"], "Åäö", ["contact-changed"], "m1", "<x@stad.example>", Now);
        return _feed.Calls(SinkEvent.StoryOf(taken, taken.To[0], SinkEventKind.Delivered), Now)[0];
    }

    private static IEnumerable<byte[]> Flipped(byte[] bytes) =>
        from at in Enumerable.Range(0, bytes.Length)
        from bit in Enumerable.Range(0, 8)
        select bytes.Select((b, i) => i == at ? (byte)(b ^ (1 << bit)) : b).ToArray();

    private static IEnumerable<string> Flipped(string text) => Flipped(Encoding.Latin1.GetBytes(text)).Select(Encoding.Latin1.GetString);
}
