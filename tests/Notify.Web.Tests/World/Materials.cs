using System.Text.RegularExpressions;
using Notify.Core.Materials;
using Notify.Core.Register;
using Notify.Core.Store;
using Notify.Testing.Register;
using Notify.Web.Materials;

namespace Notify.Web.Tests.World;

/// <summary>A small city with support material, and the roads that lead to the page on which it is confirmed.</summary>
public static partial class Materials
{
    /// <summary>A world in which version 2 of a material was sent to a school and two contacts on a Monday.</summary>
    public static async Task<WebWorld> ToldAsync(Language language = Language.Swedish)
    {
        var world = await WebWorld.StartAsync();
        var city = Cities.Bromma().ChangeDistrict("BROMMA", d => d with { Language = language });
        await world.ImportAsync(city.Material("M"));
        await world.RunAsync();
        await world.TellMaterialAsync(city);
        return world;
    }

    /// <summary>Gives the city a version of the material, and sends it.</summary>
    public static async Task TellMaterialAsync(this WebWorld world, RegisterBuilder city, string version = "2")
    {
        await world.ImportAsync(city.Material("M", m => m with { Version = version, Published = new(2026, 3, 2) }));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.RunAsync();
    }

    /// <summary>The path of the link in the mail that went to the school last.</summary>
    public static string MaterialLink(this WebWorld world) => LinkTo().Match(
        world.Transport.Calls.Last(m => m.Kind == MaterialKinds.Published && m.To[0].ToString().StartsWith("rektor", StringComparison.Ordinal)).Content.Text).Groups[1].Value;

    /// <summary>What the watch keeps of the school.</summary>
    public static async Task<RecipientState> MaterialStateAsync(this WebWorld world) =>
        (await world.Get<IRecordStore>().FindAsync("BROMMA", MaterialsKeys.Recipient("school:98000001"), MaterialsJson.Default.RecipientState, default))!.Value;

    /// <summary>The page of a version.</summary>
    public static string PageOf(string material, string version) => MaterialsEndpoints.PathOf(new(material, version));

    [GeneratedRegex(@"https?://[^/\s]+(/r/\S+)")]
    private static partial Regex LinkTo();
}
