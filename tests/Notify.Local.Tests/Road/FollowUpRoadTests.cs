using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A round of follow-up from the register to the answers, the result and the report.</summary>
public sealed partial class FollowUpRoadTests
{
    private const string Opening = "2026-11-02T09:00";
    private const string Closed = "2026-11-23T09:00";

    [Fact]
    public async Task Answers_behind_the_links_of_mails_become_a_result_with_a_picture_a_report_and_a_proof()
    {
        using var city = WithRound();
        await city.TakeInAsync(Opening);
        var invited = city.Mail().Where(m => m.Kind == "followup-open").ToList();
        Assert.Equal(7, invited.Count);

        await AnswerAsync(city, [.. invited.Take(6).Select(m => m.ReplyPath)]);
        Assert.Equal((1, 1, 7, 6), Proof(await city.StatusAsync(Opening)));
        await city.RunAsync(Closed);

        var result = city.Mail().Single(m => m.Kind == "followup-result");
        Assert.Contains("6 av 7 svarade (86 %). Sammanlagt index är 75,0", result.Text, StringComparison.Ordinal);
        var picture = result.Message.BodyParts.OfType<MimePart>().Single(p => p.ContentType.MimeType == "image/png");
        Assert.Equal("radar@notify", picture.ContentId);
        Assert.Contains("src=\"cid:radar@notify\"", result.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("alt=\"Radardiagram", result.Message.HtmlBody, StringComparison.Ordinal);

        var status = await city.StatusAsync(Closed);
        Assert.Equal((1, 0, 7, 6), Proof(status));
        Assert.Equal((75m, "2026-HT"), (status.GetProperty("proofs").GetProperty("followUps").GetProperty("index").GetDecimal(), Text(status.GetProperty("proofs").GetProperty("followUps"), "term")));
        Assert.Contains("Follow-up: 1 rounds, 0 open, 6 of 7 answered in the latest, index 75.0 (2026-HT).", (await city.NotifyAsync("status", "--now", Closed)).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_json_for_programs_and_csv_that_excel_takes_for_figures_and_never_for_formulas()
    {
        using var city = WithRound("+ Uppföljning");
        await city.TakeInAsync(Opening);
        await AnswerAsync(city, [.. city.Mail().Where(m => m.Kind == "followup-open").Take(6).Select(m => m.ReplyPath)]);
        await city.RunAsync(Closed);

        var json = (await city.NotifyAsync("report", "followup", "--json", "--now", Closed)).Ended(0).Json;
        var csv = (await city.NotifyAsync("report", "followup", "--csv", "--term", "2026-HT", "--now", Closed)).Ended(0).Out;
        var none = (await city.NotifyAsync("report", "followup", "--csv", "--term", "2025-VT", "--now", Closed)).Ended(0).Out;

        var whole = json.GetProperty("rows").EnumerateArray().Single(r => Text(r, "level") == "district" && Text(r, "group") == "all" && Text(r, "axis") is "");
        Assert.Equal((7, 6, 75m), (whole.GetProperty("asked").GetInt32(), whole.GetProperty("answered").GetInt32(), whole.GetProperty("index").GetDecimal()));
        Assert.Equal("used", Text(json.GetProperty("districts").EnumerateArray().Single(d => Text(d, "district") == "BROMMA"), "status"));
        Assert.StartsWith("level;term;district;", csv, StringComparison.Ordinal);
        Assert.Contains(";75,0;", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|;)\"?[=+@]", csv);
        Assert.Single(none.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Bromma (Q1): 6 of 7 answered, index 75.0", (await city.NotifyAsync("report", "followup", "--now", Closed)).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_is_none_and_two_forms_at_once_are_bad_input()
    {
        using var city = WithRound();
        await city.TakeInAsync(Opening);

        Assert.Contains("2026-HT", (await city.NotifyAsync("report", "followup", "--term", "hösten")).Ended(2).Error, StringComparison.Ordinal);
        Assert.Contains("--csv", (await city.NotifyAsync("report", "followup", "--csv", "--json")).Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_foresees_invitations_reminders_and_the_result()
    {
        using var city = WithRound();
        File.WriteAllText(city.TableOf("followups"), File.ReadAllText(city.TableOf("followups")).Replace("2026-11-02", "2026-11-04", StringComparison.Ordinal));
        await city.TakeInAsync(Opening);

        var plan = (await city.NotifyAsync("plan", "--until", "2026-12-01", "--json", "--now", Opening)).Ended(0).Json;

        Assert.Equal(
            ["2026-11-04T07:00:00+01:00 followup-open 7", "2026-11-13T07:00:00+01:00 followup-reminder 7", "2026-11-18T07:00:00+01:00 followup-reminder 7", "2026-11-23T07:00:00+01:00 followup-result 1"],
            plan.EnumerateArray().Where(n => Text(n, "kind")!.StartsWith("followup-", StringComparison.Ordinal))
                .GroupBy(n => $"{Text(n, "notBefore")} {Text(n, "kind")}").Select(g => $"{g.Key} {g.Count()}"));
    }

    /// <summary>A steering group of seven, asked two statements.</summary>
    private static City WithRound(string title = "Uppföljning hösten 2026")
    {
        var city = new City();
        File.WriteAllText(
            city.TableOf("steering_groups"),
            "id,district,name,member_email,member_name,member_role\n" + string.Concat(Enumerable.Range(1, 7).Select(n => $"SG,BROMMA,Styrgruppen i Bromma,styr{n}@bromma.example,,\n")));
        File.WriteAllText(city.TableOf("questionnaires"), "id;version;axis;statement;scale_max;axis_en\nQ1;1;Kontakt;Vi vet vem vi ringer.;5;Contact\nQ1;1;Tillit;Vi litar på varandra.;5;Trust\n");
        File.WriteAllText(
            city.TableOf("followups"),
            $"id;district;questionnaire;version;title;opens;closes;respondents;goal\nU1;BROMMA;Q1;1;{title};2026-11-02;2026-11-20;steering_group;Varje skola ska veta vem den vänder sig till.\n");
        return city;
    }

    private static async Task AnswerAsync(City city, IReadOnlyList<string> paths)
    {
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", Opening);
        foreach (var path in paths)
        {
            var (code, page) = await portal.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, code);
            var hidden = Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value));
            var statements = Regex.Matches(page, "name=\"(s-[^\"]+)\" value=\"1\"").Select(m => (m.Groups[1].Value, "4"));

            var (done, thanks) = await portal.PostAsync(Regex.Match(page, "<form method=\"post\" action=\"([^\"]+)\"").Groups[1].Value, [.. hidden, .. statements, ("do", "save")]);

            Assert.Equal(HttpStatusCode.OK, done);
            Assert.Contains("Tack! Alla dina svar är sparade.", thanks, StringComparison.Ordinal);
        }
    }

    private static (int Rounds, int Open, int Asked, int Answered) Proof(JsonElement status)
    {
        var proof = status.GetProperty("proofs").GetProperty("followUps");
        return (proof.GetProperty("rounds").GetInt32(), proof.GetProperty("open").GetInt32(), proof.GetProperty("asked").GetInt32(), proof.GetProperty("answered").GetInt32());
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
