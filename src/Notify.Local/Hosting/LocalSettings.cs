using Notify.Adapters.Pickup;
using Notify.Adapters.Settings;
using Notify.Adapters.Telemetry;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Local.Commands;
using LinkOptions = Notify.Core.Links.LinkOptions;

namespace Notify.Local.Hosting;

/// <summary>Everything that the settings and the shared options say, read and checked once.</summary>
/// <param name="DataFolder">Absolute.</param>
/// <param name="Now">The moment at which the clock stands still; null: it runs.</param>
public sealed record LocalSettings(
    string DataFolder,
    DateTimeOffset? Now,
    bool IsVerbose,
    CronSchedule Schedule,
    SendWindowOptions Window,
    ContactsOptions Contacts,
    ImportOptions Import,
    MailOptions Mail,
    PickupOptions Pickup,
    LinkOptions Links,
    TelemetryOptions Telemetry)
{
    /// <summary>Reads <c>appsettings.json</c> beside the program, and the environment.</summary>
    /// <exception cref="CommandException">Something is wrong: everything that is, by name.</exception>
    public static LocalSettings Read(string data, string? now, bool isVerbose)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var binder = new SettingsBinder(configuration);
        var folder = Path.GetFullPath(data);
        var settings = new LocalSettings(
            folder,
            now is null ? null : CommandLine.Moment("--now", now),
            isVerbose,
            CronSchedule.Read(configuration, binder.Add),
            binder.Read<SendWindowOptions>("SendWindow", o => o.Validate()),
            binder.Read<ContactsOptions>("Contacts"),
            binder.Read<ImportOptions>("Import"),
            ReadMail(configuration, binder),
            new PickupOptions { Folder = Path.GetFullPath(configuration["Mail:Pickup:Folder"] ?? Path.Combine(folder, "mail")) },
            binder.Read<LinkOptions>("Links", o => o.Validate()),
            TelemetryOptions.Read(configuration));
        settings.Telemetry.Validate().ToList().ForEach(binder.Add);
        return binder.Errors.Count == 0
            ? settings
            : throw new CommandException(ExitCode.BadInput, "the settings cannot be used: " + string.Join(" ", binder.Errors));
    }

    /// <summary>Mail to a folder reaches nobody by itself, so it needs no trial mode.</summary>
    private static MailOptions ReadMail(IConfiguration configuration, SettingsBinder binder)
    {
        if (configuration["Mail:Transport"] is { } transport && transport != "pickup")
        {
            binder.Add("Mail:Transport: this version has pickup only.");
        }

        if (configuration["Store:Kind"] is { } kind && kind != "sqlite")
        {
            binder.Add("Store:Kind: this version has sqlite only.");
        }

        var mail = binder.Read<MailOptions>("Mail", o => o.Validate());
        mail.Trial = configuration["Mail:Trial"] is not null && mail.Trial;
        return mail;
    }
}
