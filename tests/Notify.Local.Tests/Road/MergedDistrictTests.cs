using System.Net;
using System.Text.RegularExpressions;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>Bromma goes up in Farsta: from the file to the mails, and back by an old link.</summary>
public sealed partial class MergedDistrictTests
{
    [Fact]
    public async Task One_line_in_the_file_merges_districts_and_only_the_school_with_another_contact_is_told_once()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        Merge(city, "FARSTA");
        city.Replace("assignments", "BROMMA,98000001,ASA,primary,,", "BROMMA,98000001,INGER,primary,,");

        var import = (await city.NotifyAsync("import", "register", "--now", "2026-03-03T10:00", "--json")).Ended(0).Json;
        Assert.Equal(1, import.GetProperty("districts").GetInt32());
        await city.RunAsync("2026-03-03T10:05");
        await city.RunAsync("2026-03-03T10:20");
        await city.RunAsync("2026-03-13T10:00");

        var told = Assert.Single(city.Mail(), m => m.Kind == "contact-changed");
        Assert.Equal(["expedition@angsskolan.example", "rektor@angsskolan.example"], told.To.Order(StringComparer.Ordinal));
        Assert.Equal("FARSTA", told.Header("X-Notify-District"));
        Assert.Contains("Inger Falk", told.Text, StringComparison.Ordinal);
        Assert.Contains("Åsa Öberg", told.Text, StringComparison.Ordinal);
        Assert.Equal(["contact-assigned", "contact-assigned", "contact-changed", "contact-receipt-reminder"], city.Kinds());
    }

    [Fact]
    public async Task A_link_that_the_merged_district_sent_still_confirms()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        (await city.NotifyAsync("announce", "--district", "BROMMA", "--school", "98000001", "--now", SmallCity.Monday)).Ended(0);
        await city.RunAsync(SmallCity.Monday);
        var sent = Assert.Single(city.Mail());
        Merge(city, "FARSTA");
        await city.TakeInAsync("2026-03-03T10:00");

        await using (var portal = await Portal.OpenAsync(city, "serve", "--now", "2026-03-03T10:30"))
        {
            var (code, page) = await portal.GetAsync(sent.ReplyPath);
            Assert.Equal(HttpStatusCode.OK, code);
            Assert.Contains("Åsa Öberg", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            var hidden = Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).DistinctBy(h => h.Item1);
            Assert.Equal(HttpStatusCode.OK, (await portal.PostAsync(sent.ReplyPath, [.. hidden, ("do", "confirm")])).Code);
        }

        Assert.Equal(1, (await city.StatusAsync("2026-03-03T11:00")).GetProperty("proofs").GetProperty("contacts").GetProperty("confirmed").GetInt32());
        Assert.Single(city.Mail());
    }

    [Fact]
    public async Task A_wrong_successor_and_a_way_back_are_refused_with_what_to_do()
    {
        using var city = new City();
        await city.BeginAsync(SmallCity.Monday);
        Merge(city, "NORRMALM");
        Assert.Contains("There is no district NORRMALM", (await city.NotifyAsync("import", "register", "--now", "2026-03-03T10:00")).Ended(2).Complaint, StringComparison.Ordinal);

        city.Replace("districts", "person,NORRMALM", "person,FARSTA");
        await city.TakeInAsync("2026-03-03T10:00");
        var back = (await city.NotifyAsync("restore", "--district", "BROMMA", "--now", "2026-03-03T11:00", "--allow-mass-change")).Ended(2);
        Assert.Contains("BROMMA has been merged into FARSTA", back.Complaint, StringComparison.Ordinal);
    }

    private static void Merge(City city, string successor)
    {
        city.Replace("districts", "language,contact_model", "language,contact_model,efterträdare");
        city.Replace("districts", "08-508 06 000,sv,person", "08-508 06 000,sv,person," + successor);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
