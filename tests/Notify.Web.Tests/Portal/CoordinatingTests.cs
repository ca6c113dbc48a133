using System.Net;
using Notify.Core.Audit;
using Notify.Core.Notifications;
using Notify.Core.Overview;
using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Access;
using Notify.Web.Layout;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Portal;

/// <summary>What coordinators do from the overview, and the lists as files.</summary>
public sealed class CoordinatingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_of_the_call_list_is_noted_ticked_off_and_put_back()
    {
        await using var world = await WithoutAddressAsync();
        var browser = world.Browser();

        var noted = await browser.FollowAsync(await browser.PressAsync(await browser.GetAsync("/"), "note", ("note", "<b>Ring</b> =1+1 efter tio")));
        Assert.Contains("Anteckningen är sparad.", noted.Text);
        Assert.Equal("<b>Ring</b> =1+1 efter tio", noted.Document.QuerySelector(".calls input[name=note]")!.GetAttribute("value"));

        var done = await browser.FollowAsync(await browser.PressAsync(noted, "done", ("note", "Ringt")));
        Assert.Contains("Raden är avbockad.", done.Text);
        Assert.Contains("Ingen att ringa just nu.", done.Text);

        var school = await browser.GetAsync("/contacts/BROMMA/98000001");
        Assert.Contains("Klart (portal)", school.Text);
        var again = await browser.FollowAsync(await browser.PressAsync(school, "reopen", ("note", "Ringt")));
        Assert.Contains("Raden ligger på listan igen.", again.Text);
        Assert.Equal(["call.settle", "call.settle", "call.settle"], (await world.Get<AuditTrail>().ReadAsync(new(2026, 3, 1), Ct)).Select(r => r.Action));
    }

    [Fact]
    public async Task A_line_that_is_not_there_or_a_note_that_is_too_long_changes_nothing()
    {
        await using var world = await WithoutAddressAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync("/");
        var path = page.Document.QuerySelector(".calls form")!.GetAttribute("action")!;
        var token = page.Document.QuerySelector(".calls input[name=form-token]")!.GetAttribute("value")!;

        foreach (var (at, note, button, status) in new[]
        {
            (path, new string('x', 501), "note", HttpStatusCode.BadRequest), (path, "", "party", HttpStatusCode.BadRequest),
            ("/calls/BROMMA/BROMMA-nobody", "", "done", HttpStatusCode.NotFound), ("/calls/BROMMA/%C3%A5", "", "done", HttpStatusCode.NotFound), ("/calls/b%20/x", "", "done", HttpStatusCode.NotFound),
        })
        {
            Assert.Equal(status, (await browser.PostAsync(at, new Dictionary<string, string> { ["form-token"] = token, ["do"] = button, ["note"] = note, ["from"] = "overview" })).Status);
        }

        Assert.Single((await world.Get<Glances>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!.Glance.Calls);
    }

    [Fact]
    public async Task A_mail_that_leaves_next_is_held_released_and_sent_now()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();
        var browser = world.Browser();

        var held = await browser.FollowAsync(await browser.PressAsync(OnlyFirst(await browser.GetAsync("/")), "hold"));
        Assert.Contains("Mejlet är pausat.", held.Text);
        Assert.Contains("Pausade mejl", held.Text);
        var id = NotificationId.Parse(held.Document.QuerySelector("section[aria-labelledby=held] li a")!.GetAttribute("href")!.Split('/')[^1]);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.RunAsync();
        Assert.Equal(NotificationState.Held, (await world.Get<NotificationReader>().FindAsync(id, Ct))!.State);

        await browser.FollowAsync(await browser.PressAsync(await browser.GetAsync($"/notifications/{id}"), "release"));
        var sent = await browser.FollowAsync(await browser.PressAsync(await browser.GetAsync($"/notifications/{id}"), "cancel"));
        Assert.Contains("Mejlet är stoppat", sent.Text);
        Assert.Contains("stoppat av portal", sent.Text);
        var again = await browser.FollowAsync(await browser.PressAsync(sent, "retry"));
        Assert.Contains("Mejlet är på väg igen.", again.Text);
        Assert.Contains("deliver", world.Waker.Woken);
    }

    [Fact]
    public async Task Send_now_sends_what_would_have_waited()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();
        var browser = world.Browser();
        var before = world.Transport.Calls.Count;

        var said = await browser.FollowAsync(await browser.PressAsync(OnlyFirst(await browser.GetAsync("/")), "now"));
        await world.RunAsync();

        Assert.Contains("Mejlet går i väg så snart det får", said.Text);
        Assert.Equal(before + 1, world.Transport.Calls.Count);
    }

    [Fact]
    public async Task Who_may_only_look_has_no_buttons_and_who_has_another_district_is_refused()
    {
        await using var world = await WithoutAddressAsync(new() { Auth = PortalOptions.Platform, DistrictRoles = ["Notify.Coordinator.East=FARSTA"] });
        var reader = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Reader") };
        var east = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator.East") };

        var page = await reader.GetAsync("/");
        Assert.Contains("Ingen e-postadress", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("form[method=post]"));
        var call = (await world.Get<Glances>().ReadAsync(DistrictCode.Parse("BROMMA"), Ct))!.Glance.Calls[0].Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await east.PostAsync($"/calls/BROMMA/{call}", new Dictionary<string, string>())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync($"/calls/BROMMA/{call}", new Dictionary<string, string>())).Status);
    }

    [Theory]
    [InlineData("/contacts.csv?q=Ängsskolan", "'=Ängsskolan;\"\"1\"\"")]
    [InlineData("/notifications.csv", "Ändrad kontakt")]
    [InlineData("/agreements.csv", "Överenskommelse")]
    [InlineData("/forums.csv", "Forum")]
    [InlineData("/materials.csv", "Version")]
    [InlineData("/followups.csv", "Stadsdel")]
    [InlineData("/audit.csv", "Vem")]
    public async Task A_list_is_a_file_that_a_spreadsheet_takes_for_text(string path, string has)
    {
        await using var world = await Cities.ToldOfBeritAsync();
        await world.ImportAsync(Cities.Bromma().ChangeSchool("98000001", s => s with { Name = "=Ängsskolan;\"1\"" }));

        var file = await world.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("text/csv; charset=utf-8", file.Response.Content.Headers.ContentType!.ToString());
        Assert.EndsWith(".csv", file.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await file.Response.Content.ReadAsByteArrayAsync(Ct))[..3]);
        Assert.Contains(has, file.Body);
    }

    [Fact]
    public async Task More_districts_than_anybody_reads_at_once_are_to_be_chosen_from_and_no_page_reads_them()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await WebWorld.StartAsync(store);
        var many = Enumerable.Range(1, DistrictList.MostAtOnce + 5).Aggregate(RegisterBuilder.City(), (city, n) => city
            .District($"D{n:D2}").School($"9800{n:D4}", s => s with { Name = $"Skola {n}" }).Contact($"k{n}").Assign($"k{n}"));
        await world.ImportAsync(many);
        await world.RunAsync();
        await world.Browser().GetAsync("/");

        foreach (var (path, most) in new[] { ("/", 4), ("/contacts", 1), ("/agreements", 1), ("/forums", 1), ("/materials", 1), ("/followups", 1), ("/notifications", 1) })
        {
            store.Reset();
            var page = await world.Browser().GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.InRange(store.Operations, 1, DistrictList.MostAtOnce + 5 + most);
            store.Reset();
            Assert.Equal(HttpStatusCode.OK, (await world.Browser().GetAsync($"{path}?district=D07")).Status);
            Assert.InRange(store.Operations, 1, DistrictList.MostAtOnce + 5 + 9);
        }

        Assert.Contains("Skola 30", (await world.Browser().GetAsync("/contacts?q=Skola 30")).Text);
        Assert.Contains("Välj en", (await world.Browser().GetAsync("/contacts")).Text);
    }

    /// <summary>Only the first mail of the list, so that its button is the only one of its kind.</summary>
    private static Page OnlyFirst(Page page)
    {
        foreach (var more in page.Document.QuerySelectorAll(".mails li").Skip(1))
        {
            more.Remove();
        }

        return page;
    }

    private static async Task<WebWorld> WithoutAddressAsync(PortalOptions? portal = null)
    {
        var world = await WebWorld.StartAsync(portal: portal);
        await world.ImportAsync(Cities.Bromma().ChangeSchool("98000001", s => s with { Email = null, PrincipalEmail = null }));
        await world.RunAsync();
        return world;
    }
}
