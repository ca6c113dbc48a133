using System.CommandLine;
using Microsoft.Extensions.Options;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Local.Hosting;
using Notify.Local.Sample;
using Notify.Web;

namespace Notify.Local.Commands;

/// <summary><c>notify serve</c>: the portal, the schedule and delivery, until Ctrl-C.</summary>
public static class ServeCommand
{
    private const string Address = "http://localhost:5080";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("serve", $"Portal on {Address}, schedule and delivery; an empty data folder is first filled with the sample register");
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = CommandContext.SettingsOf(parsed);
        await using var app = Build(settings);
        await FillAsync(app.Services, settings, ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e)
        {
            throw new CommandException(ExitCode.Failure, $"cannot serve on {string.Join(", ", app.Urls)}: {e.Message} Stop what runs there, or set ASPNETCORE_URLS.");
        }

        await Console.Out.WriteLineAsync($"Notify is on {string.Join(", ", app.Urls)}\nMail goes {settings.Shared.Way.Describe()}{Trial(settings.Shared.Options.Mail)}\nData is in {settings.Shared.Store.Describe()}\nCtrl-C stops.");
        await app.WaitForShutdownAsync(ct);
        return (int)ExitCode.Done;
    }

    private static string Trial(MailOptions mail) =>
        mail.Trial ? $"\nTrial mode is on: mail goes only to the {mail.AllowList.Count} entries of Mail:AllowList (Mail:Trial=false ends it)" : "";

    private static WebApplication Build(LocalSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddLocal(settings, LogLevel.Information);
        builder.Services.AddNotifyWeb(settings.Portal);
        builder.Services.AddSingleton<ScheduleLoop>();
        builder.Services.AddSingleton<IJobWaker>(s => s.GetRequiredService<ScheduleLoop>());
        builder.Services.AddHostedService(s => s.GetRequiredService<ScheduleLoop>());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(4));
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(Address);
        }

        var app = builder.Build();
        app.UseNotify();
        app.MapNotify();
        return app;
    }

    private static async Task FillAsync(IServiceProvider services, LocalSettings settings, CancellationToken ct)
    {
        var import = services.GetRequiredService<RegisterImport>();
        await import.FinishAsync(ct);
        if ((await services.GetRequiredService<RegisterStore>().DistrictsAsync(ct)).Count == 0)
        {
            await Console.Error.WriteLineAsync($"{settings.Shared.Store.Describe()} is empty: filling it with the sample register (invented people, addresses at .example)");
            var today = StockholmTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
            await import.ImportAsync(SampleRegister.Create(today), new ImportRequest("sample"), null, ct);
        }
    }
}
