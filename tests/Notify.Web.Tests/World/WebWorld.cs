using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Files;
using Notify.Core;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Reports;
using Notify.Core.Store;
using Notify.Core.Time;
using Notify.Core.Watches;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Access;

namespace Notify.Web.Tests.World;

/// <summary>A whole host on a store in memory, a fake transport and a fake clock, asked over HTTP.</summary>
public sealed class WebWorld : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebWorld(WebApplication app, FakeTimeProvider clock, FakeTransport transport, FakeWaker waker) =>
        (_app, Clock, Transport, Waker) = (app, clock, transport, waker);

    public FakeTimeProvider Clock { get; }

    public FakeTransport Transport { get; }

    public FakeWaker Waker { get; }

    /// <summary>Where requests seem to come from.</summary>
    public IPAddress? Remote { get; set; } = IPAddress.Loopback;

    /// <summary>Starts a host at 10 on a Monday.</summary>
    /// <param name="with">Adds what a host may have besides.</param>
    public static async Task<WebWorld> StartAsync(IRecordStore? store = null, PortalOptions? portal = null, string now = "2026-03-02T10:00", Action<IServiceCollection>? with = null)
    {
        var clock = new FakeTimeProvider(ContactsWorld.Moment(now));
        var transport = new FakeTransport();
        var waker = new FakeWaker();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services
            .AddNotifyCore(new() { Mail = new() { Trial = false } })
            .AddSingleton(store ?? new InMemoryRecordStore())
            .MarkChanges()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailTransport>(transport)
            .AddSingleton<IClaimOwners>(new FakeClaimOwners("test"))
            .AddSingleton<ISchedule>(new EveryFiveMinutes())
            .AddSingleton<IJobWaker>(waker)
            .AddSingleton<ICsvTables, CsvTables>()
            .AddSingleton<IServiceProviderFactory<IServiceCollection>>(new DefaultServiceProviderFactory())
            .AddRegisterFiles()
            .AddNotifyWeb(portal);
        with?.Invoke(builder.Services);
        WebWorld? world = null;
        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = world!.Remote;
            return next(http);
        });
        app.UseNotify();
        app.MapNotify();
        world = new(app, clock, transport, waker);
        await app.StartAsync();
        return world;
    }

    /// <summary>A part of the program.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser with cookies of its own.</summary>
    public Browser Browser(string baseAddress = "http://localhost:5080") => new(_app.GetTestServer(), new Uri(baseAddress));

    /// <summary>The server, for requests that no client would make.</summary>
    public TestServer Server => _app.GetTestServer();

    /// <summary>Imports the register, past the mass-change guard.</summary>
    public Task ImportAsync(RegisterBuilder register) =>
        Get<RegisterImport>().ImportAsync(register.Build(), new ImportRequest("test", AllowMassChange: true), null, default);

    /// <summary>Runs the watches and then delivery, for every district.</summary>
    public async Task RunAsync()
    {
        foreach (var district in await Get<RegisterStore>().DistrictsAsync(default))
        {
            foreach (var watch in _app.Services.GetServices<IJob>().Where(j => j is IWatch))
            {
                await watch.RunAsync(district, default);
            }

            await Get<DeliverJob>().DeliverAsync(district, default);
        }
    }

    /// <summary>A link that opens, as mails carry it.</summary>
    public string Link(string purpose = LinkPurpose.Receipt, string subject = "school:98000001", long sequence = 1, string district = "BROMMA") =>
        "/r/" + Get<ILinkTokens>().Protect(new(purpose, DistrictCode.Parse(district), subject, sequence, Clock.GetUtcNow().AddDays(400)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class EveryFiveMinutes : ISchedule
    {
        public IReadOnlyList<ScheduleRow> Rows => DefaultSchedule.Rows;

        public DateTimeOffset NextAfter(string job, DateTimeOffset time) => time.AddMinutes(5);
    }
}

/// <summary>Notes what is woken.</summary>
public sealed class FakeWaker : IJobWaker
{
    public List<string> Woken { get; } = [];

    public void Wake(string job, DistrictCode? district = null) => Woken.Add(job);
}
