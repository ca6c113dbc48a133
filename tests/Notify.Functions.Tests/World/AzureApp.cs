using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Notify.Adapters.Settings;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Core.Work;
using Notify.Testing.Delivery;
using Notify.Testing.Register;

namespace Notify.Functions.Tests.World;

/// <summary>
/// One instance of the app: its own composition by its own settings, with the functions called as the platform calls them. Only
/// what lies outside is replaced: the clock, the way out for mail, the queue, and where a test says so the store.
/// </summary>
internal sealed class AzureApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Outside _outside;

    private AzureApp(WebApplication app, Outside outside) => (_app, _outside) = (app, outside);

    /// <summary>The web as the function answers it.</summary>
    public TestServer Server => _app.GetTestServer();

    /// <summary>Settings as a deployment has them.</summary>
    public static Dictionary<string, string?> Settings(params (string Name, string? Value)[] other)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ServiceBus:fullyQualifiedNamespace"] = "sb-notify.servicebus.windows.net",
            ["DataProtection:KeyUri"] = "https://kv-notify.vault.azure.net/keys/data-protection",
            ["Store:Kind"] = "tables",
            ["Store:TablesUri"] = "https://stnotify.table.core.windows.net/",
            ["Mail:Transport"] = "sendgrid",
            ["Mail:SendGrid:ApiKey"] = "SG.sample",
            ["Mail:From"] = "Notify <notify@stad.example>",
            ["Mail:Trial"] = "false",
            ["Mail:MaxPerMinute"] = "0",
            ["Links:BaseUrl"] = "https://notify.stad.example",
            ["Portal:Auth"] = "platform",
        };
        foreach (var (name, value) in other)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>The app's own composition.</summary>
    public static WebApplicationBuilder Compose(params (string Name, string? Value)[] other)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(other)).Build();
        var binder = new SettingsBinder(configuration);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAzure(AzureSettings.Read(binder, configuration) ?? throw new InvalidOperationException(binder.Complaint));
        return builder;
    }

    /// <summary>Starts an instance.</summary>
    public static async Task<AzureApp> StartAsync(Outside outside, params (string Name, string? Value)[] other)
    {
        var builder = Compose(other);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(outside.Clock).AddSingleton<IMailTransport>(outside.Transport).AddSingleton(outside.Bus);
        builder.Services.AddSingleton<Timers>().AddSingleton<WorkTrigger>().AddSingleton<WebTrigger>();
        if (outside.Store is { } store)
        {
            builder.Services.AddSingleton<IRecordStore>(s => new WakingRecordStore(
                store, s.GetRequiredService<IWorkQueue>(), s.GetRequiredService<ISchedule>(), outside.Clock, s.GetRequiredService<ILogger<WakingRecordStore>>()));
        }

        var app = builder.Build();

        // As the platform: one route, whose result is executed.
        app.Run(http => http.RequestServices.GetRequiredService<WebTrigger>().Run(http.Request).ExecuteAsync(http));
        await app.StartAsync();
        return new(app, outside);
    }

    /// <summary>A part of the app.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Imports the register, past the mass-change guard.</summary>
    public Task ImportAsync(RegisterBuilder register) =>
        Get<RegisterImport>().ImportAsync(register.Build(), new ImportRequest("test", AllowMassChange: true), null, default);

    /// <summary>Every timer fires.</summary>
    public async Task FireAsync(CancellationToken ct)
    {
        foreach (var timer in FunctionsOfTheApp.Timers)
        {
            await (Task)timer.Method.Invoke(Get<Timers>(), [new TimerInfo(), ct])!;
        }
    }

    /// <summary>Runs the function on a message, and settles it as the platform does.</summary>
    /// <returns>What it threw.</returns>
    public async Task<Exception?> WorkAsync(ServiceBusReceivedMessage message, CancellationToken ct)
    {
        var actions = new ServiceBusMessageActions(_outside.Bus.Queue);
        try
        {
            await Get<WorkTrigger>().RunAsync(message, actions, ct);
            return actions.IsSettled ? null : throw new InvalidOperationException("The message was not settled.");
        }
        catch (Exception e) when (!actions.IsSettled)
        {
            _outside.Bus.Queue.Abandon(message, Outside.MaxDeliveryCount);
            return e;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>What the instances of the app share.</summary>
internal sealed class Outside
{
    /// <summary>As infra/modules/servicebus.bicep has it.</summary>
    public const int MaxDeliveryCount = 5;

    /// <inheritdoc cref="MaxDeliveryCount"/>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public Outside(string now, IRecordStore? store = null)
    {
        Clock = new FakeTimeProvider(Notify.Testing.Contacts.ContactsWorld.Moment(now));
        Store = store;
        Bus = new ServiceBusClient("stub", null) { Queue = new(Clock, Window) };
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>Null: the one of the settings.</summary>
    public IRecordStore? Store { get; }

    public FakeTransport Transport { get; } = new();

    public ServiceBusClient Bus { get; }
}
