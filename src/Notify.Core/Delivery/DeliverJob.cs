using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Pace;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Telemetry;
using Notify.Core.Time;

namespace Notify.Core.Delivery;

/// <summary>Delivers what is due in a district, until nothing more is due at that moment.</summary>
/// <remarks>
/// Store operations of a run in which m mails leave: 2 scans, 3 for each mail (read, claim, record), the reply address once
/// (2 at most), 2 for each block of the pace, and what the owning watch reads for each mail.
/// </remarks>
public sealed partial class DeliverJob(
    Outbox outbox, Courier courier, TroubleBook troubles, ProblemReports reports, MailPace pace, IReplyAddresses replies,
    WorkingCalendar calendar, MailOptions options, TimeProvider clock, MailMeter meter, ILogger<DeliverJob> logger) : IJob
{
    /// <summary>How long a run on the schedule goes on waiting for its turn: less than its interval.</summary>
    private static readonly TimeSpan SchedulePatience = TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public string Name => "deliver";

    /// <inheritdoc/>
    public Task RunAsync(DistrictCode district, CancellationToken ct) => DeliverAsync(district, ct, SchedulePatience);

    /// <summary>Does the same, and tells what became of everything that was due.</summary>
    /// <param name="patience">
    /// How long it may go on waiting where <c>Mail:MaxPerMinute</c> or the provider asks for it; what is left then is left. Null: as long as it takes.
    /// </param>
    /// <exception cref="AggregateException">Errors nobody expected; they kept no other notification from its turn.</exception>
    public async Task<DeliveryReport> DeliverAsync(DistrictCode district, CancellationToken ct, TimeSpan? patience = null)
    {
        using var run = new DeliveryRun(district, replies, patience ?? TimeSpan.MaxValue, clock, logger);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        do
        {
            var known = await troubles.ReadAsync(district, ct);
            await reports.TellAsync(district, known, ct);
            var now = clock.GetUtcNow();
            var due = (await outbox.DueAsync(district, now, urgentOnly: !calendar.IsOpen(now), ct)).Where(run.IsOpen).ToList();
            run.Begin(due.Count, await troubles.StillDeadAsync(district, known, ct));
            await Parallel.ForEachAsync(due, parallel, async (id, token) => await StepAsync(id, run, token));
        }
        while (run.TakeLookAgain());

        return run.Finish();
    }

    /// <summary>Delivers one notification alone, if it is due. What it could not be sent for now is left to the next run.</summary>
    public async Task<DeliveryResult> DeliverAsync(NotificationId id, CancellationToken ct)
    {
        using var run = new DeliveryRun(id.District, replies, SchedulePatience, clock, logger);
        run.Begin(1, await troubles.StillDeadAsync(id.District, await troubles.ReadAsync(id.District, ct), ct));
        return await WithinPaceAsync(id, run, ct);
    }

    private async Task StepAsync(NotificationId id, DeliveryRun run, CancellationToken ct)
    {
        try
        {
            run.Came(id, await WithinPaceAsync(id, run, ct));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogError(logger, e, id);
            run.WentWrong(id, e);
        }
    }

    private async Task<DeliveryResult> WithinPaceAsync(NotificationId id, DeliveryRun run, CancellationToken ct)
    {
        if (run.IsPaced || !await pace.EnterAsync(run.Ahead, run.Patience, ct))
        {
            return DeliveryResult.Paced;
        }

        var result = await meter.FollowAsync(id, () => courier.DeliverAsync(id, run, ct));
        if (result is not (DeliveryResult.Accepted or DeliveryResult.Failed or DeliveryResult.Postponed or DeliveryResult.Unconfirmed))
        {
            pace.GiveBack();
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {Id} could not be dealt with")]
    private static partial void LogError(ILogger logger, Exception exception, NotificationId id);
}
