using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notify.Adapters.Files;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Core.Time;
using Notify.Local.Hosting;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>One life of the program on a data folder, composed of the very services of the commands, which a test may wrap.</summary>
internal sealed class Life : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Life(ServiceProvider services) => _services = services;

    /// <summary>Begins one with settings by name, as <c>Mail__Transport</c>.</summary>
    public static Life Begin(IReadOnlyDictionary<string, string> settings, string data, string now, Action<IServiceCollection>? wrap = null) =>
        Begin(SettingsOf(settings, data, now), wrap);

    /// <inheritdoc cref="Begin(IReadOnlyDictionary{string, string}, string, string, Action{IServiceCollection}?)"/>
    public static Life Begin(LocalSettings settings, Action<IServiceCollection>? wrap = null)
    {
        var services = new ServiceCollection().AddLocal(settings);
        services.AddLogging(l => l.ClearProviders());
        wrap?.Invoke(services);
        return new(services.BuildServiceProvider());
    }

    /// <summary>The settings as the program reads them.</summary>
    public static LocalSettings SettingsOf(IReadOnlyDictionary<string, string> settings, string data, string now)
    {
        var named = settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value));
        return LocalSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(named).Build(), data, now, isVerbose: false);
    }

    /// <summary>A moment as it is given to a command.</summary>
    public static DateTimeOffset Moment(string now) => StockholmTime.TryParse(now, out var moment) ? moment : throw new FormatException(now);

    /// <summary>As <c>notify import</c>.</summary>
    public async Task ImportAsync(string register, CancellationToken ct = default)
    {
        var raw = await RegisterFiles.ReadAsync(register, ct);
        var outcome = await _services.GetRequiredService<RegisterImport>().ImportAsync(
            present => RegisterReader.Read(raw, present) is { Errors.Count: 0 } reading ? reading.Content : null, new ImportRequest("register"), null, ct);
        if (outcome is null or { IsHeld: true })
        {
            throw new InvalidOperationException("The register was not imported.");
        }
    }

    /// <summary>As <c>notify run</c>.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        await _services.GetRequiredService<RegisterImport>().FinishAsync(ct);
        var (runner, deliver) = (_services.GetRequiredService<JobRunner>(), _services.GetRequiredService<DeliverJob>());
        foreach (var row in _services.GetRequiredService<ISchedule>().Rows.Where(r => r.Job != deliver.Name))
        {
            await runner.RunAsync(row.Job, null, ct);
        }

        foreach (var district in await _services.GetRequiredService<RegisterStore>().DistrictsAsync(ct))
        {
            await deliver.DeliverAsync(district, ct);
        }
    }

    /// <summary>Every notification there is.</summary>
    public async Task<IReadOnlyList<Notification>> NotificationsAsync(CancellationToken ct = default)
    {
        var all = new List<Notification>();
        foreach (var district in await _services.GetRequiredService<RegisterStore>().DistrictsAsync(ct))
        {
            await foreach (var notification in _services.GetRequiredService<NotificationReader>().RecentAsync(district, ct))
            {
                all.Add(notification);
            }
        }

        return all;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
