using Notify.Core.Work;

namespace Notify.Core.Tests.Work;

/// <summary>Keeps what is put in line.</summary>
internal sealed class KeptQueue : IWorkQueue
{
    /// <summary>What came, in order.</summary>
    public List<WorkMessage> Messages { get; } = [];

    /// <summary>Whether it refuses.</summary>
    public bool IsDown { get; set; }

    /// <inheritdoc/>
    public Task EnqueueAsync(IReadOnlyCollection<WorkMessage> messages, CancellationToken ct)
    {
        if (IsDown)
        {
            throw new IOException("The queue is down, says the test.");
        }

        Messages.AddRange(messages);
        return Task.CompletedTask;
    }
}
