namespace Notify.Core.Work;

/// <summary>
/// Carries work to whoever has time for it. A wake-up only: what is lost in it the jobs find by their schedule, and what comes
/// twice finds its work done.
/// </summary>
public interface IWorkQueue
{
    /// <summary>Puts work in line. When it fails, some of it may stand there all the same.</summary>
    Task EnqueueAsync(IReadOnlyCollection<WorkMessage> messages, CancellationToken ct);
}

/// <summary>Work that was taken out of line because it failed again and again, or can never be done.</summary>
public interface IDeadLetters
{
    /// <summary>What lies there, the oldest first; the first hundred.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct);

    /// <summary>Puts a hundred of them in line again, once the cause is gone. What asks for the same goes once; what is no work at all is thrown away.</summary>
    /// <returns>How many pieces of work were put in line.</returns>
    Task<int> ReplayAsync(CancellationToken ct);
}

/// <summary>A piece of work that was taken out of line.</summary>
/// <param name="Item">Null: the message is no work.</param>
/// <param name="Reason">In the words of the queue, or of <see cref="WorkHandler"/>.</param>
/// <param name="Since">When it was put in line.</param>
public sealed record DeadLetter(WorkItem? Item, string Reason, DateTimeOffset Since);

/// <summary>For hosts without a queue between the schedule and the jobs: nothing can lie anywhere.</summary>
public sealed class NoDeadLetters : IDeadLetters
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<DeadLetter>>([]);

    /// <inheritdoc/>
    public Task<int> ReplayAsync(CancellationToken ct) => Task.FromResult(0);
}
