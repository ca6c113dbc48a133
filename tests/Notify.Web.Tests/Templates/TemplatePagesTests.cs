using System.Net;
using Notify.Core.Audit;
using Notify.Core.Templates;
using Notify.Testing.Store;
using Notify.Web.Access;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Templates;

/// <summary>The texts of mails in the portal: looked at, replaced, taken back.</summary>
public sealed class TemplatePagesTests
{
    private const string One = "/templates/contact-changed/sv";
    private static readonly string Ours = new BuiltInTemplates().Of("contact-changed", "sv").Source.Text;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_stands_in_the_list_in_both_languages_with_what_it_is_for_and_leads_to_its_page()
    {
        await using var world = await WebWorld.StartAsync();
        foreach (var language in new[] { "sv", "en" })
        {
            var page = await world.Browser().GetAsync($"/templates?lang={language}");
            var links = page.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).ToList();

            Assert.Equal(new BuiltInTemplates().Kinds.SelectMany(k => new[] { $"/templates/{k}/en?lang={language}", $"/templates/{k}/sv?lang={language}" }).Order(), links.Order());
            Assert.All(page.Document.QuerySelectorAll("tbody .does"), d => Assert.NotEqual("", d.TextContent.Trim()));
            Assert.All(page.Document.QuerySelectorAll("tbody strong"), k => Assert.DoesNotMatch("^[a-z-]+$", k.TextContent));
        }
    }

    [Fact]
    public async Task Every_kind_can_be_looked_at_in_both_languages_without_a_link_that_works()
    {
        await using var world = await WebWorld.StartAsync();
        foreach (var path in new BuiltInTemplates().Kinds.SelectMany(k => new[] { $"/templates/{k}/sv", $"/templates/{k}/en" }))
        {
            var (page, mail) = (await world.Browser().GetAsync(path), await world.Browser().GetAsync(path + "/html"));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.Status, mail.Status));
            Assert.Equal(2, page.Document.QuerySelectorAll($"iframe[sandbox=''][src^='{path}/html']").Length);
            Assert.DoesNotContain("/r/CfDJ8", mail.Html + page.Document.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("sandbox", mail.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/templates/no-such/sv")]
    [InlineData("/templates/contact-changed/fi")]
    [InlineData(One + "?version=aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData(One + "?version=%3Cscript%3E")]
    [InlineData(One + "?mail=BROMMA-aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData(One + "?mail=..%2F..")]
    [InlineData("/templates/no-such/sv/edit")]
    [InlineData("/templates/no-such/sv/html")]
    public async Task What_there_is_not_is_not_found(string path)
    {
        await using var world = await WebWorld.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(path)).Status);
    }

    [Fact]
    public async Task Looking_at_every_page_changes_nothing()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await Cities.ToldOfBeritAsync(store);
        var mail = world.Transport.Calls.Last(m => m.Kind == "contact-changed").Id;

        // What is known of a district at a glance is kept by whoever looks first.
        await world.Browser().GetAsync("/");
        store.Reset();

        foreach (var path in new[] { "/templates", One, One + "?real=list", $"{One}?mail={mail}", $"{One}/html?mail={mail}", One + "?version=ours" })
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Browser().GetAsync(path)).Status);
        }

        Assert.Equal(0, store.Commits);
    }

    [Fact]
    public async Task The_list_costs_two_reads_and_a_page_four_at_most()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await WebWorld.StartAsync(store);
        await world.Browser().GetAsync(One + "/edit");
        store.Reset();
        await world.Browser().GetAsync("/templates");
        Assert.Equal(2, store.Operations);

        store.Reset();
        await world.Browser().GetAsync(One);
        Assert.InRange(store.Operations, 1, 4);
    }

    [Fact]
    public async Task A_text_can_be_looked_at_with_the_values_of_a_real_mail_but_not_with_its_link()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var token = world.LinkOfLastMail();
        var browser = world.Browser();

        var choice = (await browser.GetAsync(One + "?real=list")).Document.QuerySelector("a[href*='mail=BROMMA']")!.GetAttribute("href")!;
        var page = await browser.GetAsync(choice);
        var mail = await browser.GetAsync(page.Document.QuerySelector("iframe")!.GetAttribute("src")!);

        Assert.Contains("Berit", page.Document.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Berit", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..20], page.Html + mail.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(choice.Replace("contact-changed", "contact-fallback", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_preview_shows_the_mail_keeps_the_text_and_stores_nothing()
    {
        var store = new CountingRecordStore(new InMemoryRecordStore());
        await using var world = await WebWorld.StartAsync(store);
        var browser = world.Browser();
        var text = Ours.Replace("Hej! Från", "God morgon <b>! Från", StringComparison.Ordinal);
        var edit = await browser.GetAsync(One + "/edit");
        store.Reset();

        var page = await PostAsync(browser, edit, "/preview", text);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(text, page.Document.QuerySelector("textarea")!.TextContent);
        Assert.StartsWith("God morgon <b>!", page.Document.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
        var frames = page.Document.QuerySelectorAll("iframe[sandbox='']");
        Assert.Equal(2, frames.Length);
        Assert.All(frames, f => Assert.Contains("God morgon &lt;b&gt;!", f.GetAttribute("srcdoc"), StringComparison.Ordinal));
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("style-src 'self' 'unsafe-hashes' 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal(0, store.Commits);
    }

    [Fact]
    public async Task A_saved_text_is_in_use_at_once_and_ours_is_taken_back_by_a_button_each_with_a_row_in_the_trail()
    {
        await using var world = await WebWorld.StartAsync();
        var browser = world.Browser();
        var saved = await PostAsync(browser, await browser.GetAsync(One + "/edit"), "/edit", Greeting("God morgon!"), ("note", "Vår ton"));
        var page = await browser.FollowAsync(saved);

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.StartsWith("God morgon!", page.Document.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".notice.good[role=status]"));
        Assert.Contains("Vår ton", page.Document.QuerySelector("#history")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var form = page.Document.QuerySelectorAll("form").Single(f => f.QuerySelector("button[name=version]")?.GetAttribute("value") == "");
        var back = await PostAsync(browser, page, "/revert", null, ("version", ""), ("revision", form.QuerySelector("input[name=revision]")!.GetAttribute("value")!));

        Assert.StartsWith("Hej!", (await browser.FollowAsync(back)).Document.QuerySelector("pre.mail")!.TextContent, StringComparison.Ordinal);
        var trail = await world.Get<AuditTrail>().ReadAsync(DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime), Ct);
        Assert.Equal([("template.revert", AuditOutcome.Done), ("template.save", AuditOutcome.Done)], trail.Select(r => (r.Action, r.Outcome)).Order());
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_keeps_the_text_and_can_save_it_knowingly()
    {
        await using var world = await WebWorld.StartAsync();
        var (eva, bo) = (world.Browser(), world.Browser());
        var (first, second) = (await eva.GetAsync(One + "/edit"), await bo.GetAsync(One + "/edit"));
        await PostAsync(eva, first, "/edit", Greeting("Ett!"));

        var told = await PostAsync(bo, second, "/edit", Greeting("Två!"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Två!", told.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ett!", told.Document.QuerySelector("pre.source")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(bo, told, "/edit", Greeting("Två!"))).Status);
    }

    public static TheoryData<string> Hostile() =>
    [
        "", "Subject: <script>alert(1)</script>", Ours + "\n<script>alert(1)</script>{{ nothing }}", Ours + "\n=cmd|' /C calc'!A0 {{ x", Ours + "\n\u202Efdp.exe",
        Ours + "\n{% for i in (1..1000000000) %}x{% endfor %}", Ours + "\n{% include \"/etc/passwd\" %}", Ours + "\n\n[a](javascript:alert(1))",
        Ours + "\n" + new string('>', 9_000), Ours + "\n\n</textarea><img src=x onerror=alert(1)>\n\n    kod", new string('å', 39_000),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_text_is_refused_in_words_shown_as_text_and_stored_nowhere(string text)
    {
        await using var world = await WebWorld.StartAsync();
        var browser = world.Browser();
        var edit = await browser.GetAsync(One + "/edit");

        var page = await PostAsync(browser, edit, "/edit", text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.Document.QuerySelectorAll("#faults li"));
        Assert.Equal("text-hint faults", page.Document.QuerySelector("textarea[aria-invalid=true]")!.GetAttribute("aria-describedby"));
        Assert.Empty(page.Document.QuerySelectorAll("script, img, main a[href^=javascript]"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(browser, edit, "/preview", text)).Status);
        Assert.Contains("Notifys text", (await browser.GetAsync(One)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_megabyte_a_foreign_form_and_a_form_that_makes_no_sense_are_refused()
    {
        await using var world = await WebWorld.StartAsync();
        var browser = world.Browser();
        var edit = await browser.GetAsync(One + "/edit");

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/edit", new string('x', 1024 * 1024))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/edit", Ours + "\0")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/edit", Ours, ("revision", "-1"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/edit", Ours, ("revision", "99999999999999"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/revert", null, ("version", "..%2F<script>"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, "/revert", null)).Status);
        foreach (var action in new[] { "/edit", "/preview", "/revert" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(One + action, new Dictionary<string, string> { ["text"] = Ours, ["revision"] = "0", ["version"] = "" })).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, edit, action, Ours, path: "/templates/no-such/sv")).Status);
        }
    }

    [Fact]
    public async Task Who_has_only_some_districts_neither_sees_nor_changes_the_texts_of_all()
    {
        await using var world = await WebWorld.StartAsync(portal: new PortalOptions { Auth = PortalOptions.Platform });
        var reader = new Browser(world.Server, new Uri("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Reader") };
        var nobody = new Browser(world.Server, new Uri("https://notify.example")) { Principal = Browser.PrincipalOf("Notify.Coordinator.WEST") };

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/templates")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(One + "/edit", new Dictionary<string, string>())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync(One)).Status);
    }

    [Fact]
    public async Task A_mail_that_was_sent_is_shown_as_it_was_sent_after_the_wording_has_changed()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var sent = world.Transport.Calls.Last(m => m.Kind == "contact-changed");
        var browser = world.Browser();
        await PostAsync(browser, await browser.GetAsync(One + "/edit"), "/edit", Greeting("God morgon!"));

        var page = await browser.GetAsync($"/notifications/{sent.Id}");

        Assert.Equal(sent.Content.Text.Split('\n')[0], page.Document.QuerySelector("pre.mail")!.TextContent.Split('\n')[0]);
        Assert.Contains("Så här löd mejlet när det skickades", page.Text, StringComparison.Ordinal);
    }

    private static string Greeting(string words) => Ours.Replace("Hej! Från", words + " Från", StringComparison.Ordinal);

    /// <summary>Posts what the page's form would, with other fields in place.</summary>
    private static Task<Page> PostAsync(Browser browser, Page page, string action, string? text, params (string Name, string Value)[] fields) =>
        PostAsync(browser, page, action, text, One, fields);

    private static Task<Page> PostAsync(Browser browser, Page page, string action, string? text, string path, params (string Name, string Value)[] fields)
    {
        var values = page.Document.QuerySelectorAll("form input[type=hidden]").DistinctBy(i => i.GetAttribute("name"))
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        if (text is not null)
        {
            values["text"] = text;
        }

        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return browser.PostAsync(path + action, values);
    }
}
