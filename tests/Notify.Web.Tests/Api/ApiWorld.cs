using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Access;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Register;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>Worlds that programs ask.</summary>
internal static class ApiWorld
{
    public const string CityKey = "key-of-the-city";
    public const string WestKey = "key-of-the-west";
    public const string ReaderKey = "key-of-a-reader";

    /// <summary>Bromma and Farsta, each with a school that was told of a change; roles of one district; three keys.</summary>
    public static async Task<WebWorld> StartAsync(string auth = PortalOptions.None, IRecordStore? store = null, Action<IServiceCollection>? with = null)
    {
        var world = await WebWorld.StartAsync(
            store,
            new() { Auth = auth, DistrictRoles = ["Notify.Coordinator.West=BROMMA"] },
            with: services =>
            {
                services.AddSingleton(new ApiOptions
                {
                    Keys =
                    [
                        ApiClient.Setting("city", "Notify.Coordinator", CityKey), ApiClient.Setting("west", "Notify.Coordinator.West", WestKey),
                        ApiClient.Setting("reader", "Notify.Reader", ReaderKey), ApiClient.Setting("nobody", "Notify.Reader.Nowhere", "key-of-nobody"),
                    ],
                });
                with?.Invoke(services);
            });
        await world.ImportAsync(Cities.BrommaAndFarsta());
        await world.RunAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta(changed: true).Replace("anna", "berit"));
        await world.RunAsync();
        return world;
    }

    public static ApiClient Client(this WebWorld world, string? key = null, string? principal = null, string address = "http://localhost:5080") =>
        new(world.Server, address) { Key = key, Principal = principal };

    /// <summary>The queued mail to the school of the district.</summary>
    public static async Task<NotificationId> MailAsync(this WebWorld world, string district = "BROMMA", string kind = "contact-changed")
    {
        await foreach (var mail in world.Get<NotificationReader>().RecentAsync(DistrictCode.Parse(district), TestContext.Current.CancellationToken))
        {
            if (mail.Kind == kind)
            {
                return mail.Id;
            }
        }

        throw new InvalidOperationException("There is no such mail.");
    }
}
