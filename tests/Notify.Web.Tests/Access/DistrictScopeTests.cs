using System.Net;
using System.Text;
using Notify.Core.Audit;
using Notify.Core.Notifications;
using Notify.Core.Register;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Access;

/// <summary>Whose roles are limited to some districts, and the trail of what people do.</summary>
public sealed class DistrictScopeTests
{
    private static readonly PortalOptions Limited = new()
    {
        Auth = PortalOptions.Platform,
        DistrictRoles = ["Notify.Coordinator.West=BROMMA", "Notify.Reader.East=FARSTA|ENSKEDE"],
    };

    [Fact]
    public void Roles_that_cannot_be_read_are_named_all_at_once()
    {
        var options = new PortalOptions { DistrictRoles = ["West=BROMMA", "Notify.Reader.East", "Notify.Reader.East=Å", "Notify.Reader.East=", "Notify.Coordinator=BROMMA"] };

        Assert.Equal(4, options.Validate().Count());
    }

    [Theory]
    [InlineData("Notify.Coordinator.West", "BROMMA", "BROMMA")]
    [InlineData("Notify.Reader.East", "ENSKEDE,FARSTA", "")]
    [InlineData("Notify.Reader.North", "", "")]
    [InlineData("Notify.Readers", "", "")]
    [InlineData("Notify.Reader", "*", "")]
    [InlineData("Notify.Coordinator", "*", "*")]
    [InlineData("Notify.Reader,Notify.Coordinator.West", "*", "BROMMA")]
    [InlineData("Notify.Reader.East,Notify.Coordinator.West", "BROMMA,ENSKEDE,FARSTA", "BROMMA")]
    public void Roles_add_up_to_what_a_person_may_see_and_change(string roles, string reads, string acts)
    {
        var user = PortalUser.Of(new("Eva", roles.Split(',').ToHashSet()), Limited);

        Assert.Equal(reads, Show(user.Reads));
        Assert.Equal(acts, Show(user.Acts));
    }

    [Fact]
    public async Task Who_has_one_district_sees_that_one_alone_in_every_list_and_nothing_of_another()
    {
        await using var world = await StartAsync();
        var west = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator.West") };
        var mail = await FirstMailAsync(world, "FARSTA");

        foreach (var path in new[] { "/", "/contacts", "/notifications", "/materials" })
        {
            var page = await west.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(path != "/materials", page.Html.Contains("Bromma", StringComparison.Ordinal));
            Assert.DoesNotContain("Farsta", page.Html);
            Assert.Equal(HttpStatusCode.Forbidden, (await west.GetAsync(path + "?district=FARSTA")).Status);
        }

        foreach (var path in new[] { "/contacts/FARSTA/98000009", $"/notifications/{mail}", $"/notifications/{mail}/html", "/followups/city/2026-VT/abc", "/contacts?district=BROMMA&district=FARSTA" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await west.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Who_has_some_districts_runs_no_job_of_the_whole_municipality()
    {
        await using var world = await StartAsync();
        var west = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator.West") };
        var all = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator") };

        Assert.Equal(HttpStatusCode.Forbidden, (await west.PostAsync("/jobs", new Dictionary<string, string> { ["do"] = "contacts" })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await all.PressAsync(await all.GetAsync("/jobs"), "contacts")).Status);
        Assert.Equal(["contacts"], world.Waker.Woken);
    }

    [Fact]
    public async Task What_somebody_does_leaves_a_row_with_who_and_what_came_of_it_and_a_refused_form_none()
    {
        await using var world = await StartAsync();
        var browser = new Browser(world.Server, new("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator") };

        await browser.PressAsync(await browser.GetAsync("/jobs"), "contacts");
        await browser.PostAsync("/jobs", new Dictionary<string, string> { ["do"] = "contacts" });
        await browser.PressAsync(await browser.GetAsync("/jobs"), "contacts", ("do", "nonsense"));

        var rows = await world.Get<AuditTrail>().ReadAsync(new(2026, 3, 1), TestContext.Current.CancellationToken);
        Assert.Equal([AuditOutcome.Refused, AuditOutcome.Done], rows.Select(r => r.Outcome).Order(Comparer<AuditOutcome>.Create((a, b) => b.CompareTo(a))));
        Assert.All(rows, r => Assert.Equal(("Å", "job.run", "/jobs"), (r.Who, r.Action, r.Path)));
        Assert.Contains("contacts", rows.Select(r => r.Detail));
    }

    private static string Show(DistrictScope scope) => scope.Only is { } only ? string.Join(',', only.Select(d => d.ToString()).Order()) : "*";

    private static async Task<WebWorld> StartAsync()
    {
        var world = await WebWorld.StartAsync(portal: Limited);
        await world.ImportAsync(Cities.BrommaAndFarsta());
        await world.RunAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta(changed: true));
        await world.RunAsync();
        return world;
    }

    private static async Task<NotificationId> FirstMailAsync(WebWorld world, string district)
    {
        await foreach (var mail in world.Get<NotificationReader>().RecentAsync(DistrictCode.Parse(district), TestContext.Current.CancellationToken))
        {
            return mail.Id;
        }

        throw new InvalidOperationException("There is no mail to look at.");
    }
}
