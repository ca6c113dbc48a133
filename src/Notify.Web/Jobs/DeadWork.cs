using Microsoft.Extensions.Logging;
using Notify.Core.Work;

namespace Notify.Web.Jobs;

/// <summary>What the queue gave up, for the page: the page is there also when the queue is not.</summary>
public sealed partial class DeadWork(IDeadLetters dead, ILogger<DeadWork> logger)
{
    /// <summary>What lies there; null: it cannot be seen now.</summary>
    public async Task<IReadOnlyList<DeadLetter>?> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await dead.ListAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogUnreachable(logger, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The dead letters could not be read")]
    private static partial void LogUnreachable(ILogger logger, Exception error);
}
