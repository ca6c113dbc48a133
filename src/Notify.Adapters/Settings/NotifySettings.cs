using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Telemetry;
using Notify.Core;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Register;
using Notify.Core.Telemetry;
using Notify.Core.Time;

namespace Notify.Adapters.Settings;

/// <summary>The settings that every host has, read and checked.</summary>
public sealed record NotifySettings(
    CronSchedule Schedule,
    SendWindowOptions Window,
    ContactsOptions Contacts,
    AgreementsOptions Agreements,
    ImportOptions Import,
    MailOptions Mail,
    MailWay Way,
    StoreWay Store,
    LinkOptions Links,
    TelemetryOptions Telemetry)
{
    /// <summary>Reads everything; what is wrong is left with the binder.</summary>
    /// <param name="dataFolder">Where records and mail may be kept; null: the host has no disk that lasts.</param>
    public static NotifySettings Read(SettingsBinder binder, IConfiguration configuration, string? dataFolder)
    {
        var way = MailWay.Read(binder, dataFolder);
        var settings = new NotifySettings(
            CronSchedule.Read(binder),
            binder.Read<SendWindowOptions>(SendWindowOptions.SectionName, o => o.Validate()),
            binder.Read<ContactsOptions>("Contacts"),
            binder.Read<AgreementsOptions>("Agreements", o => o.Validate()),
            binder.Read<ImportOptions>("Import"),
            ReadMail(binder, way.Kind),
            way,
            StoreWay.Read(binder, dataFolder),
            binder.Read<LinkOptions>("Links", o => o.Validate()),
            TelemetryOptions.Read(configuration));
        settings.Telemetry.Validate().ToList().ForEach(binder.Add);
        return settings;
    }

    /// <summary>Adds everything that decides, the store, the way out for mail and the schedule, all of it measured. A host adds the clock, the owner of its claims and the web.</summary>
    public IServiceCollection AddTo(IServiceCollection services)
    {
        services.AddSingleton<ISchedule>(Schedule);
        services.AddNotifyCore(Window, Contacts, Agreements, Import, Mail, Links);
        Store.AddTo(services);
        Way.AddTo(services);
        return services.MeterPorts().AddNotifyTelemetry(Telemetry);
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
