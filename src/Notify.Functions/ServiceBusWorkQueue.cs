using Azure.Messaging.ServiceBus;
using Notify.Core.Work;

namespace Notify.Functions;

/// <summary>Work goes through the queue of Azure Service Bus, which drops a second message of the same id.</summary>
public sealed class ServiceBusWorkQueue(ServiceBusClient client) : IWorkQueue
{
    /// <summary>A message has less than 1 KB, and a batch may have 256.</summary>
    private const int MostAtOnce = 100;

    private readonly ServiceBusSender _sender = client.CreateSender(WorkTrigger.Queue);

    /// <inheritdoc/>
    public async Task EnqueueAsync(IReadOnlyCollection<WorkMessage> messages, CancellationToken ct)
    {
        foreach (var batch in messages.Select(Write).Chunk(MostAtOnce))
        {
            await _sender.SendMessagesAsync(batch, ct);
        }
    }

    private static ServiceBusMessage Write(WorkMessage work)
    {
        var message = new ServiceBusMessage(work.Item.Write()) { MessageId = work.Id, ContentType = "application/json", TimeToLive = WorkMessage.Validity };
        message.ScheduledEnqueueTime = work.NotBefore ?? message.ScheduledEnqueueTime;
        return message;
    }
}
