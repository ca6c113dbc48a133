using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A support material from the register to the mail, the receipt, what was told otherwise, the figures and the plan.</summary>
public sealed partial class MaterialRoadTests
{
    private const string Monday = "2026-11-02T09:00";
    private const string Tuesday = "2026-11-03T09:00";

    [Fact]
    public async Task A_new_version_is_mailed_confirmed_over_http_and_counted()
    {
        using var city = await SpreadAsync();
        var letters = city.Mail().Where(m => m.Kind == "material-published").ToList();
        var (schools, contacts) = Audience(city);
        Assert.Equal(schools + contacts, Figure(await city.StatusAsync("2026-11-03T09:20"), "told"));
        Assert.All(letters, m => Assert.Contains("Stödmaterial, version 2", m.Text, StringComparison.Ordinal));

        await ConfirmAsync(city, letters.First(m => m.Text.Contains("känt hos oss", StringComparison.Ordinal)).ReplyPath);

        var status = await city.StatusAsync("2026-11-03T09:40");
        Assert.True(Figure(status, "confirmed") >= 1);
        Assert.Equal(schools + contacts, Figure(status, "audience"));
        var report = (await city.NotifyAsync("report", "materials", "--json", "--now", "2026-11-03T09:40")).Ended(0).Json.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(Figure(status, "confirmed"), report.Single(r => r.GetProperty("by").GetString() == "city").GetProperty("confirmed").GetInt32());
        Assert.Equal(schools + contacts, report.Where(r => r.GetProperty("by").GetString() == "role").Sum(r => r.GetProperty("audience").GetInt32()));
        var csv = (await city.NotifyAsync("report", "materials", "--csv", "--now", "2026-11-03T09:40")).Ended(0).Out;
        Assert.StartsWith("by;key;name;audience;told;confirmed;share_percent", csv, StringComparison.Ordinal);
        Assert.Contains($"material;SM;Stödmaterial, 2;{schools + contacts};", csv, StringComparison.Ordinal);
        Assert.Contains("Support material:", (await city.NotifyAsync("status", "--now", "2026-11-03T09:40")).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_at_a_staff_meeting_is_not_mailed_and_not_reminded_of()
    {
        using var city = await BegunAsync();
        city.Replace("materials", "SM,Stödmaterial,1,2026-01-15", "SM,Stödmaterial,2,2026-11-03");
        await city.ImportAsync(Tuesday);
        var told = (await city.NotifyAsync("told", "--material", "SM", "--district", "BROMMA", "--by", "apt", "--json", "--now", Tuesday)).Ended(0).Json;
        Assert.True(told.GetProperty("told").GetInt32() > 0);

        var plan = (await city.NotifyAsync("plan", "--until", "2026-11-30", "--json", "--now", Tuesday)).Ended(0).Json.EnumerateArray()
            .Where(n => n.GetProperty("district").GetString() == "BROMMA").ToList();

        Assert.Equal(6, plan.Count);
        Assert.All(plan, n => Assert.StartsWith("contact:", n.GetProperty("subject").GetString(), StringComparison.Ordinal));
        Assert.Equal(["material-published", "material-reminder"], plan.Select(n => n.GetProperty("kind").GetString()!).Distinct());
        Assert.Equal("2026-11-17T07:00:00+01:00", plan[^1].GetProperty("notBefore").GetString());
    }

    [Theory]
    [InlineData("--by needs", "told", "--district", "BROMMA", "--school", "98000001", "--by", "apt")]
    [InlineData("'--school' is required", "told", "--district", "BROMMA")]
    [InlineData("--by: 'fax'", "told", "--district", "BROMMA", "--material", "SM", "--by", "fax")]
    [InlineData("no support material 'XX'", "told", "--district", "BROMMA", "--material", "XX")]
    [InlineData("no active school '99999999'", "told", "--district", "BROMMA", "--material", "SM", "--school", "99999999")]
    [InlineData("was published on 2026-01-15", "told", "--district", "BROMMA", "--material", "SM", "--at", "2026-01-14")]
    [InlineData("--csv and --json", "report", "materials", "--csv", "--json")]
    public async Task What_cannot_be_done_is_said_in_one_line(string complaint, params string[] command)
    {
        using var city = await BegunAsync();

        var answer = (await city.NotifyAsync([.. command, "--now", Tuesday])).Ended(2);

        Assert.Contains(complaint.Replace("--by needs", "--by and --contacts need", StringComparison.Ordinal), answer.Error, StringComparison.Ordinal);
    }

    private static async Task<City> BegunAsync()
    {
        var city = new City();
        File.WriteAllText(city.TableOf("materials"), "id,title,version,published,url,summary,audience\nSM,Stödmaterial,1,2026-01-15,https://stod.example/sm,,all\n");
        await city.BeginAsync(Monday);
        return city;
    }

    private static async Task<City> SpreadAsync()
    {
        var city = await BegunAsync();
        city.Replace("materials", "SM,Stödmaterial,1,2026-01-15", "SM,Stödmaterial,2,2026-11-03");
        await city.TakeInAsync(Tuesday);
        await city.RunAsync("2026-11-03T09:16");
        return city;
    }

    private static async Task ConfirmAsync(City city, string path)
    {
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", "2026-11-03T09:30");
        var (code, page) = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, code);
        var hidden = Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

        var (done, thanks) = await portal.PostAsync(path, [.. hidden, ("do", "confirm")]);

        Assert.Equal(HttpStatusCode.OK, done);
        Assert.Contains("Tack! Nu vet vi att materialet är känt hos er.", thanks, StringComparison.Ordinal);
    }

    /// <summary>Rows of the register, counted apart from the program.</summary>
    private static (int Schools, int Contacts) Audience(City city) => (Lines(city, "schools"), Lines(city, "contacts"));

    private static int Lines(City city, string table) => File.ReadAllLines(city.TableOf(table)).Skip(1).Count(l => l.Trim().Length > 0);

    private static int Figure(JsonElement status, string name) => status.GetProperty("proofs").GetProperty("materials").GetProperty(name).GetInt32();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
