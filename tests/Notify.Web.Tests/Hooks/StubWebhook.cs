using Notify.Core.Delivery.Events;

namespace Notify.Web.Tests.Hooks;

/// <summary>A webhook that reads what the test says, and notes what it was given.</summary>
internal sealed class StubWebhook(WebhookCall answer) : IProviderWebhook
{
    public List<(byte[] Body, string? Signature, string? Timestamp)> Calls { get; } = [];

    public WebhookCall Read(ReadOnlyMemory<byte> body, string? signature, string? timestamp)
    {
        Calls.Add((body.ToArray(), signature, timestamp));
        return answer;
    }
}
