using System.IO.Compression;
using System.Net;
using System.Text;
using Notify.Web.Importing;
using Notify.Web.Tests.World;
using Xunit;

namespace Notify.Web.Tests.Importing;

/// <summary>Whatever is sent is shown as text or refused; nothing breaks, nothing is kept, nothing changes.</summary>
public sealed class HostileUploadTests
{
    private const string Header = "id;district;name;kind;email\n";

    public static TheoryData<string, string, byte[]> Files => new()
    {
        { "HTML", "contacts.csv", Utf8(Header + "<script>alert(1)</script>;BROMMA;<img src=x onerror=y>;person;x\n") },
        { "a formula", "contacts.csv", Utf8(Header + "k;BROMMA;=cmd|'/c calc'!A1;person;a@b.example\n") },
        { "RTL marks", "contacts.csv", Utf8(Header + "k;BROMMA;abc\u202edcba;person;a@b.example\n") },
        { "a megabyte in a cell", "contacts.csv", Utf8(Header + $"k;BROMMA;{new string('å', 500_000)};person;a@b.example\n") },
        { "5,000 characters in a cell", "contacts.csv", Utf8(Header + $"k;BROMMA;{new string('x', 5_000)};person;a@b.example\n") },
        { "NUL", "contacts.csv", Utf8(Header + "k;BROM\0MA;N;person;a@b.example\n") },
        { "10,000 columns", "contacts.csv", Utf8(string.Join(';', Enumerable.Range(0, 10_000)) + "\nx\n") },
        { "UTF-16", "contacts.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header)] },
        { "cut in half", "contacts.csv", Utf8(Header + "å;BROMMA;\"N")[..^2] },
        { "cut in a letter", "contacts.csv", Utf8(Header + "å;BROMMA;å")[..^1] },
        { "random bytes", "contacts.csv", Random(50_000) },
        { "no zip", "register.xlsx", Random(50_000) },
        { "an old workbook", "register.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3] },
        { "a zip that is no workbook", "register.xlsx", Zip(("a.txt", 10)) },
        { "a bomb", "register.xlsx", Zip(("xl/workbook.xml", 200_000_000)) },
        { "nothing", "contacts.csv", [] },
        { "another kind", "virus.exe", [0x4D, 0x5A] },
        { "a path", "../../../etc/passwd", Utf8("root:x:0:0") },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_sent_is_shown_as_text_or_refused(string what, string name, byte[] bytes)
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.Bromma());
        var page = await world.Browser().SendFilesAsync((name, bytes));
        Assert.True(page.Status == HttpStatusCode.UnprocessableEntity, $"{what}: {page.Status}");
        Assert.Empty(page.Document.QuerySelectorAll("script, main img"));
        Assert.DoesNotContain('\u202e', page.Html);
        Assert.DoesNotContain('\0', page.Html);
        Assert.True(page.Html.Length < 100_000, $"{what}: {page.Html.Length}");
        Assert.Contains("Inget har ändrats.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(world));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_beside_the_field()
    {
        await using var world = await WebWorld.StartAsync();
        var page = await world.Browser().SendFilesAsync(("", []));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("files-error", page.Document.QuerySelector("input[type=file][aria-invalid=true]")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_or_is_none_is_refused()
    {
        await using var world = await WebWorld.StartAsync();
        var browser = world.Browser();
        await browser.GetAsync("/import");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(Importing.Files.Request("/import", null, ("schools.csv", Utf8("code"))))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(Importing.Files.Request("/import", "forged", ("schools.csv", Utf8("code"))))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(new(HttpMethod.Post, "http://localhost:5080/import") { Content = new StringContent("{}") })).Status);
        var cut = new ByteArrayContent(Utf8("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"schools.csv\"\r\n\r\ncode"));
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(new(HttpMethod.Post, "http://localhost:5080/import") { Content = cut })).Status);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_kindly_and_more_files_than_there_are_tables_too()
    {
        await using var world = await WebWorld.StartAsync();
        var browser = world.Browser();
        var page = await browser.SendFilesAsync(("schools.csv", new byte[Upload.MostBytes + 100_000]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("högst 20 MB", page.Text, StringComparison.Ordinal);
        var many = await browser.SendFilesAsync([.. Enumerable.Range(0, 500).Select(n => ($"f{n}.csv", Utf8("x")))]);
        Assert.True(many.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("å%0a")]
    [InlineData("00000000000000000000000000000000")]
    public async Task A_draft_that_never_was_is_gone(string id)
    {
        await using var world = await WebWorld.StartAsync();
        foreach (var path in new[] { "", "/mails", "/changes/schools", "/changes/x", "/mails?page=0" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Browser().GetAsync($"/import/{id}{path}")).Status);
        }
    }

    [Fact]
    public async Task Fields_that_stand_twice_or_make_no_sense_do_nothing()
    {
        await using var world = await WebWorld.StartAsync();
        await world.ImportAsync(Cities.BrommaAndFarsta());
        var browser = world.Browser();
        var sent = await browser.SendFilesAsync(Importing.Files.Of(Cities.BrommaAndFarsta(changed: true), "assignments"));
        var draft = await browser.FollowAsync(sent);
        var token = draft.Document.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        KeyValuePair<string, string>[] twice = [new("form-token", token), new("do", "apply"), new("do", "discard")];
        var page = await browser.SendAsync(new(HttpMethod.Post, new Uri(new Uri("http://localhost:5080"), sent.Response.Headers.Location!)) { Content = new FormUrlEncodedContent(twice) });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(await DraftsAsync(world));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Zip((string Name, int Zeros) part)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(part.Name, CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1_000_000];
            for (var left = part.Zeros; left > 0; left -= zeros.Length)
            {
                entry.Write(zeros, 0, Math.Min(left, zeros.Length));
            }
        }

        return bytes.ToArray();
    }

    private static async Task<List<string>> DraftsAsync(WebWorld world) => await world.Get<Notify.Core.Store.IRecordStore>()
        .ScanAsync(Notify.Core.Store.Partitions.System, "draft", TestContext.Current.CancellationToken).Select(r => r.Key).ToListAsync(TestContext.Current.CancellationToken);
}
