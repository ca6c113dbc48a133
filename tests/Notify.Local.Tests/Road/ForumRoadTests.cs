using System.Net;
using System.Text.RegularExpressions;
using Notify.Local.Tests.Serving;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Road;

/// <summary>A forum from the register to the invitation, the answer, the reminder and the list for its organiser.</summary>
public sealed partial class ForumRoadTests
{
    private const string Invited = "2026-09-02T07:05";

    [Fact]
    public async Task Every_school_is_invited_one_answers_the_silent_are_reminded_and_the_organiser_gets_the_list()
    {
        using var city = WithForum();
        await city.TakeInAsync("2026-09-01T10:00");
        Assert.Empty(city.Mail());

        await city.RunAsync(Invited);
        Assert.Equal(["forum-invitation", "forum-invitation", "forum-invitation"], city.Kinds());
        var invitation = city.Mail().Single(m => m.To.Contains("rektor@bjorko.example"));
        Assert.Equal(["expedition@bjorko.example", "rektor@bjorko.example", "styrelsen@bjorko.example"], invitation.To.Order(StringComparer.Ordinal));
        Assert.Equal(2, Calendars(invitation).Count);
        Assert.All(Calendars(invitation), c => Assert.Contains("METHOD:REQUEST", c, StringComparison.Ordinal));

        await AnswerAsync(city, invitation.ReplyPath);
        await city.RunAsync("2026-09-30T07:05");
        Assert.Equal(2, city.Mail().Count(m => m.Kind == "forum-reminder"));

        await city.RunAsync("2026-10-12T07:05");
        var list = city.Mail().Single(m => m.Kind == "forum-attendees");
        Assert.Equal(["arrangor@bromma.example"], list.To);
        Assert.Contains("Björkö friskola: Eva Ek", list.Text, StringComparison.Ordinal);
        Assert.Contains("- Åsskolan", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_foresees_invitations_and_reminders_and_baseline_takes_what_is_due_as_known()
    {
        using var city = WithForum();
        await city.TakeInAsync("2026-09-01T10:00");

        var plan = (await city.NotifyAsync("plan", "--until", "2026-10-01", "--json", "--now", "2026-09-01T10:00")).Ended(0).Json;
        Assert.Equal(
            [.. Enumerable.Repeat("forum:F1 2026-09-02T07:00:00+02:00 forum-invitation", 3), .. Enumerable.Repeat("forum:F1 2026-09-30T07:00:00+02:00 forum-reminder", 3)],
            plan.EnumerateArray().Select(n => $"{n.GetProperty("subject")} {n.GetProperty("notBefore")} {n.GetProperty("kind")}"));

        (await city.NotifyAsync("baseline", "--district", "BROMMA", "--now", Invited)).Ended(0);
        await city.RunAsync(Invited);
        Assert.Empty(city.Mail());
    }

    private static City WithForum()
    {
        var city = new City();
        city.Replace("schools", "phone,districts", "phone,owner_email,districts");
        city.Replace("schools", "08-465 00 102,", "08-465 00 102,styrelsen@bjorko.example,");
        foreach (var other in new[] { "101", "103", "111", "112", "113" })
        {
            city.Replace("schools", $"08-465 00 {other},", $"08-465 00 {other},,");
        }

        File.WriteAllText(
            city.TableOf("forums"),
            "id,district,kind,title,starts,ends,place,organiser_email\nF1,BROMMA,lokalt,Lokalt forum i Bromma,2026-10-14 13:30,2026-10-14 15:30,Stora salen,arrangor@bromma.example\n");
        return city;
    }

    /// <summary>Over HTTP, in a process of its own: the link was made by another.</summary>
    private static async Task AnswerAsync(City city, string path)
    {
        await using var portal = await Portal.OpenAsync(city, "serve", "--now", Invited);
        var (code, page) = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, code);
        var hidden = Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

        var (done, thanks) = await portal.PostAsync(
            FormAction().Match(page).Groups[1].Value, [.. hidden, ("answer", "yes"), ("names", "Eva Ek"), ("message", ""), ("do", "answer")]);

        Assert.Equal(HttpStatusCode.OK, done);
        Assert.Contains("Tack! Svaret är sparat.", thanks, StringComparison.Ordinal);
    }

    private static List<string> Calendars(Letter letter) =>
        [.. letter.Message.BodyParts.OfType<MimeKit.TextPart>().Where(p => p.ContentType.MimeType == "text/calendar").Select(p => p.Text!)];

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex FormAction();
}
