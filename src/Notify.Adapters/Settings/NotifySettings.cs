using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Charts;
using Notify.Adapters.Files;
using Notify.Adapters.Graph;
using Notify.Adapters.Inbox;
using Notify.Adapters.Skolverket;
using Notify.Adapters.Telemetry;
using Notify.Core;
using Notify.Core.Access;
using Notify.Core.Agreements;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Jobs;
using Notify.Core.Links;
using Notify.Core.Materials;
using Notify.Core.Municipality;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Core.Reports;
using Notify.Core.Telemetry;
using Notify.Core.Time;

namespace Notify.Adapters.Settings;

/// <summary>The settings that every host has, read and checked.</summary>
public sealed record NotifySettings(
    NotifyOptions Options,
    CronSchedule Schedule,
    MailWay Way,
    StoreWay Store,
    InboxWay Inbox,
    SkolverketOptions Skolverket,
    TelemetryOptions Telemetry,
    MunicipalityOptions Municipality,
    GraphOptions Graph)
{
    /// <summary>Reads everything; what is wrong is left with the binder.</summary>
    /// <param name="dataFolder">Where records and mail may be kept; null: the host has no disk that lasts.</param>
    public static NotifySettings Read(SettingsBinder binder, IConfiguration configuration, string? dataFolder)
    {
        var way = MailWay.Read(binder, dataFolder);
        var settings = new NotifySettings(
            ReadOptions(binder, way.Kind),
            CronSchedule.Read(binder),
            way,
            StoreWay.Read(binder, dataFolder),
            InboxWay.Read(binder, dataFolder),
            binder.Read<SkolverketOptions>(SkolverketOptions.SectionName, o => o.Validate()),
            TelemetryOptions.Read(configuration),
            binder.Read<MunicipalityOptions>(MunicipalityOptions.SectionName, o => o.Validate()),
            binder.Read<GraphOptions>(GraphOptions.SectionName, o => o.Validate()));
        settings.Telemetry.Validate().ToList().ForEach(binder.Add);
        return settings;
    }

    /// <summary>Adds everything that decides, the store, the way out for mail and the schedule, all of it measured. A host adds the clock, the owner of its claims and the web.</summary>
    public IServiceCollection AddTo(IServiceCollection services)
    {
        services.AddSingleton<ISchedule>(Schedule);
        services.AddSingleton(Municipality);
        services.AddNotifyCore(Options);
        Store.AddTo(services);
        services.MarkChanges();
        Way.AddTo(services);
        Inbox.AddTo(services);
        services.AddSkolverket(Skolverket);
        services.AddCharts().AddSingleton<ICsvTables, CsvTables>();
        services.AddRegisterFiles();
        services.AddGraph(Graph, Options.Import);
        services.AddSingleton<IServiceProviderFactory<IServiceCollection>>(new DefaultServiceProviderFactory());
        return services.MeterPorts().AddNotifyTelemetry(Telemetry);
    }

    private static NotifyOptions ReadOptions(SettingsBinder binder, TransportKind kind) => new()
    {
        SendWindow = binder.Read<SendWindowOptions>(SendWindowOptions.SectionName, o => o.Validate()),
        Contacts = binder.Read<ContactsOptions>("Contacts"),
        Agreements = binder.Read<AgreementsOptions>("Agreements", o => o.Validate()),
        Forums = binder.Read<ForumsOptions>("Forums", o => o.Validate()),
        Materials = binder.Read<MaterialsOptions>("Materials"),
        FollowUps = binder.Read<FollowUpsOptions>("FollowUps", o => o.Validate()),
        Import = binder.Read<ImportOptions>("Import"),
        Mail = ReadMail(binder, kind),
        Links = binder.Read<LinkOptions>("Links", o => o.Validate()),
        Api = binder.Read<ApiOptions>("Api", o => o.Validate()),
    };

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
