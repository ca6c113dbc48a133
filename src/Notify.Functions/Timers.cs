using Microsoft.Azure.Functions.Worker;
using Notify.Core.Work;

namespace Notify.Functions;

/// <summary>One timer for each row of the schedule. They only put work in line.</summary>
public sealed class Timers(WorkDispatch dispatch)
{
    [Function("sources")] public Task SourcesAsync([TimerTrigger("%Schedules:sources%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("sources", ct);

    [Function("contacts")] public Task ContactsAsync([TimerTrigger("%Schedules:contacts%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("contacts", ct);

    [Function("agreements")] public Task AgreementsAsync([TimerTrigger("%Schedules:agreements%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("agreements", ct);

    [Function("forums")] public Task ForumsAsync([TimerTrigger("%Schedules:forums%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("forums", ct);

    [Function("materials")] public Task MaterialsAsync([TimerTrigger("%Schedules:materials%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("materials", ct);

    [Function("followups")] public Task FollowUpsAsync([TimerTrigger("%Schedules:followups%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("followups", ct);

    [Function("digest")] public Task DigestAsync([TimerTrigger("%Schedules:digest%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("digest", ct);

    [Function("deliver")] public Task DeliverAsync([TimerTrigger("%Schedules:deliver%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("deliver", ct);

    [Function("sweep")] public Task SweepAsync([TimerTrigger("%Schedules:sweep%")] TimerInfo timer, CancellationToken ct) => dispatch.TickAsync("sweep", ct);
}
