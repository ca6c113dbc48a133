using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A function is known by its own name, phone and address, not by who works there.</summary>
public sealed class FunctionContactTests
{
    [Fact]
    public async Task A_new_member_of_a_function_is_told_to_nobody()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("contacts", "INGER,FARSTA,Inger Falk,person,Socialsekreterare,inger.falk@farsta.example", "INGER,FARSTA,Noor Said,person,Kurator,noor.said@farsta.example");
        city.Add("contacts", "TUVA,FARSTA,Tuva Ek,person,Kurator,tuva.ek@farsta.example,08-508 18 003,MOTT");

        await city.TakeInAsync("2026-03-02T11:00");
        await city.RunAsync("2026-03-03T10:00");

        Assert.Empty(city.Mail());
        Assert.Empty(await city.PlanAsync("2026-03-03T10:00"));
    }

    [Fact]
    public async Task A_new_phone_of_a_function_is_one_mail_to_each_of_its_schools()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        city.Replace("contacts", "08-508 18 001", "08-508 18 999");
        await city.TakeInAsync("2026-03-02T11:00");

        await city.RunAsync("2026-03-02T11:20");

        Assert.Equal(["contact-changed", "contact-changed", "contact-changed"], city.Kinds());
        Assert.Equal(
            ["rektor@fagerlid.example", "rektor@sjoang.example", "rektor@vastgota.example"],
            city.Mail().Select(m => Assert.Single(m.To, a => a.StartsWith("rektor", StringComparison.Ordinal))).Order());
        Assert.All(city.Mail(), m => Assert.Contains("08-508 18 999", m.Text, StringComparison.Ordinal));
    }
}
