using System.Security.Cryptography;
using Azure.Messaging.ServiceBus;
using Notify.Core.Work;

namespace Notify.Functions;

/// <summary>The dead-letter queue beside the queue of work.</summary>
public sealed class ServiceBusDeadLetters(ServiceBusClient client, IWorkQueue queue) : IDeadLetters
{
    private const int Most = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct)
    {
        await using var receiver = Open();
        var messages = await receiver.PeekMessagesAsync(Most, cancellationToken: ct);
        return [.. messages.Select(m => new DeadLetter(Read(m), m.DeadLetterReason ?? "", m.EnqueuedTime))];
    }

    /// <inheritdoc/>
    public async Task<int> ReplayAsync(CancellationToken ct)
    {
        await using var receiver = Open();
        var messages = await receiver.ReceiveMessagesAsync(Most, Patience, ct);
        var nonce = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var again = messages.Select(Read).OfType<WorkItem>().Distinct().Select(item => WorkMessage.Asked(item, nonce)).ToList();
        await queue.EnqueueAsync(again, ct);
        foreach (var message in messages)
        {
            await receiver.CompleteMessageAsync(message, CancellationToken.None);
        }

        return again.Count;
    }

    private static WorkItem? Read(ServiceBusReceivedMessage message) => WorkItem.Read(message.Body.ToString());

    private ServiceBusReceiver Open() => client.CreateReceiver(WorkTrigger.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
}
