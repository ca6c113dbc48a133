using System.Net;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

/// <summary>Bromma has told its school of Berit, and then goes up in Farsta.</summary>
public sealed class MergedDistrictTests
{
    [Fact]
    public async Task The_school_is_the_successors_with_what_it_was_told_and_the_old_district_is_not_shown()
    {
        await using var world = await MergedAsync();
        var browser = world.Browser();

        var list = await browser.GetAsync("/contacts?district=FARSTA");
        Assert.Contains("98000001", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(list.Document.QuerySelectorAll("select option"), o => o.GetAttribute("value") == "BROMMA");

        var school = await browser.GetAsync("/contacts/FARSTA/98000001");
        Assert.Equal(HttpStatusCode.OK, school.Status);
        Assert.Contains("Berit", school.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/contacts/BROMMA/98000001")).Status);
    }

    [Fact]
    public async Task The_link_in_a_mail_from_before_confirms_at_the_successor()
    {
        await using var world = await MergedAsync();
        var browser = world.Browser();

        var page = await browser.GetAsync(world.LinkOfLastMail());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await browser.FollowAsync(await browser.PressAsync(page, "confirm"));

        var confirmed = await world.Browser().GetAsync("/contacts?district=FARSTA&state=confirmed");
        Assert.Contains("98000001", confirmed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_from_before_can_still_be_read()
    {
        await using var world = await MergedAsync();
        var sent = world.Transport.Calls.Last(m => m.To.Count > 0 && m.District.ToString() == "BROMMA");

        var page = await world.Browser().GetAsync($"/notifications/{sent.Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Berit", page.Text, StringComparison.Ordinal);
    }

    private static async Task<WebWorld> MergedAsync()
    {
        var world = await Cities.ToldOfBeritAsync();
        var register = Cities.Bromma().Replace("anna", "berit").District("FARSTA").School("98000009").Contact("cecilia").Assign("cecilia")
            .ChangeDistrict("BROMMA", d => d with { Successor = DistrictCode.Parse("FARSTA") });
        await world.Get<RegisterImport>().ImportAsync(
            present =>
            {
                var reading = RegisterReader.Read(RegisterWriter.Write(register.Build()), present);
                Assert.Empty(reading.Errors);
                return reading.Content;
            },
            new ImportRequest("files", AllowMassChange: true),
            null,
            TestContext.Current.CancellationToken);
        await world.RunAsync();
        return world;
    }
}
