using System.Text.Json;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>Who came to a forum, by the command line, and the report that the city's offices ask for.</summary>
public sealed class AttendanceTests
{
    private const string Before = "2026-09-02T10:00";
    private const string After = "2026-10-15T10:00";

    [Fact]
    public async Task What_a_file_says_of_a_forum_counts_at_once_and_again_changes_nothing()
    {
        using var city = await InvitedAsync();
        city.Write("kom.csv", "skolenhetskod;deltog;antal\n98000001;ja;2\n98000002;nej;\n98000011;yes;1\n");

        var answer = (await city.NotifyAsync("attend", "F1", "kom.csv", "--json", "--now", After)).Ended(0).Json;
        Assert.Equal((3, 2), (answer.GetProperty("schools").GetInt32(), answer.GetProperty("attended").GetInt32()));

        var proof = await ProofAsync(city);
        Assert.Equal((2, 1), Held(proof, "municipal"));
        Assert.Equal((1, 0), Held(proof, "independent"));
        Assert.Equal(JsonValueKind.Null, proof.GetProperty("parity").ValueKind);

        (await city.NotifyAsync("attend", "F1", "kom.csv", "--now", After)).Ended(0);
        Assert.Equal(proof.ToString(), (await ProofAsync(city)).ToString());
    }

    [Fact]
    public async Task Every_error_of_a_file_is_told_at_once_and_nothing_is_recorded()
    {
        using var city = await InvitedAsync();
        city.Write("kom.csv", "school,attended,persons,forum\n99999999,yes,1,F1\n98000002,kanske,,F1\n98000003,yes,-4,F1\n98000001,yes,1,F2\n=1+1,yes,1,F1\n");

        var refused = await city.NotifyAsync("attend", "F1", "kom.csv", "--json", "--now", After);

        var errors = refused.Ended(2).Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line")} {e.GetProperty("column")}").ToList();
        Assert.Equal(["2 school", "3 attended", "4 persons", "5 forum", "6 school"], errors);
        Assert.Equal((0, 0), Held(await ProofAsync(city), "municipal"));
    }

    [Theory]
    [InlineData("F1", "kom.csv", Before, "has not begun")]
    [InlineData("F9", "kom.csv", After, "there is no forum 'F9'")]
    [InlineData("F1", "borta.csv", After, "There is no such file")]
    [InlineData("F1", "register", After, "There is no such file")]
    public async Task What_cannot_be_recorded_says_why(string forum, string file, string now, string why)
    {
        using var city = await InvitedAsync();
        city.Write("kom.csv", "school,attended\n98000001,yes\n");

        Assert.Contains(why, (await city.NotifyAsync("attend", forum, file, "--now", now)).Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_by_hand_stands_until_the_register_says_something_else()
    {
        using var city = await InvitedAsync();
        city.Write("kom.csv", "school,attended\n98000001,yes\n98000002,yes\n");
        (await city.NotifyAsync("attend", "F1", "kom.csv", "--now", After)).Ended(0);

        File.WriteAllText(city.TableOf("attendance"), "forum,school,attended\nF1,98000001,no\n");
        await city.TakeInAsync("2026-10-15T11:00");
        Assert.Equal((2, 0), Held(await ProofAsync(city), "municipal"));
        Assert.Equal((1, 1), Held(await ProofAsync(city), "independent"));

        (await city.NotifyAsync("attend", "F1", "kom.csv", "--now", "2026-10-15T12:00")).Ended(0);
        await city.TakeInAsync("2026-10-15T13:00");
        Assert.Equal((2, 1), Held(await ProofAsync(city), "municipal"));
    }

    [Fact]
    public async Task The_report_has_a_line_for_term_district_kind_and_owner_in_json_csv_and_words()
    {
        using var city = await InvitedAsync();
        city.Write("kom.csv", "school,attended\n98000001,yes\n98000002,no\n98000003,no\n");
        (await city.NotifyAsync("attend", "F1", "kom.csv", "--now", After)).Ended(0);

        var rows = (await city.NotifyAsync("report", "parity", "--json", "--now", After)).Ended(0).Json.GetProperty("rows");
        var whole = rows.EnumerateArray().First();
        Assert.Equal(("2026-HT", 1, 1), (whole.GetProperty("term").GetString(), whole.GetProperty("forums").GetInt32(), whole.GetProperty("held").GetInt32()));
        Assert.Equal(0.5, whole.GetProperty("participation").GetProperty("municipal").GetProperty("held").GetProperty("rate").GetDouble());

        var lines = (await city.NotifyAsync("report", "parity", "--csv", "--now", After)).Ended(0).Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("term;district;district_name;kind;forums;held;provider;invited", lines[0], StringComparison.Ordinal);
        Assert.Contains("2026-HT;BROMMA;Bromma;local;1;1;municipal;2;0;0;1;2;1;0,500;", lines);
        Assert.Contains("2026-HT;;;all;1;1;independent;1;0;0;0;1;0;0,000;", lines);
        var page = (await city.NotifyAsync("report", "parity", "--html", "--now", After)).Ended(0).Out;
        Assert.Contains("<svg class=\"parity\"", page, StringComparison.Ordinal);
        Assert.Contains("1 av 2 (50 %)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        (await city.NotifyAsync("report", "parity", "--html", "--csv", "--now", After)).Ended(2);
        Assert.Contains("2026-HT  The city: 1 of 1 forums held; municipal 1 of 2 schools came, independent 0 of 1; parity none.", (await city.NotifyAsync("report", "parity", "--now", After)).Ended(0).Out, StringComparison.Ordinal);
    }

    private static async Task<City> InvitedAsync()
    {
        var city = new City();
        File.WriteAllText(city.TableOf("forums"), "id,district,kind,title,starts,ends\nF1,BROMMA,lokalt,Lokalt forum,2026-10-14 13:30,2026-10-14 15:30\n");
        await city.TakeInAsync(Before);
        Assert.Equal(3, city.Mail().Count);
        return city;
    }

    private static async Task<JsonElement> ProofAsync(City city) => (await city.StatusAsync("2026-10-20T10:00")).GetProperty("proofs").GetProperty("forums");

    private static (int Invited, int Attended) Held(JsonElement proof, string provider)
    {
        var held = proof.GetProperty(provider).GetProperty("held");
        return (held.GetProperty("invited").GetInt32(), held.GetProperty("attended").GetInt32());
    }
}
