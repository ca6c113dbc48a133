using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Notify.Core.Audit;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Importing;

/// <summary>Importing in the browser, from the choice of files to the mails that follow, and back.</summary>
public sealed class ImportPagesTests
{
    private const string Assignments = "district;school;contact;role\nBROMMA;98000001;berit;primary\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_sent_looked_at_applied_and_taken_back()
    {
        await using var world = await StartAsync();
        var browser = world.Browser();

        var sent = await SendAsync(browser, ("assignments.csv", Assignments));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var draft = await browser.FollowAsync(sent);
        Assert.Contains("assignments", draft.Text);
        Assert.Contains("Ändrad kontakt", draft.Text);
        Assert.Equal("anna", await ContactAsync(world));

        var applied = await browser.PressAsync(draft, "apply");
        Assert.Equal("berit", await ContactAsync(world));
        await browser.FollowAsync(applied);
        Assert.Equal("berit", await ContactAsync(world));
        await browser.PressAsync(draft, "apply");
        Assert.Equal(2, (await world.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version);

        var undo = await browser.FollowAsync(await browser.PressAsync(await browser.GetAsync("/import"), "undo"));
        Assert.Equal("berit", await ContactAsync(world));
        await browser.PressAsync(undo, "apply");
        Assert.Equal("anna", await ContactAsync(world));
        Assert.Contains("import.undo", (await world.Get<AuditTrail>().ReadAsync(new(2026, 3, 1), Ct)).Select(r => r.Action));
    }

    [Fact]
    public async Task Every_error_stands_beside_its_cell_in_the_readers_language()
    {
        await using var world = await StartAsync();
        var browser = world.Browser();

        var refused = await SendAsync(browser, ("assignments.csv", "district;school;contact;role\nBROMMA;98000001;berit;primary\nBROMMA;12;nobody;boss\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var wrong = refused.Document.QuerySelectorAll("td.wrong").Select(c => c.TextContent).ToList();
        Assert.Contains(wrong, w => w.Contains("12", StringComparison.Ordinal));
        Assert.Contains(wrong, w => w.Contains("boss", StringComparison.Ordinal));
        Assert.All(refused.Document.QuerySelectorAll("td.wrong .cell-error"), e => Assert.NotEmpty(e.TextContent));
        Assert.Equal("anna", await ContactAsync(world));
    }

    public static TheoryData<string, byte[]> HostileFiles() => new()
    {
        { "assignments.csv", "<script>alert(1)</script>;=cmd()\n\u202Eevil;\0\n"u8.ToArray() },
        { "assignments.csv", [0xFF, 0xFE, 0x00, 0xD8, 0x41] },
        { "assignments.csv", Encoding.UTF8.GetBytes("district;school;contact;role\nBROMMA;98000001;" + new string('x', 1_000_000) + ";primary\n") },
        { "assignments.csv", Encoding.UTF8.GetBytes(Assignments)[..^12] },
        { "../../etc/passwd", "root:x"u8.ToArray() },
        { "register.xlsx", "no zip at all"u8.ToArray() },
        { "register.xlsx", Bomb() },
        { "register.exe", [0x4D, 0x5A] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_is_refused_as_text_and_changes_nothing(string name, byte[] content)
    {
        await using var world = await StartAsync();

        var answer = await SendAsync(world.Browser(), (name, content));

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.Empty(answer.Document.QuerySelectorAll("main script"));
        Assert.Equal("anna", await ContactAsync(world));
    }

    [Fact]
    public async Task More_than_may_be_sent_is_refused_with_the_limit_and_a_form_of_another_page_is_none()
    {
        await using var world = await StartAsync();
        var browser = world.Browser();

        var large = await SendAsync(browser, ("assignments.csv", new byte[22 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("20", large.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(browser, "forged", ("assignments.csv", Encoding.UTF8.GetBytes(Assignments)))).Status);
        Assert.Equal("anna", await ContactAsync(world));
    }

    [Fact]
    public async Task What_is_downloaded_can_be_sent_back_and_changes_nothing()
    {
        await using var world = await StartAsync();
        var browser = world.Browser();
        var files = new List<(string, string)>();
        foreach (var table in RegisterWriter.Write(await world.Get<RegisterStore>().ContentAsync(Ct)))
        {
            files.Add(($"{table.Name}.csv", (await browser.GetAsync($"/import/register/{table.Name}.csv")).Body.TrimStart('\uFEFF')));
        }

        var draft = await browser.FollowAsync(await SendAsync(browser, [.. files]));

        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.Null(draft.Document.QuerySelector("button[value=apply]"));
        Assert.Equal(1, (await world.Get<RegisterStore>().PointerAsync(DistrictCode.Parse("BROMMA"), Ct))!.Version);
    }

    private static async Task<WebWorld> StartAsync()
    {
        var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        await world.RunAsync();
        return world;
    }

    private static async Task<string> ContactAsync(WebWorld world) => (await world.Get<RegisterStore>().ContentAsync(Ct)).Assignments!.Single().Contact;

    private static Task<Page> SendAsync(Browser browser, params (string Name, string Text)[] files) =>
        SendAsync(browser, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    private static async Task<Page> SendAsync(Browser browser, params (string Name, byte[] Content)[] files)
    {
        var form = (await browser.GetAsync("/import")).Document.QuerySelector("form[enctype]")!;
        return await SendAsync(browser, form.QuerySelector("input[name=form-token]")!.GetAttribute("value")!, files);
    }

    private static async Task<Page> SendAsync(Browser browser, string token, params (string Name, byte[] Content)[] files)
    {
        using var body = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new StringContent("upload"), "do" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = $"\"{name}\"" };
            body.Add(part);
        }

        return await browser.SendAsync(new(HttpMethod.Post, new Uri("http://localhost:5080/import")) { Content = body });
    }

    /// <summary>A small file that would unpack to a thousand times its size.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 400; i++)
            {
                entry.Write(block);
            }
        }

        return bytes.ToArray();
    }
}
