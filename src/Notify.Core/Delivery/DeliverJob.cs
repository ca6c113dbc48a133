using Microsoft.Extensions.Logging;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>Delivers what is due in a district, until nothing more is due at that moment.</summary>
/// <remarks>
/// Store operations of a run in which m mails leave: 1 scan, 3 for each mail (read, claim, record), the reply address once
/// (2 at most), and what the owning watch reads for each.
/// </remarks>
public sealed partial class DeliverJob(
    Outbox outbox, Courier courier, IReplyAddresses replies, WorkingCalendar calendar, MailOptions options,
    TimeProvider clock, ILogger<DeliverJob> logger) : IJob
{
    /// <inheritdoc/>
    public string Name => "deliver";

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => DeliverAsync(district, ct);

    /// <summary>Does the same, and tells what became of everything that was due.</summary>
    /// <exception cref="AggregateException">Errors nobody expected; they kept no other notification from its turn.</exception>
    public async Task<DeliveryReport> DeliverAsync(DistrictCode district, CancellationToken ct)
    {
        using var run = new DeliveryRun(district, replies, logger);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        do
        {
            var now = clock.GetUtcNow();
            var due = await outbox.DueAsync(district, now, urgentOnly: !calendar.IsOpen(now), ct);
            await Parallel.ForEachAsync(due.Where(run.IsOpen), parallel, async (id, token) => await StepAsync(id, run, token));
        }
        while (run.TakeLookAgain());

        return run.Finish();
    }

    private async Task StepAsync(NotificationId id, DeliveryRun run, CancellationToken ct)
    {
        try
        {
            run.Came(id, await courier.DeliverAsync(id, run, ct));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogError(logger, e, id);
            run.WentWrong(id, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id} could not be dealt with")]
    private static partial void LogError(ILogger logger, Exception exception, NotificationId id);
}
