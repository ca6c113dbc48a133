using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Serving;

/// <summary>The portal on one machine.</summary>
public sealed partial class ServeTests(ContactChange change)
{
    [Fact]
    public async Task An_empty_folder_shows_the_fourteen_districts_and_says_where_mail_goes()
    {
        using var city = new City(new Dictionary<string, string>());
        await using var portal = await Portal.OpenAsync(city);

        var (code, page) = await portal.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.All(
            [
                "Bromma", "Enskede-Årsta-Vantör", "Farsta", "Hägersten-Liljeholmen", "Hässelby-Vällingby", "Kungsholmen", "Norrmalm",
                "Rinkeby-Kista", "Skarpnäck", "Skärholmen", "Spånga-Tensta", "Södermalm", "Älvsjö", "Östermalm",
            ],
            name => Assert.Contains(name, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await portal.GetAsync("/healthz")).Code);
        await portal.InterruptAsync();
        var said = (await portal.EndAsync()).Ended(0);
        Assert.Contains(Path.Combine(city.Data, "mail"), said.Out, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_cleanly_within_five_seconds()
    {
        using var city = change.City.Copy();
        await using var portal = await Portal.OpenAsync(city, "serve");
        await portal.GetAsync("/");
        var watch = Stopwatch.StartNew();

        await portal.InterruptAsync();

        (await portal.EndAsync()).Ended(0);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_receipt_is_given_by_the_button_and_not_by_looking()
    {
        using var city = change.City.Copy();
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", SmallCity.Settled);

        var (code, page) = await portal.GetAsync(change.Changed.ReplyPath);
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains("Märta Häggström", page, StringComparison.Ordinal);
        Assert.Equal(0, await ConfirmedAsync(city));

        Assert.Equal(HttpStatusCode.BadRequest, (await portal.PostAsync(change.Changed.ReplyPath, ("do", "confirm"))).Code);
        Assert.Equal(0, await ConfirmedAsync(city));

        var token = FormToken().Match(page);
        Assert.Equal(HttpStatusCode.OK, (await portal.PostAsync(change.Changed.ReplyPath, (token.Groups[1].Value, token.Groups[2].Value), ("do", "confirm"))).Code);
        Assert.Equal(1, await ConfirmedAsync(city));
    }

    [Fact]
    public async Task A_forged_link_is_a_page_that_helps()
    {
        using var city = change.City.Copy();
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", SmallCity.Settled);

        Assert.Equal(HttpStatusCode.NotFound, (await portal.GetAsync(change.Changed.ReplyPath + "x")).Code);
    }

    private static async Task<int> ConfirmedAsync(City city) =>
        (await city.StatusAsync(SmallCity.Settled)).GetProperty("proofs").GetProperty("contacts").GetProperty("confirmed").GetInt32();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
