using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Notify.Core;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Telemetry;
using Notify.Core.Templates;
using Notify.Core.Time;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;

namespace Notify.Testing.Contacts;

/// <summary>The whole road of a contact change, from import to mail, on a store in memory, a fake transport and a fake clock.</summary>
public sealed class ContactsWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="now">Stockholm time, as <c>2026-03-02T10:00</c>.</param>
    /// <param name="store">Null: a new one in memory.</param>
    /// <param name="logs">Where log lines go, through the gate that hosts have; null: nowhere.</param>
    /// <param name="options">Null: the defaults, with trial mode off.</param>
    public ContactsWorld(string now, IRecordStore? store = null, NotifyOptions? options = null, ILoggerFactory? logs = null)
    {
        Clock = new FakeTimeProvider(Moment(now));
        Store = store ?? new InMemoryRecordStore();
        var services = new ServiceCollection()
            .AddNotifyCore(options ?? new() { Mail = new() { Trial = false } })
            .AddSingleton(Store)
            .MarkChanges()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IMailTransport>(Transport)
            .AddSingleton<IClaimOwners>(new FakeClaimOwners("test"))
            .AddSingleton<ILinkTokens>(new PlainLinkTokens())
            .AddSingleton<ISchedule>(new NoSchedule())
            .AddSingleton<IServiceProviderFactory<IServiceCollection>>(new DefaultServiceProviderFactory())
            .AddSingleton(logs ?? NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .MeterPorts()
            .LogDiscreetly();
        _services = services.BuildServiceProvider();
    }

    /// <summary>The clock that everything reads.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The truth.</summary>
    public IRecordStore Store { get; }

    /// <summary>Where mail goes.</summary>
    public FakeTransport Transport { get; } = new();

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Every part of that kind.</summary>
    public IEnumerable<T> GetAll<T>() => _services.GetServices<T>();

    /// <summary>Sets the clock; time never goes back.</summary>
    public void At(string now) => Clock.SetUtcNow(Moment(now));

    /// <summary>Imports the register, past the mass-change guard.</summary>
    public Task ImportAsync(RegisterBuilder register) => ImportAsync(register.Build());

    /// <inheritdoc cref="ImportAsync(RegisterBuilder)"/>
    public Task ImportAsync(RegisterContent register) =>
        Get<RegisterImport>().ImportAsync(register, new ImportRequest("test", AllowMassChange: true), null, default);

    /// <summary>Runs the watch and then delivery, for every district.</summary>
    public async Task RunAsync()
    {
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            await Get<ContactsJob>().RunAsync(district, default);
        }

        await DeliverAsync();
    }

    /// <summary>Delivers what is due.</summary>
    public async Task<DeliveryReport> DeliverAsync()
    {
        var report = DeliveryReport.Empty;
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            report = report.Plus(await Get<DeliverJob>().DeliverAsync(district, default));
        }

        return report;
    }

    /// <summary>What waits in a district, by its time.</summary>
    public Task<IReadOnlyList<Notification>> WaitingAsync(string district = "BROMMA") =>
        Get<NotificationReader>().WaitingAsync(DistrictCode.Parse(district), default);

    /// <summary>A school as pages show it.</summary>
    public async Task<SchoolRow> SchoolAsync(string school, string district = "BROMMA") =>
        (await Get<ContactsReader>().ReadAsync(DistrictCode.Parse(district), default))!.Schools.Single(s => s.School.Code.ToString() == school);

    /// <summary>The mails that were sent since the last time this was asked, as <c>kind subject</c>.</summary>
    public IReadOnlyList<MailMessage> Sent()
    {
        var sent = Transport.Calls.Skip(_seen).ToList();
        _seen += sent.Count;
        return sent;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A moment in Stockholm.</summary>
    public static DateTimeOffset Moment(string text) =>
        StockholmTime.TryParse(text, out var moment) ? moment : throw new FormatException(text);

    private int _seen;

    private sealed class NoSchedule : ISchedule
    {
        public IReadOnlyList<ScheduleRow> Rows => DefaultSchedule.Rows;

        public DateTimeOffset NextAfter(string job, DateTimeOffset time) => time.AddMinutes(5);
    }
}
