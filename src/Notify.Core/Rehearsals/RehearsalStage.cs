using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Notify.Core.Delivery;
using Notify.Core.Delivery.Pace;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Telemetry;
using Notify.Core.Time;

namespace Notify.Core.Rehearsals;

/// <summary>
/// Shows which mails would be planned if the coming time went by, all mail arrived and nobody answered: everything that decides is
/// put together once more upon a copy of a store, on a clock that is moved on. Writes and sends nothing.
/// </summary>
/// <param name="host">Where the few parts come from that are no decision: links and schedule.</param>
/// <param name="containers">Builds the second set of parts.</param>
public sealed class RehearsalStage(IServiceProvider host, IServiceProviderFactory<IServiceCollection> containers, NotifyOptions options)
{
    /// <summary>What waits now or is planned before <paramref name="until"/>, by its time.</summary>
    /// <param name="store">Read, never written.</param>
    /// <param name="from">The moment at which the rehearsal begins.</param>
    /// <param name="only">The districts to go through; null: all.</param>
    public async Task<IReadOnlyList<Notification>> RunAsync(
        IRecordStore store, DateTimeOffset from, DateTimeOffset until, IReadOnlySet<DistrictCode>? only, CancellationToken ct)
    {
        var clock = new StandingClock(from);
        var services = containers.CreateServiceProvider(containers.CreateBuilder(Parts(new OverlayRecordStore(store), clock)));
        try
        {
            return await new Rehearsal(services, clock).RunAsync(until, only, ct);
        }
        finally
        {
            await ((IAsyncDisposable)services).DisposeAsync();
        }
    }

    private IServiceCollection Parts(OverlayRecordStore store, StandingClock clock)
    {
        var services = new ServiceCollection().AddNotifyCore(options);
        services.AddSingleton<IRecordStore>(store).AddSingleton<TimeProvider>(clock);
        services.AddSingleton(_ => new NotifyTelemetry("Notify.Rehearsal"));
        services.AddSingleton<IMailTransport, RehearsalTransport>().AddSingleton<IClaimOwners, RehearsalTransport>();
        services.AddSingleton(s => new MailPace(
            store, new MailOptions { MaxPerMinute = 0 }, clock, s.GetRequiredService<ILogger<MailPace>>()));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(_ => host.GetRequiredService<ILinkTokens>()).AddSingleton(_ => host.GetRequiredService<ISchedule>());
        return services;
    }
}
