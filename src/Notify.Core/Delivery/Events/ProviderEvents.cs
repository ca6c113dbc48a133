using Microsoft.Extensions.Logging;
using Notify.Core.Delivery.Troubles;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Telemetry;

namespace Notify.Core.Delivery.Events;

/// <summary>Takes in what the mail provider reports. Repeated, late and disordered events end alike.</summary>
public sealed partial class ProviderEvents(
    IRecordStore store, NotificationMoves moves, TroubleBook troubles, ProblemReports reports, MailOptions options, MailMeter meter, TimeProvider clock,
    ILogger<ProviderEvents> logger)
{
    /// <summary>
    /// Applies events to their notifications, and tells the coordinators what went wrong. For each notification one read, one commit
    /// where the events say something new, and what its watch reads. An event on no notification of ours is left out.
    /// </summary>
    /// <exception cref="ConflictException">Others kept changing a notification; the same events may be given again.</exception>
    public async Task ApplyAsync(IReadOnlyList<ProviderEvent> events, CancellationToken ct)
    {
        meter.Told(events);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct };
        await Parallel.ForEachAsync(events.GroupBy(e => e.Notification), parallel, async (told, token) => await ApplyAsync(told.Key, [.. told], token));
        foreach (var district in events.Where(IsTrouble).Select(e => e.Notification.District).Distinct())
        {
            await reports.TellAsync(district, await troubles.ReadAsync(district, ct), ct);
        }
    }

    private async Task ApplyAsync(NotificationId id, IReadOnlyList<ProviderEvent> events, CancellationToken ct)
    {
        if (await NotificationRows.FindAsync(store, id, ct) is not { } stored)
        {
            LogUnknown(logger, id);
            return;
        }

        var result = await moves.ApplyAsync(stored, n => DeliveryPolicy.Told(n, events, clock.GetUtcNow()), ct);
        if (result.Refusal is null)
        {
            LogTold(logger, id, result.Stored.Notification.State);
        }
    }

    private static bool IsTrouble(ProviderEvent told) => told.Kind is not (ProviderEventKind.Processed or ProviderEventKind.Delivered);

    [LoggerMessage(Level = LogLevel.Information, Message = "An event is about {Id}, which is not here")]
    private static partial void LogUnknown(ILogger logger, NotificationId id);

    [LoggerMessage(Level = LogLevel.Information, Message = "Notification {Id}: told by the provider, now {State}")]
    private static partial void LogTold(ILogger logger, NotificationId id, NotificationState state);
}
