using System.Text.Json;
using Notify.Core.Status;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Api;

/// <summary>What each route answers.</summary>
public sealed class RoutesTests
{
    [Fact]
    public async Task The_status_is_that_of_the_command_line()
    {
        await using var world = await ApiWorld.StartAsync();

        var status = (await world.Client().GetAsync("/api/v1/status")).IsOk();

        var report = StatusAnswer.Of(await world.Get<StatusReader>().ReadAsync(_ => true, TestContext.Current.CancellationToken));
        Assert.Equal(JsonSerializer.Serialize(report, StatusJson.Default.StatusAnswer), status.Body);
        Assert.Equal(["notifications", "proofs", "callList", "conflicts", "heartbeats", "trial", "wordings", "districts"], status.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["BROMMA", "FARSTA"], status.Json.GetProperty("districts").EnumerateArray().Select(d => d.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_status_of_a_district_counts_nothing_of_another()
    {
        await using var world = await ApiWorld.StartAsync();

        var all = (await world.Client().GetAsync("/api/v1/status")).IsOk().Json;
        var one = (await world.Client().GetAsync("/api/v1/status?district=BROMMA")).IsOk();

        Assert.Equal(2 * Queued(one.Json), Queued(all));
        Assert.True(Queued(one.Json) > 0);
        Assert.Equal(1, one.Json.GetProperty("proofs").GetProperty("contacts").GetProperty("schools").GetInt32());
        Assert.DoesNotContain("FARSTA", one.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Districts_and_schools_come_with_whom_to_turn_to()
    {
        await using var world = await ApiWorld.StartAsync();

        var districts = (await world.Client().GetAsync("/api/v1/districts")).IsOk();
        var schools = (await world.Client().GetAsync("/api/v1/schools?q=berit")).IsOk();

        Assert.Equal([("BROMMA", 1), ("FARSTA", 1)], districts.Items.Select(d => (d.GetProperty("code").GetString()!, d.GetProperty("schools").GetInt32())));
        var school = Assert.Single(schools.Items);
        Assert.Equal(("98000001", "untold", false), (school.GetProperty("school").GetString(), school.GetProperty("state").GetString(), school.GetProperty("told").GetBoolean()));
        Assert.Equal("berit", school.GetProperty("contacts")[0].GetProperty("contact").GetString());
        Assert.Equal("primary", school.GetProperty("contacts")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_school_has_its_contact_what_it_was_told_and_who_it_was_on_a_day()
    {
        await using var world = await ApiWorld.StartAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.RunAsync();

        var now = (await world.Client().GetAsync("/api/v1/schools/98000001/contacts")).IsOk().Json;
        var then = (await world.Client().GetAsync("/api/v1/schools/98000001/contacts?on=2026-03-01")).IsOk().Json;

        Assert.Equal(("2026-03-02", "berit"), (now.GetProperty("at").GetString(), now.GetProperty("contacts")[0].GetProperty("contact").GetString()));
        var told = now.GetProperty("told")[0];
        Assert.Equal(("mail", true, false), (told.GetProperty("by").GetString(), told.GetProperty("isTold").GetBoolean(), told.GetProperty("isConfirmed").GetBoolean()));
        Assert.Equal("2026-03-02T10:20:00+01:00", told.GetProperty("at").GetString());
        Assert.Equal((await world.MailAsync()).ToString(), told.GetProperty("notification").GetString());
        Assert.Equal("anna", then.GetProperty("contacts")[0].GetProperty("contact").GetString());
        Assert.Equal(0, then.GetProperty("told").GetArrayLength());
    }

    [Fact]
    public async Task A_mail_is_shown_with_its_history_and_without_the_link_by_which_the_school_answers()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var id = await world.MailAsync();

        var mail = (await world.Client().GetAsync($"/api/v1/notifications/{id}")).IsOk();

        Assert.Equal(["queued", "sending", "accepted"], mail.Json.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("state").GetString()));
        Assert.Equal("2026-03-02T10:20:00+01:00", mail.Json.GetProperty("sentAt").GetString());
        Assert.Contains("/r/***", mail.Json.GetProperty("mail").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(world.LinkOfLastMail()[3..], mail.Body, StringComparison.Ordinal);
        Assert.Equal(mail.Json.GetProperty("title").GetString(), mail.Json.GetProperty("mail").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Mails_are_found_by_district_school_kind_state_text_and_day()
    {
        await using var world = await ApiWorld.StartAsync();
        var id = (await world.MailAsync()).ToString();

        foreach (var query in new[]
        {
            "district=BROMMA", "school=98000001", "district=BROMMA&kind=contact-changed", "state=queued&q=98000001", "since=2026-03-02&until=2026-03-02&school=98000001", $"q={id}",
        })
        {
            var found = (await world.Client().GetAsync("/api/v1/notifications?" + query)).IsOk();
            Assert.Contains(id, found.Items.Select(m => m.GetProperty("id").GetString()));
            Assert.All(found.Items, m => Assert.Equal("BROMMA", m.GetProperty("district").GetString()));
        }

        foreach (var query in new[] { "district=NOWHERE", "school=98000009&district=BROMMA", "kind=material-published", "state=sending", "until=2026-03-01", "since=2026-03-03", "q=nobody" })
        {
            Assert.Empty((await world.Client().GetAsync("/api/v1/notifications?" + query)).IsOk().Items);
        }
    }

    [Fact]
    public async Task A_mail_is_held_released_cancelled_and_queued_again_and_the_history_says_by_whom()
    {
        await using var world = await ApiWorld.StartAsync();
        var (client, path) = (world.Client(ApiWorld.CityKey), $"/api/v1/notifications/{await world.MailAsync()}");

        foreach (var (verb, state) in new[] { ("hold", "held"), ("release", "queued"), ("now", "queued"), ("cancel", "cancelled"), ("retry", "queued") })
        {
            Assert.Equal(state, (await client.PostAsync($"{path}/{verb}", verb == "hold" ? "{}" : "")).IsOk().Json.GetProperty("state").GetString());
        }

        Assert.Equal(["deliver", "deliver", "deliver"], world.Waker.Woken);
        (await client.PostAsync(path + "/release")).IsProblem(System.Net.HttpStatusCode.Conflict);
        var details = (await client.GetAsync(path)).Json.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("detail").GetString()!).ToList();
        Assert.All(["held", "released", "cancelled"], word => Assert.Contains($"{word} by api key city", details));
    }

    [Fact]
    public async Task What_was_done_and_what_was_refused_stands_in_the_audit_trail()
    {
        await using var world = await ApiWorld.StartAsync();
        var (client, path) = (world.Client(ApiWorld.CityKey), $"/api/v1/notifications/{await world.MailAsync()}");
        await client.PostAsync(path + "/hold");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.PostAsync(path + "/hold");

        var trail = (await client.GetAsync("/api/v1/audit?month=2026-03")).IsOk();

        Assert.Equal(["done", "refused"], trail.Items.Select(r => r.GetProperty("outcome").GetString()));
        Assert.All(trail.Items, r => Assert.Equal(
            ("api key city", "notification.act", path + "/hold", "BROMMA"),
            (r.GetProperty("who").GetString(), r.GetProperty("action").GetString(), r.GetProperty("path").GetString(), r.GetProperty("district").GetString())));
        Assert.Empty((await client.GetAsync("/api/v1/audit?month=2026-02")).IsOk().Items);
    }

    [Fact]
    public async Task Agreements_forums_follow_ups_calls_and_jobs_are_listed()
    {
        await using var world = await WebWorld.StartAsync(now: "2026-03-02T08:00");
        await world.ImportAsync(World.Agreements.Bromma("2026-02-20").Forum("F", f => f with { Title = "Forum i Bromma" }).ChangeSchool("98000001", s => s with { Email = null, PrincipalEmail = null }));
        await world.RunAsync();
        var client = world.Client();

        var agreement = Assert.Single((await client.GetAsync("/api/v1/agreements?state=overdue")).IsOk().Items);
        Assert.Equal(("A", 10), (agreement.GetProperty("id").GetString(), agreement.GetProperty("overdueDays").GetInt32()));
        Assert.Equal("Forum i Bromma", Assert.Single((await client.GetAsync("/api/v1/forums")).IsOk().Items).GetProperty("title").GetString());
        Assert.Equal(world.Get<Core.Jobs.ISchedule>().Rows.Select(r => r.Job), (await client.GetAsync("/api/v1/jobs")).IsOk().Items.Select(j => j.GetProperty("job").GetString()!));
        Assert.Empty((await client.GetAsync("/api/v1/calls?state=done")).IsOk().Items);
        Assert.Empty((await client.GetAsync("/api/v1/agreements?state=in-time")).IsOk().Items);
        Assert.Empty((await client.GetAsync("/api/v1/followups")).IsOk().Items);
        Assert.Empty((await client.GetAsync("/api/v1/materials")).IsOk().Items);
    }

    private static int Queued(JsonElement status) => status.GetProperty("notifications").GetProperty("queued").GetInt32();
}
