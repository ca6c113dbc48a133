using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Files;
using Notify.Core.Register;
using Notify.Core.Register.Reading;
using Notify.Testing.Register;
using Xunit;

namespace Notify.Adapters.Tests.Files;

/// <summary>Files that come over the network give what the same files give from a disk.</summary>
public sealed class SentRegisterTests
{
    private static readonly IRegisterFiles Files = new ServiceCollection().AddRegisterFiles().BuildServiceProvider().GetRequiredService<IRegisterFiles>();

    public static TheoryData<string, byte[]> Spoilt => new()
    {
        { "materials.csv", Encoding.UTF8.GetBytes("id;title;version;published;url\nM1;\"open;1;2026-01-01;https://a.example\n") },
        { "schools.csv", [0xFF, 0xFE, 0x61, 0x00] },
        { "schools.csv", [] },
        { "contacts.csv", Encoding.UTF8.GetBytes("id;district\n\0\0") },
        { "contacts.csv", Encoding.UTF8.GetBytes("id;district\nå;" + new string('x', 1_000_000)) },
        { "forums.csv", Encoding.UTF8.GetBytes("id;titel\nF1;Möte å") [..^1] },
        { "forums.csv", Encoding.UTF8.GetBytes("id;titel\nF1;MÃ¶te") },
        { "Scools.csv", Encoding.UTF8.GetBytes("code") },
        { "notes.txt", Encoding.UTF8.GetBytes("hello") },
    };

    [Fact]
    public async Task A_whole_register_in_memory_reads_as_from_a_folder()
    {
        using var folder = new RegisterFolder();
        Assert.Equal(Shown(await RegisterFiles.ReadAsync(folder.Path, Ct)), Shown(await SendAsync(folder)));
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Whatever_is_wrong_is_told_as_for_a_folder(string name, byte[] bytes)
    {
        using var folder = new RegisterFolder();
        folder.Write(name, bytes);
        Assert.Equal(Shown(await RegisterFiles.ReadAsync(folder.Path, Ct)), Shown(await SendAsync(folder)));
    }

    [Fact]
    public async Task A_workbook_in_memory_reads_as_from_a_disk()
    {
        using var folder = new RegisterFolder(filled: false);
        var bytes = RawWorkbook.Make(("attendance", RawWorkbook.Row(1, "forum", "school", "attended") + RawWorkbook.Row(2, "F2", "=x", "yes")), ("Foo", ""));
        folder.Write("register.xlsx", bytes);
        Assert.Equal(Shown(await RegisterFiles.ReadAsync(folder.File("register.xlsx"), Ct)), Shown(await Files.ReadAsync([new("register.xlsx", bytes)], Ct)));
    }

    [Fact]
    public async Task The_register_that_is_written_is_the_one_that_is_read_back()
    {
        var content = RegisterReader.Read(SmallRegister.Tables(), new RegisterContent()).Content;
        var tables = RegisterWriter.Write(content);
        var workbook = RegisterReader.Read(await Files.ReadAsync([new("register.xlsx", await Files.WriteWorkbookAsync(tables, Ct))], Ct), new RegisterContent());
        Assert.Empty(workbook.Errors);
        Assert.All(RegisterTables.Compare(content, workbook.Content).Values, c => Assert.Equal(new TableChanges(0, 0, 0), c));
        var files = new List<SentFile>();
        foreach (var table in tables)
        {
            files.Add(new(table.Name + ".csv", await Files.WriteCsvAsync(table, Ct)));
        }

        var csv = RegisterReader.Read(await Files.ReadAsync(files, Ct), new RegisterContent());
        Assert.Empty(csv.Errors);
        Assert.All(RegisterTables.Compare(content, csv.Content).Values, c => Assert.Equal(new TableChanges(0, 0, 0), c));
    }

    [Fact]
    public async Task No_cell_that_is_written_to_a_workbook_is_a_formula()
    {
        var workbook = await Files.WriteWorkbookAsync([new("contacts", "contacts.csv", ["id", "phone"], [new(2, ["=1+1", "+46 8 508"]), new(3, ["@SUM(1)", "$=1"])])], Ct);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        foreach (var sheet in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            var xml = await reader.ReadToEndAsync(Ct);
            Assert.DoesNotMatch("<(x:)?f[ >]", xml);
            Assert.Contains("+46 8 508", xml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(@"C:\Users\x\schools.csv", "schools.csv")]
    [InlineData("../../etc/schools.csv", "schools.csv")]
    [InlineData("sch\u202eools\0.csv", "schools.csv")]
    public async Task A_name_is_never_a_path_and_hides_nothing(string sent, string shown)
    {
        var raw = await Files.ReadAsync([new(sent, Encoding.UTF8.GetBytes("code;name\n"))], Ct);
        Assert.Equal(shown, Assert.Single(raw.Tables).File);
    }

    [Fact]
    public async Task Files_that_cannot_stand_together_or_are_none_of_a_register_are_refused_in_both_languages()
    {
        var workbook = RawWorkbook.Make(("schools", ""));
        Assert.StartsWith("En arbetsbok från Excel skickas för sig", Assert.Single((await Files.ReadAsync([new("a.xlsx", workbook), new("schools.csv", [])], Ct)).Errors).Text.Swedish, StringComparison.Ordinal);
        Assert.StartsWith("Ingen av filerna hör till ett register", Assert.Single((await Files.ReadAsync([new("a.txt", [1])], Ct)).Errors).Text.Swedish, StringComparison.Ordinal);
        Assert.StartsWith("Här finns också schools.csv", Assert.Single((await Files.ReadAsync([new("schools.csv", "code;name"u8.ToArray()), new("schools.csv", "code;name"u8.ToArray())], Ct)).Errors).Text.Swedish, StringComparison.Ordinal);
        Assert.StartsWith("Filen är skadad", Assert.Single((await Files.ReadAsync([new("a.xlsx", "no zip"u8.ToArray())], Ct)).Errors).Text.Swedish, StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<RawRegister> SendAsync(RegisterFolder folder) => Files.ReadAsync(
        [.. Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal).Select(f => new SentFile(Path.GetFileName(f), File.ReadAllBytes(f)))], Ct);

    private static string Shown(RawRegister raw) => System.Text.Json.JsonSerializer.Serialize(new
    {
        raw.Tables,
        Errors = raw.Errors.Select(e => (object)new { e.File, e.Line, e.Column, e.Value, e.Text }),
        Warnings = raw.Warnings.Select(e => (object)new { e.File, e.Line, e.Text }),
    });
}
