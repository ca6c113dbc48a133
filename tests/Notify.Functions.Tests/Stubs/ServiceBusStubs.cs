// What src/Notify.Functions uses of Azure.Messaging.ServiceBus 7.20 and of the settlement of a triggered message, with their names
// and signatures. Behind them stands a small queue in this process that does what the queue of infra/modules/servicebus.bicep does:
// it drops a repeated id for a while, holds back what is scheduled, counts deliveries, and keeps dead letters.
using Azure.Core;
using Azure.Messaging.ServiceBus;

namespace Azure.Messaging.ServiceBus
{
    public enum SubQueue
    {
        None,
        DeadLetter,
    }

    public sealed class ServiceBusMessage(string body)
    {
        public BinaryData Body { get; set; } = new(body);

        public string MessageId { get; set; } = "";

        public string ContentType { get; set; } = "";

        public TimeSpan TimeToLive { get; set; } = TimeSpan.MaxValue;

        public DateTimeOffset ScheduledEnqueueTime { get; set; }
    }

    public sealed class ServiceBusReceivedMessage(ServiceBusMessage sent, DateTimeOffset enqueuedTime)
    {
        public BinaryData Body => sent.Body;

        public string MessageId => sent.MessageId;

        public string ContentType => sent.ContentType;

        public TimeSpan TimeToLive => sent.TimeToLive;

        public DateTimeOffset EnqueuedTime => enqueuedTime;

        public int DeliveryCount { get; internal set; }

        public string? DeadLetterReason { get; internal set; }
    }

    public sealed class ServiceBusReceiverOptions
    {
        public SubQueue SubQueue { get; set; }
    }

    public sealed class ServiceBusClient(string fullyQualifiedNamespace, TokenCredential? credential)
    {
        public string FullyQualifiedNamespace => fullyQualifiedNamespace;

        public TokenCredential? Credential => credential;

        internal StubQueue Queue { get; init; } = new(TimeProvider.System, TimeSpan.Zero);

        public ServiceBusSender CreateSender(string queueOrTopicName) => new(Named(queueOrTopicName));

        public ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) =>
            options.SubQueue is SubQueue.DeadLetter ? new(Named(queueName)) : throw new NotSupportedException("The app reads the queue itself by its trigger.");

        private StubQueue Named(string name) => name == "work" ? Queue : throw new ArgumentException($"There is no queue {name}.", nameof(name));
    }

    public sealed class ServiceBusSender
    {
        private readonly StubQueue _queue;

        internal ServiceBusSender(StubQueue queue) => _queue = queue;

        public Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _queue.Send([.. messages]);
            return Task.CompletedTask;
        }
    }

    public sealed class ServiceBusReceiver : IAsyncDisposable
    {
        private readonly StubQueue _queue;

        internal ServiceBusReceiver(StubQueue queue) => _queue = queue;

        public Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>([.. _queue.Dead.Take(maxMessages)]);

        public Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default) =>
            PeekMessagesAsync(maxMessages, cancellationToken: cancellationToken);

        public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            _queue.RemoveDead(message);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>The queue behind the stubs.</summary>
    internal sealed class StubQueue(TimeProvider clock, TimeSpan window)
    {
        private readonly Lock _lock = new();
        private readonly List<(DateTimeOffset At, ServiceBusReceivedMessage Message)> _waiting = [];
        private readonly List<ServiceBusReceivedMessage> _dead = [];
        private readonly Dictionary<string, DateTimeOffset> _seen = [];

        /// <summary>Every batch as it was sent.</summary>
        public List<IReadOnlyList<ServiceBusMessage>> Batches { get; } = [];

        /// <summary>What cannot be done.</summary>
        public IReadOnlyList<ServiceBusReceivedMessage> Dead
        {
            get
            {
                lock (_lock)
                {
                    return [.. _dead];
                }
            }
        }

        /// <summary>When the next message may be taken; null: none waits.</summary>
        public DateTimeOffset? Next
        {
            get
            {
                lock (_lock)
                {
                    return _waiting.Count == 0 ? null : _waiting.Min(w => w.At);
                }
            }
        }

        public void Send(IReadOnlyList<ServiceBusMessage> batch)
        {
            lock (_lock)
            {
                var now = clock.GetUtcNow();
                Batches.Add(batch);
                foreach (var message in batch.Where(m => !_seen.TryGetValue(m.MessageId, out var at) || now - at > window))
                {
                    _seen[message.MessageId] = now;
                    _waiting.Add((message.ScheduledEnqueueTime > now ? message.ScheduledEnqueueTime : now, new(message, now)));
                }
            }
        }

        /// <summary>Everything that may be taken now.</summary>
        public IReadOnlyList<ServiceBusReceivedMessage> Take()
        {
            lock (_lock)
            {
                var ready = _waiting.Where(w => w.At <= clock.GetUtcNow()).ToList();
                ready.ForEach(w => _waiting.Remove(w));
                ready.ForEach(w => w.Message.DeliveryCount++);
                return [.. ready.Select(w => w.Message)];
            }
        }

        /// <summary>Hands it out again, or no more when it failed too often.</summary>
        public void Abandon(ServiceBusReceivedMessage message, int maxDeliveryCount)
        {
            lock (_lock)
            {
                if (message.DeliveryCount < maxDeliveryCount)
                {
                    _waiting.Add((clock.GetUtcNow(), message));
                    return;
                }
            }

            Bury(message, "MaxDeliveryCountExceeded");
        }

        public void Bury(ServiceBusReceivedMessage message, string reason)
        {
            lock (_lock)
            {
                message.DeadLetterReason = reason;
                _dead.Add(message);
            }
        }

        public void RemoveDead(ServiceBusReceivedMessage message)
        {
            lock (_lock)
            {
                _dead.Remove(message);
            }
        }
    }
}

namespace Microsoft.Azure.Functions.Worker
{
    /// <summary>Settles one message, once.</summary>
    public sealed class ServiceBusMessageActions
    {
        private readonly StubQueue _queue;

        internal ServiceBusMessageActions(StubQueue queue) => _queue = queue;

        public bool IsSettled { get; private set; }

        public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
        {
            Settle();
            return Task.CompletedTask;
        }

        public Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = default,
            string? deadLetterReason = default,
            string? deadLetterErrorDescription = default,
            CancellationToken cancellationToken = default)
        {
            Settle();
            _queue.Bury(message, deadLetterReason ?? "");
            return Task.CompletedTask;
        }

        private void Settle() => IsSettled = IsSettled ? throw new InvalidOperationException("The message is settled already.") : true;
    }
}
