using System.Net;
using System.Text;
using Notify.Core.Audit;
using Notify.Core.Importing;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Notify.Testing.Store;
using Notify.Web.Access;
using Notify.Web.Importing;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Importing;

public sealed class ImportPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_sent_looked_at_applied_and_taken_back_without_script()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta());
        await world.RunAsync();
        var browser = world.Browser();
        var sent = await browser.SendFilesAsync(Files.Of(Cities.BrommaAndFarsta(changed: true), "assignments"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var draft = await browser.FollowAsync(sent);
        Assert.Contains("Granska innan du importerar", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Ändrad kontakt: 1", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Blir som det är", draft.Text, StringComparison.Ordinal);
        var applied = await browser.FollowAsync(await browser.PressAsync(draft, "apply"));
        Assert.Contains("Importen är gjord", applied.Text, StringComparison.Ordinal);
        Assert.NotNull(applied.Document.QuerySelector("a[href='/contacts?district=FARSTA']"));
        Assert.Contains("contacts", world.Waker.Woken);
        Assert.Equal("disa", (await HoldersAsync(world))["FARSTA"]);

        var again = await browser.FollowAsync(await browser.PressAsync(draft, "apply"));
        Assert.Contains("Det här var redan gjort", again.Text, StringComparison.Ordinal);
        var undo = await browser.FollowAsync(await browser.PressAsync(await browser.GetAsync("/import"), "undo"));
        Assert.Contains("Mejl som redan har gått tas inte tillbaka", undo.Text, StringComparison.Ordinal);
        Assert.Contains("Importen är ångrad", (await browser.FollowAsync(await browser.PressAsync(undo, "apply"))).Text, StringComparison.Ordinal);
        Assert.Equal("cecilia", (await HoldersAsync(world))["FARSTA"]);
    }

    [Fact]
    public async Task Every_error_stands_in_its_cell_in_the_readers_language()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        var browser = world.Browser();
        var csv = "distrikt_x;district;school;contact;role\nx;BROMMA;98000001;<b>nobody</b>;primary\nx;BROMMA;98000001;anna;chef\n";
        var page = await browser.SendFilesAsync(("assignments.csv", Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("2 fel hittades. Inget har ändrats.", page.Text, StringComparison.Ordinal);
        var wrong = page.Document.QuerySelectorAll("td.wrong");
        Assert.Equal(["<b>nobody</b>", "chef"], wrong.Select(w => w.QuerySelector(".value")!.TextContent));
        Assert.Contains("I registret finns inte kontakten", wrong[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Skriv ett av orden: primary/ordinarie", wrong[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "3"], page.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent.Replace("Rad", "", StringComparison.Ordinal).Trim()));
        Assert.Equal("98000001", wrong[0].ParentElement!.Children[3].QuerySelector(".value")!.TextContent);
        Assert.Contains("distrikt_x", page.Text, StringComparison.Ordinal);
        var english = await browser.SendFilesAsync("/import?lang=en", ("assignments.csv", Encoding.UTF8.GetBytes(csv)));
        Assert.Contains("There is no contact '<b>nobody</b>' in the register", english.Text, StringComparison.Ordinal);
        Assert.Empty(await Keys(world, "draft"));
    }

    [Fact]
    public async Task Errors_beyond_the_first_two_hundred_are_counted()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        var rows = string.Concat(Enumerable.Range(1, 250).Select(n => $"k{n};BROMMA;N;person;inte en adress\n"));
        var page = await world.Browser().SendFilesAsync(("contacts.csv", Encoding.UTF8.GetBytes("id;district;name;kind;email\n" + rows)));
        Assert.Equal(200, page.Document.QuerySelectorAll("td.wrong").Length + page.Document.QuerySelectorAll("section[aria-labelledby=file-0] .issues li").Length);
        Assert.Contains("51 fel till finns i filen", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_is_taken_out_and_put_back_unchanged()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var browser = world.Browser();
        var workbook = await browser.BytesAsync("/import/register.xlsx");
        Assert.Contains("Registret säger redan precis detta", (await browser.FollowAsync(await browser.SendFilesAsync(("register.xlsx", workbook)))).Text, StringComparison.Ordinal);
        var csv = await browser.BytesAsync("/import/register/assignments.csv");
        var draft = await browser.FollowAsync(await browser.SendFilesAsync(("assignments.csv", csv)));
        Assert.Null(draft.Document.QuerySelector("button[value=apply]"));
        Assert.Contains("Utkastet är kastat", (await browser.FollowAsync(await browser.PressAsync(draft, "discard"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/import/register/secrets.csv")).Status);
    }

    [Fact]
    public async Task The_guard_asks_beside_its_box()
    {
        await using var world = await WebWorld.StartAsync();
        var city = Cities.Bromma().School("98000002").Assign("anna").School("98000003").Assign("anna");
        await world.ImportAsync(city);
        var browser = world.Browser();
        var draft = await browser.FollowAsync(await browser.SendFilesAsync(Files.Of(city.WithoutSchool("98000002").WithoutSchool("98000003"), "schools", "assignments")));
        Assert.Contains("BROMMA skulle förlora 2 av 3 skolor", draft.Text, StringComparison.Ordinal);
        var held = await browser.PressAsync(draft, "apply");
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Equal("allow-error", held.Document.QuerySelector("#allow[aria-invalid=true]")!.GetAttribute("aria-describedby"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PressAsync(held, "apply", ("allow", "yes"))).Status);
    }

    [Fact]
    public async Task A_register_that_changed_meanwhile_is_shown_anew()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var browser = world.Browser();
        var draft = await browser.FollowAsync(await browser.SendFilesAsync(Files.Of(Cities.BrommaAndFarsta(changed: true), "assignments")));
        await world.ImportAsync(Cities.BrommaAndFarsta().Replace("anna", "berit"));
        var page = await browser.FollowAsync(await browser.PressAsync(draft, "apply"));
        Assert.Contains("registret hade ändrats sedan du tittade", page.Text, StringComparison.Ordinal);
        Assert.Equal("berit", (await HoldersAsync(world))["BROMMA"]);
        Assert.Contains("2 stadsdelar ändras", page.Text, StringComparison.Ordinal);
        var other = await browser.FollowAsync(await browser.SendFilesAsync(Files.Of(Cities.BrommaAndFarsta(), "assignments")));
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var stale = await browser.GetAsync(other.Document.QuerySelector("main form")!.GetAttribute("action")!);
        Assert.Null(stale.Document.QuerySelector("button[value=apply]"));
        Assert.Contains("Registret säger redan precis detta", (await browser.FollowAsync(await browser.PressAsync(stale, "look"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_district_is_restored_to_an_earlier_version()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta());
        await world.ImportAsync(Cities.BrommaAndFarsta(changed: true).Replace("anna", "berit"));
        var browser = world.Browser();
        var versions = await browser.GetAsync("/import/versions?district=FARSTA");
        var form = versions.Document.QuerySelector("form:has(button[value='1'])")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        fields["version"] = "1";
        var draft = await browser.FollowAsync(await browser.PostAsync(form.GetAttribute("action")!, fields));
        await browser.PressAsync(draft, "apply");
        Assert.Equal(("berit", "cecilia"), ((await HoldersAsync(world))["BROMMA"], (await HoldersAsync(world))["FARSTA"]));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/import/versions?district=NONE")).Status);
    }

    [Fact]
    public async Task What_is_done_stands_in_the_trail_and_in_the_history_with_who_did_it()
    {
        await using var world = await WebWorld.StartAsync(portal: new PortalOptions { Auth = PortalOptions.Platform });
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var browser = new Browser(world.Server, new("http://localhost:5080")) { Principal = Browser.PrincipalOf(ClientPrincipal.Coordinator) };
        var draft = await browser.FollowAsync(await browser.SendFilesAsync(Files.Of(Cities.BrommaAndFarsta(changed: true), "assignments")));
        await browser.PressAsync(draft, "apply");
        Assert.Contains("Å: assignments.csv", (await browser.GetAsync("/import")).Text, StringComparison.Ordinal);
        var rows = await Keys(world, "audit");
        Assert.True(rows.Count >= 2);
    }

    [Fact]
    public async Task Who_may_not_act_for_the_whole_city_is_refused()
    {
        await using var world = await WebWorld.StartAsync(portal: new PortalOptions { Auth = PortalOptions.Platform });
        var reader = new Browser(world.Server, new("http://localhost:5080")) { Principal = Browser.PrincipalOf(ClientPrincipal.Reader) };
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/import")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendFilesAsync(("schools.csv", "code"u8.ToArray()))).Status);
    }

    [Fact]
    public async Task The_pages_of_a_draft_read_no_more_than_they_show()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await WebWorld.StartAsync(store);
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var browser = world.Browser();
        var sent = await browser.SendFilesAsync(Files.Of(Cities.BrommaAndFarsta(changed: true), "assignments"));
        await browser.FollowAsync(sent);
        store.Reset();
        await browser.FollowAsync(sent);
        Assert.Equal((0, 5), (store.Commits, store.Reads));
        store.Reset();
        await browser.GetAsync(sent.Response.Headers.Location! + "/changes/assignments");
        Assert.Equal((0, 3), (store.Commits, store.Reads));
        store.Reset();
        await browser.GetAsync("/import");
        Assert.Equal((0, 4), (store.Commits, store.Reads));
    }

    [Fact]
    public async Task Long_lists_are_shown_page_by_page()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        var many = Enumerable.Range(100, 60).Aggregate(Cities.Bromma(), (city, n) => city.School($"98000{n}"));
        var browser = world.Browser();
        var sent = await browser.SendFilesAsync(Files.Of(many, "schools"));
        Assert.Contains("60 nya", (await browser.FollowAsync(sent)).Text, StringComparison.Ordinal);
        var third = await browser.GetAsync(sent.Response.Headers.Location! + "/changes/schools?page=3");
        Assert.Equal(10, third.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Null(third.Document.QuerySelector("a[rel=next]"));
        Assert.NotNull(third.Document.QuerySelector("a[rel=prev]"));
    }

    private static async Task<Dictionary<string, string>> HoldersAsync(WebWorld world) =>
        (await world.Get<RegisterStore>().ContentAsync(Ct)).Assignments!.ToDictionary(a => a.District.ToString(), a => a.Contact);

    private static async Task<List<string>> Keys(WebWorld world, string prefix) =>
        await world.Get<Notify.Core.Store.IRecordStore>().ScanAsync(Notify.Core.Store.Partitions.System, prefix, Ct).Select(r => r.Key).ToListAsync(Ct);
}
