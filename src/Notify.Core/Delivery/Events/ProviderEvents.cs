namespace Notify.Core.Delivery.Events;

/// <summary>Takes in what the provider tells.</summary>
public sealed class ProviderEvents
{
    /// <summary>Applies the events.</summary>
    public Task ApplyAsync(IReadOnlyList<ProviderEvent> events, CancellationToken ct) => throw new NotSupportedException($"{events.Count} events: comes with the trunk.");
}
