using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Notify.Core.Accounts;
using Notify.Core.Agreements;
using Notify.Core.Audit;
using Notify.Core.Contacts;
using Notify.Core.Delivery;
using Notify.Core.Digest;
using Notify.Core.FollowUps;
using Notify.Core.Forums;
using Notify.Core.Importing;
using Notify.Core.Jobs;
using Notify.Core.Materials;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Proposals;
using Notify.Core.Register;
using Notify.Core.Rehearsals;
using Notify.Core.SchoolUnits;
using Notify.Core.Sources;
using Notify.Core.Status;
using Notify.Core.Succession;
using Notify.Core.Telemetry;
using Notify.Core.Templates;
using Notify.Core.Templates.Wording;
using Notify.Core.Time;
using Notify.Core.Watches;
using Notify.Core.Work;

namespace Notify.Core;

/// <summary>Registers everything that decides. A host adds the store, the transport, the clock, the links' tokens and the schedule.</summary>
public static class NotifyCore
{
    /// <summary>Adds the register, the watches and delivery. Adding a watch is a line here.</summary>
    public static IServiceCollection AddNotifyCore(this IServiceCollection services, NotifyOptions options)
    {
        services.AddSingleton(options.SendWindow).AddSingleton(options.Import).AddSingleton(options.Mail).AddSingleton(options.Links).AddSingleton(options.Api);
        services.AddMeters();
        services.AddSingleton<WorkingCalendar>();
        services.AddTemplates();
        services.AddSingleton<RegisterStore>().AddSingleton<RegisterImport>().AddSingleton<RegisterHistory>();
        services.AddSingleton<NotificationFactory>().AddSingleton<NotificationReader>();
        services.AddDelivery();
        services.AddSuccession();
        services.AddSingleton<WatchRunner>();
        services.AddContacts(options.Contacts);
        services.AddAgreements(options.Agreements);
        services.AddForums(options.Forums);
        services.AddMaterials(options.Materials);
        services.AddFollowUps(options.FollowUps);
        services.AddSingleton<StatusReader>().AddSingleton<TrialReader>();
        services.AddSingleton<AuditTrail>();
        services.AddGlances();
        services.AddSingleton<Heartbeats>().AddSingleton<JobRunner>();
        services.TryAddSingleton<IDeadLetters, NoDeadLetters>();
        services.AddImports();
        services.AddSources().AddAccounts();
        services.AddSingleton<SchoolUnitBook>().AddSingleton<ProposalBook>().AddSingleton<ProposalDesk>().AddSingleton<ProposalMails>();
        services.AddSingleton<IJob, DigestJob>();
        services.AddSingleton(s => new RehearsalStage(s, s.GetRequiredService<IServiceProviderFactory<IServiceCollection>>(), options));
        return services;
    }

    private static void AddTemplates(this IServiceCollection services)
    {
        services.AddSingleton<BuiltInTemplates>().AddSingleton<WordingStore>().AddSingleton<WordingCheck>();
        services.AddSingleton<MailWordings>().AddSingleton<IMailRenderer>(s => s.GetRequiredService<MailWordings>());
        services.AddSingleton<Wordings>();
    }

    private static void AddContacts(this IServiceCollection services, ContactsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ContactsJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<ContactsJob>());
        services.AddSingleton<INotificationOwner, ContactsDelivery>();
        services.AddSingleton<ContactsCommands>().AddSingleton<ContactsReader>().AddSingleton<ContactReceipts>().AddSingleton<CallBook>();
    }
}
