using System.Net;
using Notify.Core.Forums;
using Notify.Core.Register;
using Notify.Testing.Register;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;
using City = Notify.Web.Tests.World.Forums;

namespace Notify.Web.Tests.Forums;

/// <summary>The list of forums, the page of one, and the form on which attendance is recorded.</summary>
public sealed class ForumPagesTests
{
    private static readonly RegisterBuilder WithGuest = City.Bromma().School("98000003", s => s with { SchoolType = SchoolType.Preschool, Name = "<b>Förskolan</b>" });

    [Fact]
    public async Task The_list_shows_each_forum_with_its_answers_and_filters_by_its_address()
    {
        await using var world = await City.InvitedAsync();
        await AnswerAsync(world);

        var page = await world.Browser().GetAsync("/forums");

        Assert.Contains("2 inbjudna: 1 ja, 0 nej, 0 vet inte, 1 utan svar", page.Text);
        Assert.Contains("Inbjudan har gått", page.Text);
        Assert.Contains("Lokalt forum i Bromma", (await world.Browser().GetAsync("/forums?district=BROMMA&kind=local&term=2026-VT&state=invited")).Text);
        Assert.Contains("Inga forum passar in", (await world.Browser().GetAsync("/forums?state=held")).Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync("/forums?term=<b>")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().GetAsync("/forums?kind=party")).Status);
    }

    [Fact]
    public async Task The_page_of_a_forum_shows_who_comes_with_names_and_message_as_text_and_the_mails_about_it()
    {
        await using var world = await City.InvitedAsync();
        await AnswerAsync(world, "Eva <script>", "=1+1");

        var page = await world.Browser().GetAsync(await PathAsync(world));

        Assert.Contains("Ja, 1: Eva <script>", page.Text);
        Assert.Contains("=1+1", page.Text);
        Assert.Contains("Har inte svarat", page.Text);
        Assert.Contains("Inbjudan till forum", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        Assert.Empty(page.Document.QuerySelectorAll("form.attendance"));
    }

    [Fact]
    public async Task Attendance_is_ticked_saved_and_can_be_changed()
    {
        await using var world = await HeldAsync();
        var browser = world.Browser();
        var page = await browser.GetAsync(await PathAsync(world));

        var saved = await browser.PressAsync(page, "record", ("came", "98000002"), ("persons-98000002", "3"), ("persons-98000001", "2"));
        var shown = await browser.FollowAsync(saved);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Contains("Deltagandet är sparat.", shown.Text);
        Assert.Equal((false, null), Attended(await world.InviteeAsync()));
        Assert.Equal((true, 3), Attended(await world.InviteeAsync("98000002")));
        Assert.Equal("portal", (await world.InviteeAsync()).Attendance!.By);
        Assert.Equal(["forums"], world.Waker.Woken);

        await browser.PressAsync(shown, "record", ("came", "98000001"));
        Assert.Equal((true, null), Attended(await world.InviteeAsync()));
        Assert.Equal((false, null), Attended(await world.InviteeAsync("98000002")));
    }

    [Fact]
    public async Task A_school_that_was_not_invited_can_have_come_all_the_same()
    {
        await using var world = await HeldAsync();
        var browser = world.Browser();

        var page = await browser.GetAsync(await PathAsync(world));
        Assert.Contains("<b>Förskolan</b>", page.Document.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync(page, "record", ("came", "98000003"));

        var guest = await world.InviteeAsync("98000003");
        Assert.Equal((true, null, Provider.Municipal), (guest.Attendance!.Attended, guest.InvitedAt, guest.Provider!.Value));
        Assert.Contains("0 av 2 (0 %)", (await browser.GetAsync("/forums")).Text);
    }

    [Theory]
    [InlineData("came", "99999999")]
    [InlineData("came", "<script>")]
    [InlineData("persons-98000001", "0")]
    [InlineData("persons-98000001", "=2+3")]
    [InlineData("persons-98000001", "10001")]
    public async Task What_cannot_be_is_refused_and_nothing_is_saved(string field, string value)
    {
        await using var world = await HeldAsync();
        var browser = world.Browser();

        var posted = await browser.PressAsync(await browser.GetAsync(await PathAsync(world)), "record", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Null((await world.InviteeAsync()).Attendance);
        Assert.Empty(posted.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Nothing_is_saved_before_the_forum_without_the_forms_token_or_for_a_forum_elsewhere()
    {
        await using var world = await HeldAsync();
        var browser = world.Browser();
        var path = await PathAsync(world);
        var page = await browser.GetAsync(path);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.BadRequest, (await world.Browser().PostAsync(path, new Dictionary<string, string> { ["came"] = "98000001", ["do"] = "record" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path.Replace("BROMMA", "SOLNA", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/forums/BROMMA/nosuchforum")).Status);

        await world.ImportAsync(WithGuest.ChangeForum("F", f => f with { Status = ForumStatus.Cancelled }));
        await world.RunAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PressAsync(page, "record", ("came", "98000001"))).Status);
        Assert.Null((await world.InviteeAsync()).Attendance);
    }

    [Fact]
    public async Task A_reader_may_look_and_not_save()
    {
        await using var world = await WebWorld.StartAsync(portal: new PortalOptions { Auth = PortalOptions.Platform });
        await world.ImportAsync(City.Bromma());
        await world.RunAsync();
        world.Clock.SetUtcNow(new(2026, 4, 1, 15, 0, 0, TimeSpan.Zero));
        var reader = new Browser(world.Server, new Uri("http://localhost:5080")) { Principal = Browser.PrincipalOf(ClientPrincipal.Reader) };

        var page = await reader.GetAsync(await PathAsync(world));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PressAsync(page, "record", ("came", "98000001"))).Status);
    }

    private static async Task<WebWorld> HeldAsync()
    {
        var world = await WebWorld.StartAsync();
        await world.ImportAsync(WithGuest);
        await world.RunAsync();
        world.Clock.SetUtcNow(new(2026, 4, 1, 15, 0, 0, TimeSpan.Zero));
        return world;
    }

    private static async Task AnswerAsync(WebWorld world, string names = "Eva", string message = "")
    {
        var browser = world.Browser();
        await browser.PressAsync(await browser.GetAsync(world.ForumLink()), "answer", ("answer", "yes"), ("names", names), ("message", message));
    }

    private static async Task<string> PathAsync(WebWorld world) =>
        Notify.Web.Forums.ForumsEndpoints.PathOf(DistrictCode.Parse("BROMMA"), (await world.InviteeAsync()).Forum);

    private static (bool, int?) Attended(InviteeState invitee) => (invitee.Attendance!.Attended, invitee.Attendance.Persons);
}
