using Microsoft.AspNetCore.Http;
using Notify.Local.Tests.World;
using Notify.Testing.Skolverket;
using Xunit;

namespace Notify.Local.Tests.Commands;

public sealed class SchoolsTests
{
    [Fact]
    public async Task Refresh_says_what_Skolverket_proposes_and_changes_nothing_itself()
    {
        await using var server = await SkolverketServer.StartAsync(
            new ServedUnit("98000001", "Nya Ängsskolan", Organizer: "KOMMUN"), new ServedUnit("98000077", "Friskolan Lyktan", Organizer: "ENSKILD"), new ServedUnit("98000003", "Åsskolan", "UPPHORT"));
        using var city = new City { Settings = { ["Skolverket__Host"] = server.Address.ToString(), ["Skolverket__Pause"] = "00:00:00" } };
        await city.ImportAsync("2026-03-02T10:00");

        var answer = (await city.NotifyAsync("schools", "refresh", "--municipality", "0180", "--json", "--now", "2026-03-02T10:05")).Ended(0).Json;

        Assert.Equal(3, answer.GetProperty("units").GetInt32());
        Assert.Equal(["98000001-renamed", "98000003-closed", "98000077-new"], answer.GetProperty("proposals").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        Assert.Equal(0, (await city.NotifyAsync("import", "register", "--json", "--dry-run", "--now", "2026-03-02T10:06")).Ended(0).Json.GetProperty("changes").GetProperty("schools").GetProperty("changed").GetInt32());
    }

    [Fact]
    public async Task A_register_that_does_not_answer_is_said_in_one_line()
    {
        await using var server = await SkolverketServer.StartAsync();
        server.Script = _ => Results.StatusCode(403);
        using var city = new City { Settings = { ["Skolverket__Host"] = server.Address.ToString() } };
        await city.ImportAsync("2026-03-02T10:00");

        var answer = (await city.NotifyAsync("schools", "refresh", "--municipality", "0180")).Ended(1);

        Assert.Contains("HTTP 403", answer.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--municipality 180", "180")]
    [InlineData("", "--municipality")]
    public async Task Which_municipality_has_to_be_said(string options, string named)
    {
        using var city = new City();
        await city.ImportAsync("2026-03-02T10:00");

        var answer = (await city.NotifyAsync(["schools", "refresh", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Ended(2);

        Assert.Contains(named, answer.Complaint, StringComparison.Ordinal);
    }
}
