using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Notify.Local.Hosting;
using Notify.Testing.Sinks;
using Notify.Web;
using Xunit;

namespace Notify.Local.Tests.Crashes.Faults;

/// <summary>The web of the program on a data folder, for what a mail provider calls.</summary>
internal sealed class Hooks : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _provider = new();

    private Hooks(WebApplication app, DateTimeOffset now) => (_app, Now) = (app, now);

    /// <summary>The moment at which it stands.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Opens it on a free port.</summary>
    public static async Task<Hooks> OpenAsync(IReadOnlyDictionary<string, string> settings, string data, string now)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var read = Life.SettingsOf(settings, data, now);
        builder.Services.AddLocal(read);
        builder.Services.AddNotifyWeb();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseNotify();
        app.MapNotify();
        await app.StartAsync();
        return new(app, read.Now!.Value);
    }

    /// <summary>Calls; the program must take it.</summary>
    public async Task PostAsync(SignedCall call)
    {
        using var request = call.ToRequest(new Uri(_app.Urls.Single()));
        using var answer = await _provider.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await _app.DisposeAsync();
    }
}
