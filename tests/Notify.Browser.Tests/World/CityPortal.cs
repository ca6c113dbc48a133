using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Testing.Contacts;
using Notify.Testing.Delivery;
using Notify.Testing.Store;
using Notify.Web;

namespace Notify.Browser.Tests.World;

/// <summary>The real web over a copy of the prepared city, on a free port of this machine.</summary>
internal sealed class CityPortal : IAsyncDisposable
{
    /// <summary>The response header that tells which route answered; the tests' own.</summary>
    public const string RouteHeader = "X-Test-Route";

    private readonly WebApplication _app;

    private CityPortal(WebApplication app, InMemoryRecordStore store, IReadOnlyList<MailMessage> mails) => (_app, Store, Mails) = (app, store, mails);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>All that is recorded.</summary>
    public InMemoryRecordStore Store { get; }

    /// <summary>The mails that were sent before now.</summary>
    public IReadOnlyList<MailMessage> Mails { get; }

    /// <summary>The jobs that were woken.</summary>
    public Wakings Woken { get; private init; } = new();

    /// <summary>The patterns of all routes that answer GET.</summary>
    public IReadOnlyList<string> GetRoutes =>
        [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Opens it.</summary>
    /// <param name="isTrial">Whether trial mode is on.</param>
    public static async Task<CityPortal> OpenAsync(PreparedCity city, bool isTrial = false)
    {
        var (store, mails) = await city.CopyAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var woken = new Wakings();
        builder.Services.AddCity(store, new FakeTimeProvider(ContactsWorld.Moment(PreparedCity.Now)), new FakeTransport(), new() { Trial = isTrial, MaxPerMinute = 0 })
            .AddSingleton<IJobWaker>(woken)
            .AddNotifyWeb();
        var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers[RouteHeader] = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                return Task.CompletedTask;
            });
            return next(http);
        });
        app.UseNotify();
        app.MapNotify();
        await app.StartAsync();
        return new(app, store, mails) { Woken = woken };
    }

    /// <summary>The parts of the program.</summary>
    public IServiceProvider Services => _app.Services;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>Notes what is woken.</summary>
internal sealed class Wakings : IJobWaker
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _jobs = new();

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Jobs => [.. _jobs];

    /// <inheritdoc/>
    public void Wake(string job, DistrictCode? district = null) => _jobs.Enqueue(job);
}
