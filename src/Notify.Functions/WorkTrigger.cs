using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Notify.Core.Work;

namespace Notify.Functions;

/// <summary>Hands work from the queue to whoever does it. What fails is handed out again, and in the end becomes a dead letter; what can never be done becomes one at once.</summary>
public sealed class WorkTrigger(WorkHandler handler)
{
    /// <summary>The queue's name.</summary>
    public const string Queue = "work";

    /// <summary>The section of the settings that says where the queue is.</summary>
    public const string Connection = "ServiceBus";

    [Function("work")]
    public async Task RunAsync(
        [ServiceBusTrigger(Queue, Connection = Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken ct)
    {
        var refusal = await handler.HandleAsync(message.Body.ToString(), message.DeliveryCount, ct);
        await (refusal is null ? actions.CompleteMessageAsync(message, CancellationToken.None) : actions.DeadLetterMessageAsync(message, deadLetterReason: refusal, cancellationToken: CancellationToken.None));
    }
}
