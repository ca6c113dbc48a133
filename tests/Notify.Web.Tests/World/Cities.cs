using Microsoft.Extensions.DependencyInjection;
using Notify.Core.Contacts;
using Notify.Core.Register;
using Notify.Testing.Register;

namespace Notify.Web.Tests.World;

/// <summary>Small registers that the tests share, and the roads that lead to an open receipt.</summary>
public static class Cities
{
    /// <summary>Bromma with one school and Anna as its contact.</summary>
    public static RegisterBuilder Bromma() => RegisterBuilder.City()
        .District("BROMMA").School("98000001").Contact("anna").Contact("berit").Assign("anna");

    /// <summary>Bromma, and Farsta with one school and Cecilia, or Disa when it has changed.</summary>
    public static RegisterBuilder BrommaAndFarsta(bool changed = false) => Bromma()
        .District("FARSTA").School("98000009").Contact("cecilia").Contact("disa").Assign(changed ? "disa" : "cecilia");

    /// <summary>A world in which the school was told of Berit in place of Anna by a mail that was sent.</summary>
    public static async Task<WebWorld> ToldOfBeritAsync(
        Notify.Core.Store.IRecordStore? store = null, Func<District, District>? with = null, Action<IServiceCollection>? services = null)
    {
        var world = await WebWorld.StartAsync(store, with: services);
        var before = with is null ? Bromma() : Bromma().ChangeDistrict("BROMMA", with);
        await world.ImportAsync(before);
        await world.RunAsync();
        await world.ImportAsync(before.Replace("anna", "berit"));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.RunAsync();
        return world;
    }

    /// <summary>The path of the receipt link in the mail that was sent to the school last.</summary>
    public static string LinkOfLastMail(this WebWorld world)
    {
        var mail = world.Transport.Calls.Last(m => m.Kind == ContactKinds.Changed);
        var at = mail.Content.Text.IndexOf("/r/", StringComparison.Ordinal);
        return new string([.. mail.Content.Text[at..].TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('>' or ')'))]);
    }

    /// <summary>The school's row now.</summary>
    public static async Task<SchoolRow> SchoolAsync(this WebWorld world) =>
        (await world.Get<ContactsReader>().ReadAsync(DistrictCode.Parse("BROMMA"), default))!.Schools.Single();
}
