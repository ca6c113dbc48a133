using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Notify.Testing.Sinks;

/// <summary>A call of the event webhook, ready to be posted.</summary>
public sealed record SignedCall(byte[] Body, string Signature, string Timestamp)
{
    /// <summary>The call as a request to <c>/hooks/sendgrid</c> of a host.</summary>
    public HttpRequestMessage ToRequest(Uri host)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/hooks/sendgrid")) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", Signature);
        request.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", Timestamp);
        return request;
    }
}

/// <summary>Tells events as SendGrid does, signed with a key of its own. Safe to use from several threads.</summary>
public sealed class SendGridFeed : IDisposable
{
    private const int MaxEvents = 1_000;

    private readonly Lock _one = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key by which its calls are checked, for <c>Mail:SendGrid:WebhookPublicKey</c>.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>The events in calls of at most 1,000.</summary>
    /// <param name="at">When the calls are made.</param>
    public IReadOnlyList<SignedCall> Calls(IEnumerable<SinkEvent> events, DateTimeOffset at, int perCall = MaxEvents) =>
        [.. events.Chunk(perCall).Select(chunk => Sign(Write(chunk), at))];

    /// <summary>The events in random order, some of them several times over.</summary>
    /// <param name="repeated">How many more events there are than given, each a repetition of one of them.</param>
    public static IReadOnlyList<SinkEvent> Disorder(IReadOnlyList<SinkEvent> events, Random random, int repeated)
    {
        SinkEvent[] told = [.. events, .. Enumerable.Range(0, repeated).Select(_ => events[random.Next(events.Count)])];
        random.Shuffle(told);
        return told;
    }

    /// <summary>A call with this body.</summary>
    public SignedCall Sign(byte[] body, DateTimeOffset at) => Sign(body, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>A call with this body and this time stamp, whatever it is.</summary>
    public SignedCall Sign(byte[] body, string timestamp)
    {
        lock (_one)
        {
            var signature = _key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            return new(body, Convert.ToBase64String(signature), timestamp);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    // SendGrid ends lines between events and after the last; whoever writes the JSON anew loses them, and with them the signature.
    private static byte[] Write(IEnumerable<SinkEvent> events) =>
        Encoding.UTF8.GetBytes($"[{string.Join(",\r\n", events.Select(e => e.ToJson().ToJsonString()))}]\r\n");
}
