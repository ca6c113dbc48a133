using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Charts;
using Notify.Adapters.Files;
using Notify.Core;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Overview;
using Notify.Core.Reports;
using Notify.Core.Store;
using Notify.Core.Work;
using Notify.Testing.Delivery;

namespace Notify.Browser.Tests.World;

/// <summary>What the city's history and its portal are both made of.</summary>
internal static class CityServices
{
    /// <summary>Everything that decides, on this store, clock and way out.</summary>
    public static IServiceCollection AddCity(this IServiceCollection services, IRecordStore store, FakeTimeProvider clock, FakeTransport transport, MailOptions mail)
    {
        services.AddNotifyCore(new() { Mail = mail });
        services.AddOutsideSources();
        services.AddCharts().AddSingleton<ICsvTables, CsvTables>();
        return services
            .AddSingleton(store)
            .MarkChanges()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailTransport>(transport)
            .AddSingleton<IClaimOwners>(new FakeClaimOwners("test"))
            .AddSingleton<ISchedule>(new Schedule())
            .AddSingleton<IDeadLetters>(new TwoDeadLetters())
            .AddRegisterFiles()
            .AddSingleton<IServiceProviderFactory<IServiceCollection>>(new DefaultServiceProviderFactory());
    }

    private sealed class Schedule : ISchedule
    {
        public IReadOnlyList<ScheduleRow> Rows => DefaultSchedule.Rows;

        public DateTimeOffset NextAfter(string job, DateTimeOffset time) => time.AddMinutes(5);
    }

    private sealed class TwoDeadLetters : IDeadLetters
    {
        private IReadOnlyList<DeadLetter> _letters =
        [
            new(new("contacts", Notify.Core.Register.DistrictCode.Parse("BROMMA")), "MaxDeliveryCountExceeded", new(2026, 3, 9, 6, 0, 0, TimeSpan.Zero)),
            new(null, "no work", new(2026, 3, 9, 6, 5, 0, TimeSpan.Zero)),
        ];

        public Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct) => Task.FromResult(_letters);

        public Task<int> ReplayAsync(CancellationToken ct)
        {
            var count = _letters.Count(l => l.Item is not null);
            _letters = [];
            return Task.FromResult(count);
        }
    }
}
