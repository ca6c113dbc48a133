namespace Notify.Core.Delivery.Events;

/// <summary>Reads a call in which the mail provider reports events. The sender is checked before anything is parsed.</summary>
public interface IProviderWebhook
{
    /// <summary>The events of a call, or why it is not read.</summary>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="signature">The signature that came with it; null when none did.</param>
    /// <param name="timestamp">The time stamp that came with it; null when none did.</param>
    WebhookCall Read(ReadOnlyMemory<byte> body, string? signature, string? timestamp);
}

/// <summary>A call of the webhook, as read.</summary>
public abstract record WebhookCall
{
    /// <summary>Not from the provider, or too old: the signature does not hold or the time stamp is outside the window.</summary>
    public sealed record Forbidden : WebhookCall;

    /// <summary>From the provider, but not in the form it documents.</summary>
    public sealed record Unreadable(string Reason) : WebhookCall;

    /// <summary>From the provider. Events that are not about a notification of ours, or of a kind that says nothing, are left out.</summary>
    public sealed record Genuine(IReadOnlyList<ProviderEvent> Events) : WebhookCall;
}
