using System.Net;
using System.Text.RegularExpressions;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>An agreement from the register to the reminder, the answer and what the register says later.</summary>
public sealed partial class AgreementRoadTests
{
    private const string Monday = "2026-11-02T09:00";

    [Fact]
    public async Task An_answer_from_a_mail_moves_the_day_tells_everyone_and_outlives_an_older_day_in_the_register()
    {
        using var city = WithAgreement("2026-11-16");
        await city.TakeInAsync(Monday);
        var reminder = Assert.Single(city.Mail());
        Assert.Equal("agreement-reminder", reminder.Kind);
        Assert.Equal(["chef@bromma.example", "grundskolechef@utbildning.example"], reminder.To.Order(StringComparer.Ordinal));
        Assert.Contains("METHOD:PUBLISH", Calendar(reminder), StringComparison.Ordinal);

        await AnswerAsync(city, reminder.ReplyPath, "2027-05-03");
        await city.RunAsync(Monday);

        var told = city.Mail().Where(m => m.Kind == "agreement-revised").ToList();
        Assert.Equal(
            ["chef@bromma.example", "grundskolechef@utbildning.example", "rektor@bjorko.example"], told.SelectMany(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(told, m => Assert.Contains("måndag 3 maj 2027", m.Text, StringComparison.Ordinal));
        Assert.All(told, m => Assert.Contains("Bo Ek", m.Text, StringComparison.Ordinal));
        Assert.All(told, m => Assert.Equal(UidOf(reminder), UidOf(m)));

        city.Replace("agreements", "2026-11-16", "2026-12-24");
        await city.TakeInAsync("2026-11-03T09:00");

        Assert.Equal(["agreement-conflict", "agreement-reminder", "agreement-revised", "agreement-revised"], city.Kinds());
        var status = await city.StatusAsync("2026-12-30T09:00");
        Assert.Equal((1, 0, 0), Proof(status));
        var conflict = Assert.Single(status.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(("A1", "2026-12-24", "2027-05-03", "Bo Ek"), (Text(conflict, "agreement"), Text(conflict, "registered"), Text(conflict, "answered"), Text(conflict, "by")));
        Assert.Contains("Resolve Överenskommelse i Bromma", (await city.NotifyAsync("status", "--now", Monday)).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_status_counts_the_days_overdue()
    {
        using var city = WithAgreement("2026-11-16");
        await city.TakeInAsync(Monday);

        Assert.Equal((1, 0, 0), Proof(await city.StatusAsync("2026-11-16T23:59")));
        Assert.Equal((1, 1, 1), Proof(await city.StatusAsync("2026-11-17T00:00")));
        Assert.Equal((1, 1, 46), Proof(await city.StatusAsync("2027-01-01T12:00")));
    }

    [Fact]
    public async Task The_plan_foresees_every_step_of_the_coming_months_and_stores_nothing()
    {
        using var city = WithAgreement("2026-11-16");
        await city.TakeInAsync(Monday);
        var before = await city.OutcomeAsync(Monday);

        var plan = (await city.NotifyAsync("plan", "--until", "2026-12-08", "--json", "--now", Monday)).Ended(0).Json;

        Assert.Equal(
            [
                "2026-11-09T07:00:00+01:00 agreement-reminder", "2026-11-16T07:00:00+01:00 agreement-reminder", "2026-11-23T07:00:00+01:00 agreement-overdue",
                "2026-11-30T07:00:00+01:00 agreement-escalated", "2026-12-07T07:00:00+01:00 agreement-escalated",
            ],
            plan.EnumerateArray().Select(n => $"{Text(n, "notBefore")} {Text(n, "kind")}"));
        Assert.All(plan.EnumerateArray(), n => Assert.Equal("agreement:A1", Text(n, "subject")));
        Assert.Equal(before, await city.OutcomeAsync(Monday));
    }

    private static City WithAgreement(string nextRevision)
    {
        var city = new City();
        File.WriteAllText(
            city.TableOf("steering_groups"),
            """
            id,district,name,member_email,member_name,member_role
            SG,BROMMA,Styrgruppen i Bromma,chef@bromma.example,Bo Ek,
            SG,BROMMA,Styrgruppen i Bromma,grundskolechef@utbildning.example,,Grundskolechef

            """);
        File.WriteAllText(
            city.TableOf("agreements"),
            $"id,district,title,next_revision,steering_group,informed\nA1,BROMMA,Överenskommelse i Bromma,{nextRevision},SG,rektor@bjorko.example\n");
        return city;
    }

    /// <summary>Over HTTP, in a process of its own: the link was made by another.</summary>
    private static async Task AnswerAsync(City city, string path, string next)
    {
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", Monday);
        var (code, page) = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, code);
        var hidden = Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value));
        var member = Regex.Match(page, "<option value=\"([^\"]+)\">Bo Ek<").Groups[1].Value;

        var (done, thanks) = await portal.PostAsync(
            FormAction().Match(page).Groups[1].Value, [.. hidden, ("answer", "revised"), ("next", next), ("member", member), ("name", ""), ("do", "answer")]);

        Assert.Equal(HttpStatusCode.OK, done);
        Assert.Contains("Tack! Svaret gäller", thanks, StringComparison.Ordinal);
    }

    private static (int InForce, int Overdue, int Days) Proof(System.Text.Json.JsonElement status)
    {
        var proof = status.GetProperty("proofs").GetProperty("agreements");
        return (proof.GetProperty("inForce").GetInt32(), proof.GetProperty("overdue").GetInt32(), proof.GetProperty("overdueDays").GetInt32());
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Calendar(Letter letter) =>
        letter.Message.BodyParts.OfType<MimeKit.TextPart>().Single(p => p.ContentType.MimeType == "text/calendar").Text!;

    private static string UidOf(Letter letter) => Regex.Match(Calendar(letter), "^UID:(.+?)\r?$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex FormAction();
}
