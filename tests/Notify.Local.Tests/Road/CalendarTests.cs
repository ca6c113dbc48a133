using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>When a change is told, on the days on which calendars are wrong.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("Maundy Thursday at 23:00", "2026-04-02T23:00", "2026-04-07T07:00:00+02:00")]
    [InlineData("the night in which clocks go forward", "2026-03-29T01:50", "2026-03-30T07:00:00+02:00")]
    [InlineData("the night in which clocks go back, first time", "2026-10-25T02:30+02:00", "2026-10-26T07:00:00+01:00")]
    [InlineData("the night in which clocks go back, second time", "2026-10-25T02:30+01:00", "2026-10-26T07:00:00+01:00")]
    [InlineData("the Friday before clocks go forward, too late", "2026-03-27T16:50", "2026-03-30T07:00:00+02:00")]
    [InlineData("the eve of Midsummer", "2026-06-18T17:00", "2026-06-22T07:00:00+02:00")]
    [InlineData("an ordinary morning", "2026-03-04T09:00", "2026-03-04T09:15:00+01:00")]
    public async Task A_change_is_told_when_the_window_is_open(string when, string imported, string told)
    {
        using var city = await ChangedAsync(imported);

        var planned = await city.PlannedAsync("contact-changed", imported);

        Assert.True(told == planned.GetProperty("notBefore").GetString(), $"{when}: {planned}");
    }

    [Theory]
    [InlineData("2026-03-29T01:50:00+01:00", "2026-03-29T03:05:00+02:00")]
    [InlineData("2026-10-25T02:50:00+02:00", "2026-10-25T02:05:00+01:00")]
    public async Task A_change_settles_for_a_quarter_of_an_hour_across_a_clock_change(string imported, string told)
    {
        using var city = await ChangedAsync(
            imported, ("SendWindow__Start", "00:00"), ("SendWindow__End", "23:59"), ("SendWindow__Days", "Mon,Tue,Wed,Thu,Fri,Sat,Sun"));

        var planned = await city.PlannedAsync("contact-changed", imported);

        Assert.Equal(told, planned.GetProperty("notBefore").GetString());
    }

    [Fact]
    public async Task A_change_announced_for_a_day_is_told_on_that_day()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("assignments", "98000001,ASA,primary,,", "98000001,ASA,primary,,2026-03-28\nBROMMA,98000001,MARTA,primary,2026-03-29,");
        await city.ImportAsync("2026-03-03T10:00");

        var planned = await city.PlannedAsync("contact-changed", "2026-03-03T10:00");

        Assert.Equal("2026-03-30T07:00:00+02:00", planned.GetProperty("notBefore").GetString());
    }

    [Fact]
    public async Task What_falls_due_outside_the_window_leaves_when_it_opens()
    {
        using var city = await ChangedAsync("2026-04-02T23:00");

        await city.RunAsync("2026-04-02T23:30");
        await city.RunAsync("2026-04-06T12:00");
        await city.RunAsync("2026-04-07T06:59");
        Assert.Empty(city.Mail());
        await city.RunAsync("2026-04-07T07:00");

        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed"], city.Kinds());
    }

    private static async Task<City> ChangedAsync(string imported, params (string Name, string Value)[] settings)
    {
        var city = new City();
        foreach (var (name, value) in settings)
        {
            city.Settings[name] = value;
        }

        await city.BeginAsync("2026-03-01T10:00");
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        await city.ImportAsync(imported);
        return city;
    }
}
