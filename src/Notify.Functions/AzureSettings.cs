using Microsoft.Extensions.Configuration;
using Notify.Adapters.Settings;
using Notify.Web.Access;

namespace Notify.Functions;

/// <summary>What the settings of the app say, read and checked once.</summary>
/// <param name="ServiceBus">The host name of the namespace with the queue of work.</param>
/// <param name="KeyUri">The vault's key that wraps the keys of links and forms.</param>
public sealed record AzureSettings(NotifySettings Shared, PortalOptions Portal, string ServiceBus, Uri KeyUri)
{
    /// <summary>Reads everything.</summary>
    /// <returns>Null: it cannot be used; what is wrong is left with the binder.</returns>
    public static AzureSettings? Read(SettingsBinder binder, IConfiguration configuration)
    {
        var shared = NotifySettings.Read(binder, configuration, dataFolder: null);
        var portal = binder.Read<PortalOptions>("Portal", o => o.Validate());
        var bus = configuration[$"{WorkTrigger.Connection}:fullyQualifiedNamespace"] ?? "";
        if (Uri.CheckHostName(bus) is not UriHostNameType.Dns)
        {
            binder.Add("ServiceBus:fullyQualifiedNamespace: needed is a host name, as NAME.servicebus.windows.net.");
        }

        if (!Uri.TryCreate(binder.Find("DataProtection:KeyUri"), UriKind.Absolute, out var key) || key.Scheme != Uri.UriSchemeHttps)
        {
            binder.Add("DataProtection:KeyUri: needed is a key's address, as https://NAME.vault.azure.net/keys/KEY.");
        }

        if (portal.Auth != PortalOptions.Platform)
        {
            binder.Add("Portal:Auth: needed is platform; the Functions host hands requests on over loopback, so that without it the portal would be open to all.");
        }

        if (binder.Find("Mail:From") is null)
        {
            binder.Add("Mail:From: needed is the address that mail comes from, as Notify <notify@stad.example>.");
        }

        if (shared.Options.Links.BaseUrl.IsLoopback)
        {
            binder.Add("Links:BaseUrl: needed is the address at which schools reach the app, as https://NAME.");
        }

        return binder.Errors.Count == 0 && key is not null ? new(shared, portal, bus, key) : null;
    }
}
