using System.Net;
using Notify.Testing.Store;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Receipts;

public sealed class BrokenLinkTests
{
    [Fact]
    public async Task An_expired_link_says_so_and_names_the_coordinator()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var link = world.LinkOfLastMail();
        world.Clock.Advance(TimeSpan.FromDays(401));

        var page = await world.Browser().GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("för gammal", page.Text);
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:samordnare@bromma.example']"));
    }

    [Fact]
    public async Task A_link_to_a_school_that_is_gone_names_the_coordinator()
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var page = await world.Browser().GetAsync(world.Link(subject: "school:98999999"));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("finns inte längre", page.Text);
        Assert.NotNull(page.Document.QuerySelector("a[href='mailto:samordnare@bromma.example']"));
    }

    [Fact]
    public async Task A_link_for_another_purpose_does_not_open_here_under_its_own_name_or_ours()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var foreign = world.Link(purpose: "questionnaire");

        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(foreign)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(foreign.Replace("questionnaire.", "receipt."))).Status);
    }

    public static TheoryData<string> Garbage() =>
    [
        "", "x", ".", "receipt.", "receipt.AAAA", "receipt.CfDJ8%2F%2F", "..%2f..%2fetc", "receipt/CfDJ8",
        "RECEIPT.AAAA", "receipt." + new string('A', 20_000), "%F0%9F%92%A9.%F0%9F%92%A9", "<script>", "receipt.AAAA=", "receipt. AA",
    ];

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_gets_a_page_that_says_whom_to_turn_to(string token)
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var page = await world.Browser().GetAsync("/r/" + token);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Länken går inte att öppna", page.Text);
        Assert.Contains("Svara på mejlet", page.Text);
    }

    [Theory]
    [InlineData("/r/receipt.\0")]
    [InlineData("/contacts/\0/\0")]
    [InlineData("/notifications/\0")]
    public async Task A_null_character_that_a_server_lets_through_is_not_found(string path)
    {
        await using var world = await Cities.ToldOfBeritAsync();

        var answer = await world.Server.SendAsync(
            http =>
            {
                http.Request.Method = "GET";
                http.Request.Host = new("localhost");
                http.Request.Path = path;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(404, answer.Response.StatusCode);
    }

    [Fact]
    public async Task A_link_with_one_character_changed_or_lost_does_not_open()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var link = world.LinkOfLastMail();

        for (var i = "/r/".Length; i < link.Length; i += 7)
        {
            var changed = link[..i] + (link[i] == 'A' ? 'B' : 'A') + link[(i + 1)..];
            Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(changed)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync(link[..i])).Status);
        }
    }

    [Fact]
    public async Task Posting_to_a_link_that_does_not_open_is_answered_as_kindly()
    {
        await using var world = await Cities.ToldOfBeritAsync();
        var browser = world.Browser();
        var form = await browser.GetAsync(world.LinkOfLastMail());
        var field = form.Document.QuerySelector("input[type=hidden]")!;

        var page = await browser.PostAsync(
            "/r/receipt.AAAA", new Dictionary<string, string> { [field.GetAttribute("name")!] = field.GetAttribute("value")!, ["do"] = "confirm" });

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Länken går inte att öppna", page.Text);
    }

    [Fact]
    public async Task When_the_store_is_down_the_link_is_not_blamed()
    {
        var store = new FailingStore(new InMemoryRecordStore());
        await using var world = await Cities.ToldOfBeritAsync(store);
        store.IsDown = true;

        var page = await world.Browser().GetAsync(world.LinkOfLastMail());

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("Något gick fel hos oss", page.Text);
    }
}
