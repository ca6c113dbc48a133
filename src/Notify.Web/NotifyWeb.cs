using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Notify.Core.Links;
using Notify.Core.Municipality;
using Notify.Core.Overview;
using Notify.Web.Access;
using Notify.Web.Agreements;
using Notify.Web.Api;
using Notify.Web.Audit;
using Notify.Web.Contacts;
using Notify.Web.FollowUps;
using Notify.Web.Forums;
using Notify.Web.Health;
using Notify.Web.Hooks;
using Notify.Web.Importing;
using Notify.Web.Jobs;
using Notify.Web.Layout;
using Notify.Web.Links;
using Notify.Web.Materials;
using Notify.Web.Notifications;
using Notify.Web.Overview;
using Notify.Web.Proposals;
using Notify.Web.Receipts;
using Notify.Web.Replies;
using Notify.Web.Sources;
using Notify.Web.Statements;
using Notify.Web.Templates;

namespace Notify.Web;

/// <summary>The web of Notify, the same in every host: portal, reply pages and health.</summary>
public static class NotifyWeb
{
    /// <summary>Adds the tokens of links alone, for hosts and commands that send mail but serve no page. Needs a store and a clock.</summary>
    public static IServiceCollection AddNotifyLinks(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Notify");
        services.TryAddSingleton<IXmlRepository, RecordStoreXmlRepository>();
        services.TryAddSingleton<ILinkTokens, DataProtectionLinkTokens>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KeyManagementOptions>, KeysInStore>());
        return services;
    }

    /// <summary>Adds all that <see cref="UseNotify"/> and <see cref="MapNotify"/> need besides Core, a store, a clock, a schedule and a waker of jobs.</summary>
    /// <param name="portal">Null: this machine only.</param>
    public static IServiceCollection AddNotifyWeb(this IServiceCollection services, PortalOptions? portal = null)
    {
        services.AddNotifyLinks();
        services.AddRouting();
        services.AddAntiforgery(Antiforgery);
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(portal ?? new PortalOptions());
        services.TryAddSingleton(new MunicipalityOptions());
        services.TryAddSingleton<DistrictList>();
        services.TryAddSingleton<OverviewReader>();
        services.TryAddSingleton<ITrendPictures, NoTrendPictures>();
        services.TryAddSingleton<NotificationFeed>();
        services.TryAddSingleton<NotificationSearch>();
        services.TryAddSingleton<MailPreview>();
        services.TryAddSingleton<TemplateViewer>();
        services.TryAddSingleton<EditForms>();
        services.TryAddSingleton<HealthCheck>();
        services.TryAddSingleton<DeadWork>();
        services.AddSingleton<IReplyPage, ReceiptReply>().AddSingleton<IReplyPage, AgreementReplyPage>().AddSingleton<IReplyPage, ForumReplyPage>()
            .AddSingleton<IReplyPage, MaterialReplyPage>().AddSingleton<IReplyPage, FollowUpReplyPage>();
        services.TryAddSingleton<ReplyEndpoints>();
        return services.AddApi();
    }

    /// <summary>Headers, errors, routing and the portal's gate; before <see cref="MapNotify"/>.</summary>
    public static IApplicationBuilder UseNotify(this IApplicationBuilder app) =>
        app.UseMiddleware<SecurityHeaders>().UseMiddleware<Failures>().UseRouting().UseMiddleware<PortalGate>();

    /// <summary>Every route.</summary>
    public static IEndpointRouteBuilder MapNotify(this IEndpointRouteBuilder routes)
    {
        routes.MapStylesheet();
        ReplyEndpoints.Map(routes);
        routes.MapStatements();
        routes.MapHealth();
        routes.MapSendGridHook();
        routes.MapOverview();
        routes.MapContacts();
        routes.MapAgreements();
        routes.MapForums();
        routes.MapMaterials();
        routes.MapFollowUps();
        routes.MapNotifications();
        routes.MapTemplates();
        routes.MapJobs();
        routes.MapApi();
        routes.MapAudit();
        routes.MapImporting();
        routes.MapSources();
        routes.MapProposals();
        routes.MapFallback("{**path}", (HttpContext http) => MessagePages.NotFound(http, isPortal: true));
        return routes;
    }

    private static void Antiforgery(AntiforgeryOptions options)
    {
        options.Cookie.Name = "notify-form";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.FormFieldName = "form-token";
        options.SuppressXFrameOptionsHeader = true;
    }

    private sealed class KeysInStore(IXmlRepository repository) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options)
        {
            options.XmlRepository = repository;

            // On one machine the keys lie as openly as all else in the store. A host that has a vault sets its own encryptor after this.
            options.XmlEncryptor = new NullXmlEncryptor();
        }
    }
}
