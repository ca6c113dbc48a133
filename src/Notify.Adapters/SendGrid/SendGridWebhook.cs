using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Notify.Core.Delivery.Events;

namespace Notify.Adapters.SendGrid;

/// <summary>
/// Reads the signed event webhook: ECDSA on P-256 with SHA-256 over the time stamp and the body, byte for byte. Nothing is parsed
/// before the signature holds.
/// </summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Getting Started with the Event Webhook Security Features"; SendGrid's own SDK verifies likewise.</remarks>
public sealed class SendGridWebhook(SendGridOptions options, TimeProvider clock) : IProviderWebhook
{
    private const int MaxSignatureLength = 200;
    private const int MaxTimestampLength = 11; // Enough until the year 5138.

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 16 };
    private readonly byte[] _publicKey = Convert.FromBase64String(options.WebhookPublicKey);

    /// <inheritdoc/>
    public WebhookCall Read(ReadOnlyMemory<byte> body, string? signature, string? timestamp)
    {
        if (!IsInWindow(timestamp) || Decode(signature) is not { } signed || !IsSigned(timestamp!, body.Span, signed))
        {
            return new WebhookCall.Forbidden();
        }

        try
        {
            using var json = JsonDocument.Parse(body, Limits);
            return json.RootElement.ValueKind is JsonValueKind.Array
                ? new WebhookCall.Genuine(SendGridEvents.Read(json.RootElement))
                : new WebhookCall.Unreadable("the body is no JSON array");
        }
        catch (JsonException)
        {
            return new WebhookCall.Unreadable("the body is no JSON, or nested too deeply");
        }
    }

    private bool IsInWindow(string? timestamp) =>
        timestamp is { Length: > 0 and <= MaxTimestampLength } && timestamp.All(char.IsAsciiDigit)
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && (clock.GetUtcNow() - DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(seconds)).Duration() <= Window;

    // Only as SendGrid writes it: blanks, or stray bits at the end, would make a second spelling of the same signature.
    private static byte[]? Decode(string? signature)
    {
        if (signature is not { Length: > 0 and <= MaxSignatureLength })
        {
            return null;
        }

        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == signature
            ? bytes[..length]
            : null;
    }

    private bool IsSigned(string timestamp, ReadOnlySpan<byte> body, byte[] signature)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(timestamp));
        hash.AppendData(body);

        // A key of its own for each call: it is not said that one may be shared by threads.
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_publicKey, out _);
        return key.VerifyHash(hash.GetHashAndReset(), signature, DSASignatureFormat.Rfc3279DerSequence);
    }
}
