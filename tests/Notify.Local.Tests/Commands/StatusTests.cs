using System.Text.Json;
using Notify.Local.Tests.World;
using Xunit;

namespace Notify.Local.Tests.Commands;

/// <summary>What <c>status</c>, <c>show</c> and <c>plan</c> answer to programs, and that they only look.</summary>
public sealed class StatusTests(ContactChange change)
{
    [Fact]
    public async Task Status_counts_every_state_of_notifications()
    {
        var counts = (await change.City.StatusAsync(SmallCity.Settled)).GetProperty("notifications");

        Assert.Equal(3, counts.GetProperty("accepted").GetInt32());
        Assert.All(
            ["queued", "sending", "delivered", "bounced", "failed", "superseded", "expired", "suppressed", "held", "cancelled"],
            state => Assert.Equal(0, counts.GetProperty(state).GetInt32()));
    }

    [Fact]
    public async Task Status_counts_the_schools_that_have_been_told_and_that_have_confirmed()
    {
        var proof = (await change.City.StatusAsync(SmallCity.Settled)).GetProperty("proofs").GetProperty("contacts");

        Assert.Equal((6, 6, 0), (proof.GetProperty("schools").GetInt32(), proof.GetProperty("told").GetInt32(), proof.GetProperty("confirmed").GetInt32()));
    }

    [Fact]
    public async Task Status_has_the_heartbeats_and_the_call_list()
    {
        var status = await change.City.StatusAsync(SmallCity.Settled);

        var beats = status.GetProperty("heartbeats").EnumerateArray().ToDictionary(b => b.GetProperty("job").GetString()!);
        Assert.All(["contacts", "deliver"], job => Assert.Equal("2026-03-02T10:20:00+01:00", beats[job].GetProperty("last").GetString()));
        Assert.All(beats.Values, b => Assert.False(b.GetProperty("late").GetBoolean() || b.GetProperty("due").ValueKind != JsonValueKind.String));
        Assert.Equal(0, status.GetProperty("callList").GetArrayLength());
    }

    [Theory]
    [InlineData("2026-03-01", "Åsa Öberg")]
    [InlineData("2026-03-02", "Märta Häggström")]
    [InlineData("2026-03-20", "Märta Häggström")]
    public async Task Status_tells_who_was_the_contact_of_a_school_on_a_day(string day, string name)
    {
        var said = (await change.City.NotifyAsync("status", "--school", "98000001", "--at", day, "--json", "--now", "2026-03-20T10:00")).Ended(0).Json;

        Assert.Equal(name, string.Join(' ', said.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Status_tells_the_contact_of_before_a_change_that_came_on_a_later_day()
    {
        using var city = new City();
        await city.BeginAsync("2026-02-02T10:00");
        city.Replace("assignments", "98000001,ASA", "98000001,MARTA");
        await city.ImportAsync(SmallCity.Monday);

        var before = (await city.NotifyAsync("status", "--school", "98000001", "--at", "2026-02-20")).Ended(0).Out;
        var after = (await city.NotifyAsync("status", "--school", "98000001", "--at", "2026-03-03")).Ended(0).Out;

        Assert.Contains("Åsa Öberg", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Märta", before, StringComparison.Ordinal);
        Assert.Contains("Märta Häggström", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_the_state_the_history_and_the_mail()
    {
        var shown = (await change.City.NotifyAsync("show", change.Changed.Id, "--json")).Ended(0).Json;

        Assert.Equal("contact-changed", shown.GetProperty("kind").GetString());
        Assert.Equal("school:98000001", shown.GetProperty("subject").GetString());
        Assert.Equal("accepted", shown.GetProperty("state").GetString());
        Assert.Equal(["queued", "sending", "accepted"], shown.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("state").GetString()));
        Assert.Equal("2026-03-02T10:20:00+01:00", shown.GetProperty("history").EnumerateArray().Last().GetProperty("at").GetString());
        Assert.Equal(change.Changed.Subject, shown.GetProperty("mail").GetProperty("subject").GetString());
        Assert.Equal(change.Changed.Text.ReplaceLineEndings().Trim(), shown.GetProperty("mail").GetProperty("text").GetString()!.ReplaceLineEndings().Trim());
        Assert.Contains("<html", shown.GetProperty("mail").GetProperty("html").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_names_what_goes_to_whom_and_when()
    {
        using var city = await WaitingAsync();

        var planned = await city.PlannedAsync("contact-changed", "2026-03-02T12:00");

        Assert.Equal("BROMMA", planned.GetProperty("district").GetString());
        Assert.Equal("school:98000002", planned.GetProperty("subject").GetString());
        Assert.Equal(["expedition@bjorko.example", "rektor@bjorko.example"], planned.GetProperty("recipients").EnumerateArray().Select(r => r.GetString()).Order());
        Assert.Equal("sv", planned.GetProperty("language").GetString());
        Assert.Equal("2026-03-02T12:15:00+01:00", planned.GetProperty("notBefore").GetString());
        Assert.Contains("Björkö friskola", planned.GetProperty("title").GetString()!, StringComparison.Ordinal);
        Assert.StartsWith("BROMMA-", planned.GetProperty("id").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_stores_nothing_and_sends_nothing()
    {
        using var city = await WaitingAsync();
        var before = await city.OutcomeAsync("2026-03-02T12:00");

        var first = (await city.NotifyAsync("plan", "--until", "2026-06-01", "--json", "--now", "2026-03-02T12:00")).Ended(0);
        var second = (await city.NotifyAsync("plan", "--until", "2026-06-01", "--json", "--now", "2026-03-02T12:00")).Ended(0);

        Assert.Equal(first.Out, second.Out);
        Assert.Equal(before, await city.OutcomeAsync("2026-03-02T12:00"));
        await city.RunAsync("2026-03-02T12:15");
        Assert.Contains(city.Mail(), m => m.Kind == "contact-changed" && m.Text.Contains("Björkö", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_plan_goes_on_past_the_mail_to_the_reminder_that_silence_brings()
    {
        using var city = await WaitingAsync();

        var reminder = (await city.PlanAsync("2026-03-02T12:00"))
            .Single(n => n.GetProperty("kind").GetString() == "contact-receipt-reminder" && n.GetProperty("subject").GetString() == "school:98000002");

        Assert.Equal("2026-03-09T07:00:00+01:00", reminder.GetProperty("notBefore").GetString());
    }

    /// <summary>The city with a second change, that has been imported and not yet looked at.</summary>
    private async Task<City> WaitingAsync()
    {
        var city = change.City.Copy();
        city.Replace("assignments", "98000002,ASA", "98000002,MARTA");
        await city.ImportAsync("2026-03-02T12:00");
        return city;
    }
}
