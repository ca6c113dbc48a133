using System.Text.Json;
using Notify.Adapters.Settings;
using Notify.Adapters.Telemetry;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Register;
using Notify.Core.Time;
using Notify.Local.Commands;
using Notify.Web.Access;
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
    AgreementsOptions Agreements,
    ImportOptions Import,
    MailOptions Mail,
    MailWay Way,
    StoreWay Store,
    LinkOptions Links,
    PortalOptions Portal,
    TelemetryOptions Telemetry)
{
    /// <summary>Names in our sections that no part of the program asks for, each with the one that was perhaps meant.</summary>
    public IReadOnlyList<string> Unknown { get; private init; } = [];

    /// <summary>Reads <c>appsettings.json</c> beside the program, and the environment.</summary>
    /// <exception cref="CommandException">Something is wrong: everything that is, by name.</exception>
    public static LocalSettings Read(string data, string? now, bool isVerbose) => Read(Configuration(), data, now, isVerbose);

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="CommandException">Something is wrong: everything that is, by name.</exception>
    public static LocalSettings Read(IConfiguration configuration, string data, string? now, bool isVerbose)
    {
        var binder = new SettingsBinder(configuration);
        var folder = Path.GetFullPath(data);
        var way = MailWay.Read(binder, folder);
        var settings = new LocalSettings(
            folder,
            now is null ? null : CommandLine.Moment("--now", now),
            isVerbose,
            CronSchedule.Read(binder),
            binder.Read<SendWindowOptions>("SendWindow", o => o.Validate()),
            binder.Read<ContactsOptions>("Contacts"),
            binder.Read<AgreementsOptions>("Agreements", o => o.Validate()),
            binder.Read<ImportOptions>("Import"),
            ReadMail(binder, way.Kind),
            way,
            StoreWay.Read(binder, folder),
            binder.Read<LinkOptions>("Links", o => o.Validate()),
            binder.Read<PortalOptions>("Portal"),
            TelemetryOptions.Read(configuration));
        settings.Telemetry.Validate().ToList().ForEach(binder.Add);
        return binder.Errors.Count == 0
            ? settings with { Unknown = binder.Unknown() }
            : throw new CommandException(ExitCode.BadInput, $"the settings cannot be used: {string.Join(" ", binder.Errors.Concat(binder.Unknown().Select(u => $"{u}: there is no such setting.")))}");
    }

    /// <summary>A file that is no JSON is named with the line, and not quoted: it may hold secrets.</summary>
    private static IConfigurationRoot Configuration()
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException e)
        {
            var line = e.GetBaseException() is JsonException { LineNumber: { } number } ? $", line {number + 1}" : "";
            throw new CommandException(ExitCode.BadInput, $"{Path.Combine(AppContext.BaseDirectory, "appsettings.json")}{line}: this is no JSON.");
        }
    }

    /// <summary>Mail to a folder reaches nobody by itself, so it needs neither trial mode nor a limit unless one is asked for.</summary>
    private static MailOptions ReadMail(SettingsBinder binder, TransportKind kind)
    {
        var mail = binder.Read<MailOptions>(MailOptions.SectionName, o => o.Validate());
        if (kind is TransportKind.Pickup)
        {
            mail.Trial = binder.Find("Mail:Trial") is not null && mail.Trial;
            mail.MaxPerMinute = binder.Find("Mail:MaxPerMinute") is null ? 0 : mail.MaxPerMinute;
        }

        return mail;
    }
}
