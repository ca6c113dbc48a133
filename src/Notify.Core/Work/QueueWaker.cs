using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Register;

namespace Notify.Core.Work;

/// <summary>Wakes jobs by way of the queue, one call after the other. A stop waits a little for what is on its way.</summary>
public sealed partial class QueueWaker(WorkDispatch dispatch, TimeProvider clock, ILogger<QueueWaker> logger) : IJobWaker, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <inheritdoc/>
    public void Wake(string job, DistrictCode? district = null)
    {
        lock (_lock)
        {
            _last = AfterAsync(_last, job, district);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_lock)
        {
            last = _last;
        }

        await Task.WhenAny(last, Task.Delay(Patience, clock));
    }

    private async Task AfterAsync(Task before, string job, DistrictCode? district)
    {
        await before;
        try
        {
            await dispatch.AskAsync(job, district, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogNotWoken(logger, e, job);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} could not be woken; it runs at its next time")]
    private static partial void LogNotWoken(ILogger logger, Exception error, string job);
}
