using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A school without a contact: somebody is told at once, the school when it is clear that there is none.</summary>
public sealed class VacancyTests
{
    private const string Tuesday = "2026-03-03T10:00";

    [Fact]
    public async Task The_coordinator_is_told_at_once_and_the_school_two_working_days_later()
    {
        using var city = await VacantAsync();

        var missing = Assert.Single(city.Mail());
        Assert.Equal(("contact-missing", "samordnare@bromma.example"), (missing.Kind, Assert.Single(missing.To)));
        Assert.Contains("Ängsskolan", missing.Text, StringComparison.Ordinal);
        Assert.Equal("2026-03-05T07:00:00+01:00", (await city.PlannedAsync("contact-fallback", Tuesday)).GetProperty("notBefore").GetString());

        await city.RunAsync("2026-03-05T06:59");
        Assert.Single(city.Mail());
        await city.RunAsync("2026-03-05T07:00");
        var fallback = Assert.Single(city.Mail(), m => m.Kind == "contact-fallback");
        Assert.Equal(["expedition@angsskolan.example", "rektor@angsskolan.example"], fallback.To.Order());
        Assert.Contains("08-508 06 000", fallback.Text, StringComparison.Ordinal);
        Assert.Contains("Mottagningen i Bromma", fallback.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_in_time_takes_the_place_of_the_fallback()
    {
        using var city = await VacantAsync();
        city.Add("assignments", "BROMMA,98000001,MARTA,primary,,");
        await city.TakeInAsync("2026-03-04T10:00");

        await city.RunAsync("2026-03-04T10:20");
        await city.RunAsync("2026-03-05T07:00");
        await city.RunAsync("2026-03-06T10:00");

        Assert.DoesNotContain("contact-fallback", city.Kinds());
        var changed = Assert.Single(city.Mail(), m => m.Kind == "contact-changed");
        Assert.Contains("Märta Häggström", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_after_the_fallback_is_told_too()
    {
        using var city = await VacantAsync();
        await city.RunAsync("2026-03-05T07:00");
        city.Add("assignments", "BROMMA,98000001,MARTA,primary,,");
        await city.TakeInAsync("2026-03-06T10:00");

        await city.RunAsync("2026-03-06T10:20");

        var changed = Assert.Single(city.Mail(), m => m.Kind == "contact-changed");
        Assert.Contains("Märta Häggström", changed.Text, StringComparison.Ordinal);
        Assert.Contains("marta.haggstrom@bromma.example", Assert.Single(city.Mail(), m => m.Kind == "contact-assigned" && m.Text.Contains("Märta", StringComparison.Ordinal)).To);
    }

    private static async Task<City> VacantAsync()
    {
        var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("assignments", "BROMMA,98000001,ASA,primary,,\n", "");
        await city.TakeInAsync(Tuesday);
        return city;
    }
}
